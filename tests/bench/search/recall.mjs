// Asks the search of the real site, Pagefind and MiniSearch the same questions over the same pages, and says how often the right page is
// first or among the first five.
//
//   node tests/bench/search/recall.mjs --site FOLDER
//
// The questions and the pages that answer them are those of tests/search_quality. Pagefind and MiniSearch are used as their manuals show it:
// the main part of each page, in Dutch; MiniSearch with beginnings of words and slips.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import MiniSearch from 'minisearch';
import { chromium } from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));
const { resolve } = createRequire(import.meta.url);
const { values: options } = parseArgs({ options: { site: { type: 'string' } } });

const questions_folder = path.join(here, '../../search_quality');
const sets = readdirSync(questions_folder).filter((name) => name.endsWith('.tsv')).map((name) => ({
  name,
  questions: readFileSync(path.join(questions_folder, name), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t')).map(([, question, pages]) => ({ question, pages: pages.split('|') })),
}));

const folder = mkdtempSync(path.join(tmpdir(), 'wegwijs-recall-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const site = path.join(folder, 'site');
cpSync(options.site, site, { recursive: true });
execFileSync(resolve('@pagefind/linux-x64/bin/pagefind_extended'), ['--site', site, '--root-selector', 'main'], { stdio: 'ignore' });

const main_of = (html) => (/<main[^>]*>([^]*)<\/main>/.exec(html)?.[1] ?? '').replace(/<[^>]*>/g, ' ');
const index = new MiniSearch({ fields: ['title', 'text'] });
for (const name of readdirSync(site, { recursive: true })) {
  if (!name.endsWith('index.html')) continue;
  const html = readFileSync(path.join(site, name), 'utf8');
  index.add({ id: '/' + name.slice(0, -'index.html'.length), title: /<title>([^<|]*)/.exec(html)?.[1] ?? '', text: main_of(html) });
}

const types = { '.js': 'text/javascript', '.html': 'text/html', '.json': 'application/json' };
const page_module = `import { open_index, search } from '/zoek/search.js';
const pagefind = await import('/pagefind/pagefind.js');
await pagefind.init();
const index = await open_index(async (name) => new Uint8Array(await (await fetch('/zoek/' + name)).arrayBuffer()));
window.engines = {
  Wegwijs: async (question) => (await search(index, question)).groups.flatMap(({ results }) => results.map(({ address }) => address)).slice(0, 5),
  'Pagefind 1.6': async (question) => {
    const { results } = await pagefind.search(question);
    return Promise.all(results.slice(0, 5).map(async (one) => new URL((await one.data()).url, location.href).pathname));
  },
};`;
const server = http.createServer(async (request, answer) => {
  const address = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  if (address === '/ask.html') return answer.setHeader('content-type', 'text/html').end('<!doctype html><html lang="nl"><title>a</title><script type="module" src="/ask.js"></script>');
  if (address === '/ask.js') return answer.setHeader('content-type', 'text/javascript').end(page_module);
  const bytes = await readFile(path.join(site, address)).catch(() => null);
  if (!bytes) return answer.writeHead(404).end();
  return answer.setHeader('content-type', types[path.extname(address)] ?? 'application/octet-stream').end(bytes);
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const browser = await chromium.launch({ executablePath: process.env.WEGWIJS_CHROMIUM ?? '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/ask.html`);
await page.waitForFunction(() => window.engines);

const in_page = (name) => (all) => page.evaluate(async ([engine, list]) => {
  const answers = [];
  for (const question of list) answers.push(await window.engines[engine](question));
  return answers;
}, [name, all]);
const engines = {
  Wegwijs: in_page('Wegwijs'),
  'Pagefind 1.6': in_page('Pagefind 1.6'),
  'MiniSearch 7.2': (all) => all.map((question) => index.search(question, { prefix: true, fuzzy: 0.2 }).slice(0, 5).map(({ id }) => id)),
};

console.log(`| questions | number | ${Object.keys(engines).join(' | ')} |\n|---|---:|${'---:|'.repeat(Object.keys(engines).length)}`);
for (const { name, questions } of sets) {
  const cells = [];
  for (const ask of Object.values(engines)) {
    const answers = await ask(questions.map(({ question }) => question));
    const share = (most) => questions.filter(({ pages }, number) => answers[number].slice(0, most).some((one) => pages.includes(one))).length / questions.length;
    cells.push(`${share(1).toFixed(2)}, ${share(5).toFixed(2)}`);
  }
  console.log(`| \`${name}\` | ${questions.length} | ${cells.join(' | ')} |`);
}
await browser.close();
server.close();
