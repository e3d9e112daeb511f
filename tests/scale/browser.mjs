// What a reader of a very large portal waits for: the school finder and the search of a built site, in Chromium.
//
//   node tests/scale/browser.mjs --site FOLDER [--only pages|finder|search]
//
// Bytes are those that a server sends (gzip -9, code included); the time of a choice is that of the processor, which other work on the
// machine does not count in, and times four as on a slow telephone; the clock is that of this machine.
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

import { start_browser } from '../browser/browser.mjs';

const { values: options } = parseArgs({ options: { site: { type: 'string' }, only: { type: 'string' } } });
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.json': 'application/json' };
const slower = 4;
const sizes = new Map();
let sent = 0;

/// Bytes of a file as a server sends it.
function sent_size(name, bytes) {
  if (!sizes.has(name)) sizes.set(name, Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length));
  return sizes.get(name);
}

const server = http.createServer(async (request, answer) => {
  const address = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const name = path.join(options.site, address, address.endsWith('/') ? 'index.html' : '');
  if (!existsSync(name)) return answer.writeHead(404).end();
  const bytes = await readFile(name);
  sent += sent_size(name, bytes);
  return answer.writeHead(200, { 'content-type': types[path.extname(name)] ?? 'application/octet-stream' }).end(bytes);
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await start_browser();
const middle = (numbers) => [...numbers].sort((left, right) => left - right)[numbers.length >> 1];
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);

/// Opens an address with an empty cache; what it took until nothing more came.
async function opened(address) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  sent = 0;
  const begin = performance.now();
  await page.goto(origin + address, { waitUntil: 'load', timeout: 600_000 });
  const clock = performance.now() - begin;
  const { metrics } = await session.send('Performance.getMetrics');
  const task = metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  const nodes = metrics.find(({ name }) => name === 'Nodes').value;
  return { page, context, session, clock, task, nodes, bytes: sent };
}

async function finder() {
  const { page, context, session, clock, task, nodes, bytes } = await opened('/scholen/');
  row('finder: opened', `${Math.round(bytes / 1000)} kB`, `${Math.round(task)} ms`, `${Math.round(clock)} ms by the clock, ${nodes} nodes`);
  const cards = await page.locator('li.kaart').count();
  const processor = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const frame = () => page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); }));
  const times = [];
  for (const name of ['niveaus', 'hulp', 'gebied', 'niveaus', 'hulp', 'gebied']) {
    await frame();
    const begin = await processor();
    const clicked = await page.evaluate((one) => {
      const box = document.querySelector(`input[name=${one}]:enabled`);
      box?.click();
      return Boolean(box);
    }, name);
    await frame();
    if (clicked) times.push(await processor() - begin);
  }
  row(`finder: a choice among ${cards} schools`, '', `${Math.round(middle(times))} ms`, `most ${Math.round(Math.max(...times))} ms; on a slow telephone ${Math.round(slower * middle(times))} ms`);
  await context.close();
}

/// The files of the index that a first question needs, and how long a question takes when they are there.
async function search() {
  const names = readFileSync(path.join(options.site, 'data/scholen.csv'), 'utf8').split('\n').slice(1, 2000).filter((_, index) => index % 200 === 0)
    .map((line) => line.split(',')[1].replaceAll('"', ''));
  const questions = ['dyslexie', 'mijn kind is bang voor toetsen', 'rustige plek om te werken', 'hulp bij huiswerk', 'hoogbegaafd havo', 'rolstoel', 'dislexie',
    'regio 12', 'begeleiding in de les', ...names];
  const fetched = [];
  const counts = [];
  for (const question of questions) {
    const context = await browser.newContext();
    const page = await context.newPage();
    sent = 0;
      await page.goto(`${origin}/404.html`);
    sent = 0;
      const found = await page.evaluate(async (asked) => {
      const { open_index, search: ask } = await import('/zoek/search.js');
      const get = async (name) => new Uint8Array(await (await fetch(`/zoek/${name}`)).arrayBuffer());
      return (await ask(await open_index(get), asked)).count;
    }, question);
    fetched.push(sent);
    counts.push(found);
    await context.close();
  }
  row('search: a first question', `${Math.round(middle(fetched) / 1000)} kB, most ${Math.round(Math.max(...fetched) / 1000)} kB`, '', `${questions.length} questions, ${middle(counts)} pages found in the middle`);
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const processor = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  await page.goto(`${origin}/404.html`);
  await page.evaluate(async () => {
    const { open_index, search: ask } = await import('/zoek/search.js');
    const files = new Map();
    const get = async (name) => {
      if (!files.has(name)) files.set(name, new Uint8Array(await (await fetch(`/zoek/${name}`)).arrayBuffer()));
      return files.get(name);
    };
    const index = await open_index(get);
    window.ask_warm = (asked) => ask(index, asked);
  });
  const times = [];
  for (const asked of questions) {
    await page.evaluate((words) => window.ask_warm(words), asked);
    const begin = await processor();
    await page.evaluate((words) => window.ask_warm(words), asked);
    times.push(await processor() - begin);
  }
  row('search: a question when its files are there', '', `${Math.round(middle(times))} ms`, `most ${Math.round(Math.max(...times))} ms`);
  await page.close();
}

console.log('| in Chromium | sent | processor | |\n|---|---:|---:|---|');
const wants = (part) => [undefined, part].includes(options.only);
for (const address of wants('pages') ? ['/', '/zoeken/', '/vergelijken/'] : []) {
  const { context, clock, task, nodes, bytes } = await opened(address);
  row(`${address} opened`, `${Math.round(bytes / 1000)} kB`, `${Math.round(task)} ms`, `${Math.round(clock)} ms by the clock, ${nodes} nodes`);
  await context.close();
}
if (wants('finder')) await finder();
if (wants('search')) await search();
await browser.close();
server.close();
