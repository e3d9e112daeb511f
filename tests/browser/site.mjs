// A site under test: a copy of its sources, built into a temporary folder and served by the program's own preview, so that
// the headers are tested too and no save elsewhere reloads a page in the middle of a check.
import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import { is_short, sites } from './pages.mjs';

export const here = path.dirname(fileURLToPath(import.meta.url));
export const repository = path.resolve(here, '../..');
export const program = path.resolve(repository, process.env.WEGWIJS_PROGRAM ?? 'build/release/wegwijs');

/// The sites of `pages.mjs` that are there.
export function sites_present() {
  return sites.filter((site) => existsSync(path.join(repository, site.root, 'site.yaml')));
}

/// The sites whose every behaviour is looked at: all of them, and in a short run the one with this name, for the scripts are the same.
export function sites_or_one(name) {
  return sites_present().filter((site) => !is_short || site.name === name);
}

/// What has to be done when this process ends, the last first: a server stops before its folder goes. One listener for all of it.
const at_end = [];
process.on('exit', () => at_end.reverse().forEach((act) => act()));

function temporary_folder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'wegwijs-browser-'));
  at_end.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function copy_of(site, folder) {
  const sources = path.join(folder, 'sources');
  for (const part of site.parts ?? ['.']) {
    cpSync(path.join(repository, site.root, part), path.join(sources, part), { recursive: true });
  }
  return sources;
}

/// The sites that `share_sites.mjs` built and serves for all files of this run, by name.
const shared = process.env.WEGWIJS_SHARED_SITES ? JSON.parse(readFileSync(process.env.WEGWIJS_SHARED_SITES, 'utf8')) : {};

/// Builds a copy of the site, after `change` was given the folder with the copied sources. Returns `built` (the folder with the
/// pages), the `options` to run the program on it again, and a `folder` to write into. A site without `change` may be that of other test
/// files too, so whoever changes anything in its sources or pages gives a `change`, if only one that does nothing.
export async function build_site(site, change = undefined) {
  if (!existsSync(program)) throw new Error(`no program at ${program}: build it, or name it in WEGWIJS_PROGRAM`);
  const folder = temporary_folder();
  if (!change && shared[site.name]) return { ...shared[site.name], folder };
  const sources = copy_of(site, folder);
  change?.(sources);
  const own_theme = existsSync(path.join(sources, 'themes'));
  const options = ['--root', sources, ...(own_theme ? [] : ['--theme', path.join(repository, 'themes/wegwijs')])];
  if (site.clock) options.push('--clock', site.clock);
  const built = path.join(folder, 'public');
  await promisify(execFile)(program, ['build', ...options, '--output-dir', built]);
  return { built, options, folder };
}

async function free_port() {
  const server = net.createServer();
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };

/// Serves a built site compressed, as a host does, and one that says nothing of how long a file may be kept: a browser then keeps
/// it for a tenth of its age, here months. Returns its `origin`, `stop`, and how often each address was `asked` for.
export async function serve_without_headers({ built }) {
  const asked = new Map();
  const server = http.createServer(async (request, answer) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    asked.set(pathname, (asked.get(pathname) ?? 0) + 1);
    const file = path.join(built, pathname.endsWith('/') ? pathname + 'index.html' : pathname);
    try {
      const bytes = gzipSync(await readFile(file));
      answer.setHeader('content-encoding', 'gzip');
      answer.setHeader('last-modified', new Date('2020-01-01').toUTCString());
      answer.setHeader('content-type', types[path.extname(file)] ?? 'application/octet-stream');
      answer.end(bytes);
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://localhost:${server.address().port}`, stop: () => server.close(), asked };
}

/// Starts the preview of a site of `build_site`, where there is none yet. Returns its `origin` and `stop`. Fails when it does not answer
/// within a minute.
export async function serve_site({ options, origin: shared_origin = undefined }) {
  if (shared_origin) return { origin: shared_origin, stop: () => {} };
  const port = await free_port();
  const origin = `http://localhost:${port}`;
  const child = spawn(program, ['serve', ...options, '--port', String(port)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const stop = () => child.kill('SIGTERM');
  at_end.push(stop);
  for (let attempt = 0; attempt < 600; ++attempt) {
    if (child.exitCode !== null) break;
    const answer = await fetch(origin + '/').catch(() => null);
    if (answer?.ok) return { origin, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  stop();
  throw new Error(`the preview at ${origin} does not answer`);
}
