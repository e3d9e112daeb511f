// The preview of a site.
import { spawn } from 'node:child_process';
import net from 'node:net';
import { after } from 'node:test';

import { program } from './site.mjs';

/// Starts `serve`, for as long as the tests of the file run, and gives its origin once it shows the site.
export async function serve(options) {
  const port = await new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = /** @type {net.AddressInfo} */ (probe.address());
      probe.close(() => resolve(free));
    });
  });
  const child = spawn(program, ['serve', ...options, '--port', String(port)], { stdio: ['ignore', 'pipe', 'ignore'] });
  after(() => child.kill('SIGTERM'));
  let said = '';
  child.stdout.on('data', (bytes) => { said += bytes; });
  for (let attempt = 0; attempt < 600 && !/ ms\)/.test(said); ++attempt) await new Promise((resolve) => { setTimeout(resolve, 100); });
  return `http://localhost:${port}`;
}
