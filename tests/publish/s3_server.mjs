// An S3 server on the loopback that checks signatures. Arguments: folder, bucket. Prints its port when it is ready.
import {createRequire} from "node:module";
import path from "node:path";

const require = createRequire(path.join(process.env.S3_MODULES, "leeg.js"));
const S3rver = require("@20minutes/s3rver");
const [directory, bucket] = process.argv.slice(2);
const server = new S3rver({address: "127.0.0.1", port: 0, silent: true, directory, configureBuckets: [{name: bucket}]});
const address = await server.run();
console.log(address.port);
