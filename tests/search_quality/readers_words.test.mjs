// What zoekwoorden.yaml can say, asked of a small new portal with the client's own code.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';

import { here, import_client } from './client.mjs';

const program = path.resolve(process.env.WEGWIJS_PROGRAM ?? path.join(here, '../../build/release/wegwijs'));
const root = mkdtempSync(path.join(tmpdir(), 'wegwijs-words-'));
after(() => rmSync(root, { recursive: true, force: true }));
const wegwijs = (...words) => execFileSync(program, words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
wegwijs('init', 'portaal', '--name', 'Proef');
const portal = path.join(root, 'portaal');
const pages = { somber: 'Somberheid', weigeren: 'Weigeren', laat: 'Verzuim', gevecht: 'Mishandeling', doof: 'Doof' };
for (const [name, title] of Object.entries(pages)) {
  writeFileSync(path.join(portal, `content/paginas/${name}.md`), `---\ntitel: ${title}\nsamenvatting: Uitleg.\n---\nEen tekst op school.\n`);
}
writeFileSync(path.join(portal, 'zoekwoorden.yaml'), `woorden:
  zinsdelen:
    school zegt nee: weigeren
    te laat: verzuim
    ruzie: mishandeling somberheid
    bonzen: mishandeling somberheid
vragen:
  - antwoord: [/somber/]
    gesteld:
      - Mijn dochter lacht nooit meer.
`);
wegwijs('build', '--root', portal, '-o', path.join(root, 'public'));
const folder = path.join(root, 'public/zoek');
const { open_index, search } = await import_client(path.join(folder, 'search.js'));
const index = await open_index((name) => readFile(path.join(folder, name)));

async function found(query) {
  const { groups } = await search(index, query);
  return groups.flatMap(({ results }) => results.map(({ address }) => address));
}

test('small words of a phrase count: with them it leads to the page, without them it does not', async () => {
  assert.equal((await found('de school zegt nee'))[0], '/weigeren/');
  assert.notEqual((await found('de school zegt ja'))[0], '/weigeren/');
  assert.notEqual((await found('nee zegt school'))[0], '/weigeren/');
});

test('a phrase of small words only is looked for too', async () => {
  assert.deepEqual(await found('zij komt altijd te laat'), ['/laat/']);
  assert.deepEqual(await found('te'), []);
});

test('another form of a word of readers leads to what that word means', async () => {
  assert.deepEqual((await found('gebonsd')).sort(), ['/gevecht/', '/somber/']);
  assert.deepEqual((await found('bonst')).sort(), ['/gevecht/', '/somber/']);
});

test('a word with an ending is the word of the site without it', async () => {
  assert.deepEqual(await found('doofheid'), ['/doof/']);
});

test('a page is found by the words of a question that it answers, and does not show the question', async () => {
  assert.deepEqual(await found('hij lacht niet'), ['/somber/']);
  assert.ok(!(await readFile(path.join(root, 'public/somber/index.html'), 'utf8')).includes('lacht'));
});
