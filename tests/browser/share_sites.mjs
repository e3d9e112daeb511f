// Builds and serves each site once for all test files of a run, for every file would do so anew. Writes where they are into the file that is
// given, and serves until it is stopped.
import { renameSync, writeFileSync } from 'node:fs';

import { build_site, serve_site, sites_present } from './site.mjs';

const [file] = process.argv.slice(2);
const shared = {};
for (const site of sites_present()) {
  const { built, options } = await build_site(site);
  shared[site.name] = { built, options, origin: (await serve_site({ options })).origin };
}
// Whoever waits for it finds it whole.
writeFileSync(`${file}.new`, JSON.stringify(shared));
renameSync(`${file}.new`, file);
process.on('SIGTERM', () => process.exit());
