// Who types the title of a page finds that page, however many others say more of it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';

import { here, open_search } from './client.mjs';

const program = path.resolve(process.env.WEGWIJS_PROGRAM ?? path.join(here, '../../build/release/wegwijs'));
const root = mkdtempSync(path.join(tmpdir(), 'wegwijs-titles-'));
after(() => rmSync(root, { recursive: true, force: true }));

test('the page that is called as the query comes before pages with more of its words, in a longer title and in a text', async () => {
  const portal = path.join(root, 'portaal');
  execFileSync(program, ['init', 'portaal', '--name', 'Proef'], { cwd: root, stdio: 'pipe' });
  const write = (name, title, text, summary = 'Uitleg.') => writeFileSync(path.join(portal, `content/paginas/${name}.md`), `---\ntitel: ${title}\nsamenvatting: ${summary}\n---\n${text}\n`);
  write('speciaal-onderwijs', 'Speciaal onderwijs', 'Een andere soort klas.');
  const much = '## Speciaal onderwijs\n\nOver speciaal onderwijs. Speciaal onderwijs is onderwijs.\n\n'.repeat(3);
  for (let number = 0; number < 12; ++number) write(`lang-${number}`, `Speciaal voor ouders ${number}`, much, 'Speciaal onderwijs.');
  for (let number = 0; number < 5; ++number) write(`naar-${number}`, `Naar speciaal onderwijs ${number}`, much);
  // Small words are no part of what a page is called by.
  write('talen', 'Andere talen', 'Voor wie geen Nederlands leest.');
  for (let number = 0; number < 12; ++number) write(`taal-${number}`, `Hulp bij taal ${number}`, '## Talen\n\nTaal en talen. Een taal leren.\n\n'.repeat(3), 'Over talen.');
  execFileSync(program, ['build', '--root', portal, '-o', path.join(root, 'public')], { stdio: 'pipe' });
  const { found } = await open_search(path.join(root, 'public'));
  assert.equal((await found('speciaal onderwijs'))[0], '/speciaal-onderwijs/');
  for (const query of ['andere talen', 'talen']) assert.equal((await found(query))[0], '/talen/', query);
});

test('on the real site nearly every title leads to its page, or to one of the same name, among the first five', async () => {
  const site = path.join(root, 'real');
  execFileSync(program, ['build', '-o', site], { cwd: path.join(here, '../..'), stdio: 'pipe' });
  const { found } = await open_search(site);
  const sitemap = await readFile(path.join(site, 'sitemap.xml'), 'utf8');
  // Comparisons are not looked for: the lists of schools lead to them.
  const addresses = [...sitemap.matchAll(/<loc>https?:\/\/[^/]*([^<]*)<\/loc>/g)].map(([, address]) => address).filter((address) => !/^\/vergelijken\/./.test(address));
  const titles = await Promise.all(addresses.map(async (address) => {
    const html = await readFile(path.join(site, address, 'index.html'), 'utf8');
    return /<h1[^>]*>([^<]*)/.exec(html)?.[1].replaceAll('\u00a0', ' ').replaceAll('\u00ad', '').trim() ?? '';
  }));
  const asked = [...new Set(titles.filter((title) => title && title.split(' ').length <= 4 && !title.includes('&')))];
  assert.ok(asked.length > 200);
  const places = await Promise.all(asked.map(async (title) => {
    const of_title = new Set(addresses.filter((_, number) => titles[number] === title));
    return (await found(title)).findIndex((address) => of_title.has(address));
  }));
  const part = (most) => places.filter((place) => place >= 0 && place < most).length / places.length;
  assert.ok(part(1) >= 0.94, `first: ${part(1)} of ${places.length}`);
  assert.ok(part(5) >= 0.97, `among five: ${part(5)}: not ${asked.filter((_, number) => !(places[number] >= 0 && places[number] < 5)).join(', ')}`);
});
