// Measures the search of a built site beside Pagefind and MiniSearch, in the same browser, on the same pages.
//
//   node tests/bench/search/measure.mjs --site FOLDER --pages N --wegwijs SECONDS,MB
//
// What a reader pays: all bytes between the field getting the focus and the first results, as a web server sends
// them (gzip -9, files that are compressed already as they are), code included. The queries are every tenth of
// tests/search_quality/queries.tsv. `--wegwijs` says what the index cost in the build; that of the others is measured here.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import http from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

import { chromium } from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));
const { resolve } = createRequire(import.meta.url);
const { values: options } = parseArgs({ options: { site: { type: 'string' }, pages: { type: 'string' }, wegwijs: { type: 'string' } } });

const queries = readFileSync(path.join(here, '../../search_quality/queries.tsv'), 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#')).filter((_, number) => number % 10 === 0).map((line) => line.split('\t')[1]);

/// Runs a command; CPU seconds and peak memory in MB.
function cost_of(command, ...words) {
  const report = path.join(folder, 'cost');
  execFileSync('python3', ['-c', `
import resource, subprocess, sys
status = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
open(sys.argv[1], "w").write("%f %f" % (used.ru_utime + used.ru_stime, used.ru_maxrss / 1024))
sys.exit(status)`, report, command, ...words], { stdio: ['ignore', 'ignore', 'inherit'] });
  return readFileSync(report, 'utf8').split(' ').map(Number);
}

const folder = mkdtempSync(path.join(tmpdir(), 'wegwijs-search-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const site = path.join(folder, 'site');
cpSync(options.site, site, { recursive: true });

/// The index of MiniSearch as its manual shows it: title and text of each page, prefix and fuzzy search in the client.
function build_minisearch() {
  writeFileSync(path.join(folder, 'build.mjs'), `
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import MiniSearch from ${JSON.stringify(resolve('minisearch'))};
const index = new MiniSearch({ fields: ['title', 'text'], storeFields: ['title'] });
for (const name of readdirSync(${JSON.stringify(site)}, { recursive: true })) {
  if (!name.endsWith('index.html')) continue;
  const html = readFileSync(${JSON.stringify(site + '/')} + name, 'utf8');
  const main = /<main[^>]*>([^]*)<\\/main>/.exec(html)?.[1] ?? '';
  index.add({ id: '/' + name.slice(0, -10), title: /<title>([^<]*)/.exec(html)?.[1] ?? '', text: main.replace(/<[^>]*>/g, ' ') });
}
writeFileSync(${JSON.stringify(site + '/minisearch.json')}, JSON.stringify(index));
`);
  return cost_of('node', path.join(folder, 'build.mjs'));
}

const engines = [
  {
    name: 'Wegwijs',
    cost: () => options.wegwijs.split(',').map(Number),
    files: /^\/zoek\/.*\.(bin|js)$/,
    module: `import { open_index, search } from '/zoek/search.js';
      const get = async (name) => new Uint8Array(await (await fetch('/zoek/' + name)).arrayBuffer());
      const index = await open_index(get);
      window.ask = async (query) => (await search(index, query)).count;`,
  },
  {
    name: 'Pagefind 1.6.0',
    cost: () => cost_of(resolve('@pagefind/linux-x64/bin/pagefind_extended'), '--site', site),
    files: /^\/pagefind\//,
    module: `const pagefind = await import('/pagefind/pagefind.js');
      await pagefind.init();
      window.ask = async (query) => {
        const { results } = await pagefind.search(query);
        await Promise.all(results.slice(0, 10).map((result) => result.data()));
        return results.length;
      };`,
  },
  {
    name: 'MiniSearch 7.2.0',
    cost: build_minisearch,
    files: /^\/minisearch/,
    module: `import MiniSearch from '/minisearch.js';
      const json = await (await fetch('/minisearch.json')).text();
      const index = MiniSearch.loadJSON(json, { fields: ['title', 'text'], storeFields: ['title'] });
      window.ask = async (query) => index.search(query, { prefix: true, fuzzy: 0.2 }).length;`,
  },
];

const types = { '.js': 'text/javascript', '.html': 'text/html', '.json': 'application/json' };
const sizes = new Map();

/// Bytes of a file as a server sends it.
function sent_size(name, bytes) {
  if (!sizes.has(name)) sizes.set(name, Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length));
  return sizes.get(name);
}

let sent = 0;
let page_module = '';
const server = http.createServer(async (request, answer) => {
  const address = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  if (address === '/ask.html') return answer.setHeader('content-type', 'text/html').end('<!doctype html><html lang="nl"><title>a</title><script type="module" src="/ask.js"></script>');
  if (address === '/ask.js') return answer.setHeader('content-type', 'text/javascript').end(page_module);
  try {
    const bytes = await readFile(path.join(site, address));
    sent += sent_size(address, bytes);
    answer.setHeader('content-type', types[path.extname(address)] ?? 'application/octet-stream');
    return answer.end(bytes);
  } catch {
    answer.statusCode = 404;
    return answer.end();
  }
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}`;

const sorted = (numbers) => [...numbers].sort((left, right) => left - right);
const part = (numbers, share) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];

cpSync(path.join(path.dirname(resolve('minisearch')), '../es/index.js'), path.join(site, 'minisearch.js'));
const browser = await chromium.launch({ executablePath: process.env.WEGWIJS_CHROMIUM ?? '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu'] });
for (const engine of engines) {
  const [seconds, megabytes] = engine.cost();
  page_module = engine.module;
  const cold = [];
  const warm = [];
  for (const query of queries) {
    const context = await browser.newContext();
    const page = await context.newPage();
    sent = 0;
    await page.goto(origin + '/ask.html');
    await page.waitForFunction(() => window.ask);
    await page.evaluate((text) => window.ask(text), query);
    cold.push(sent / 1000);
    warm.push(...await page.evaluate(async (text) => {
      const times = [];
      for (let turn = 0; turn < 5; ++turn) {
        const begin = performance.now();
        await window.ask(text);
        times.push(performance.now() - begin);
      }
      return times;
    }, query));
    await context.close();
  }
  let files = 0;
  let size = 0;
  for (const name of await readdir(site, { recursive: true })) {
    if (!engine.files.test('/' + name)) continue;
    const bytes = await readFile(path.join(site, name)).catch(() => null);
    if (!bytes) continue;
    ++files;
    size += sent_size('/' + name, bytes);
  }
  const kilobytes = (value) => value.toFixed(value < 100 ? 1 : 0);
  console.log(`| ${engine.name}, ${options.pages} pages | ${kilobytes(part(cold, 0.5))} | ${kilobytes(part(cold, 1))} | ${part(warm, 0.5).toFixed(1)} | ${part(warm, 0.95).toFixed(1)} | ${files} | ${Math.round(size / 1000)} | ${seconds.toFixed(2)} | ${Math.round(megabytes)} |`);
}
await browser.close();
server.close();
