// What zoekwoorden.yaml can say, asked of a small new portal with the client's own code.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';

import { here, open_search } from './client.mjs';

const program = path.resolve(process.env.WEGWIJS_PROGRAM ?? path.join(here, '../../build/release/wegwijs'));
const root = mkdtempSync(path.join(tmpdir(), 'wegwijs-words-'));
after(() => rmSync(root, { recursive: true, force: true }));
const wegwijs = (...words) => execFileSync(program, words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
wegwijs('init', 'portaal', '--name', 'Proef');
const portal = path.join(root, 'portaal');
const pages = {
  aanmelden: 'Aanmelden', advies: 'Advies', muziek: 'Muziek', toneel: 'Toneel', aantal: '20', brugklas: 'Brugklas', concentratie: 'Concentratie', doof: 'Doof', dyslexie: 'Dyslexie', getal: 'Getal', gevecht: 'Mishandeling', havo: 'Havo', laat: 'Verzuim', lezen: 'Lezen', melden: 'Melden',
  somber: 'Somberheid', weigeren: 'Weigeren', zomer: 'Zomer',
};
for (const [name, title] of Object.entries(pages)) {
  writeFileSync(path.join(portal, `content/paginas/${name}.md`), `---\ntitel: ${title}\nsamenvatting: Uitleg.\n---\nEen tekst op school.\n`);
}
writeFileSync(path.join(portal, 'content/paginas/feest.md'), '---\ntitel: Feest\nsamenvatting: Uitleg.\n---\nIedereen danst en zingt er.\n');
const schools = { 'over-y': 'Over-Y College', plek: 'College De Plek', stads: 'Het Stadse College', ander: 'Stadse School' };
schools.beide = 'Vuurtoren';
const levels = { beide: ['vso', 'havo'], ander: ['vso', 'vwo'], stads: ['vo', 'havo'] };
for (const [name, title] of Object.entries(schools)) {
  const [kind, level] = levels[name] ?? ['vo', 'vwo'];
  writeFileSync(path.join(portal, `schoolprofiles/${name}.yaml`), `naam: ${title}\nkorte_naam: ${title}\nsoort: [${kind}]\nniveaus: [${level}]\nvoorbeeld: ja\n`);
}
const settings = path.join(portal, 'site.yaml');
const by_level = `      - adres: /scholen/niveau/{niveaus}/
        titel: "Niveau: {niveaus}"
        samenvatting: "De scholen met dit niveau."
        sjabloon: scholen
`;
writeFileSync(settings, readFileSync(settings, 'utf8')
  .replace('    map: schoolprofiles\n', '    map: schoolprofiles\n    zoeken: {apart: ja, voorrang: 70}\n')
  .replace('    vergelijkingen:\n', by_level + '    vergelijkingen:\n'));
/// So many questions that a small word which is in one of them is telling.
const counted = Array.from({ length: 60 }, (_, number) => `      - Hij telt daar heel lang en rekent tot getal ${number}.\n`).join('');
writeFileSync(path.join(portal, 'zoekwoorden.yaml'), `woorden:
  namen:
    over het ij: /scholen/over-y/
    de plek: /scholen/plek/
    op het: /scholen/ander/ stadse school
    zo: /weigeren/ weigeren
  zinsdelen:
    school zegt nee: weigeren
    te laat: verzuim
    ruzie: mishandeling somberheid
    bonzen: mishandeling somberheid
    harassment: mishandeling
zegt_weinig:
  - brugklas school
plaatsen: {verzameling: scholen, veld: plaats, namen: [Diemen]}
vragen:
  - antwoord: [/somber/]
    gesteld:
      - Mijn dochter lacht nooit meer.
      - Zij danst en zingt niet meer.
  - antwoord: [/muziek/, /toneel/]
    gesteld:
      - Hij oefent trompet op zolder.
  - antwoord: [/getal/]
    gesteld:
${counted}`);
wegwijs('build', '--root', portal, '-o', path.join(root, 'public'));
const { index, search, found } = await open_search(path.join(root, 'public'));

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

test('a word with v or z before its ending is the word of the site with f or s, and nothing was mistyped', async () => {
  const { groups, meant } = await search(index, 'adviezen');
  assert.equal(groups[0].results[0].address, '/advies/');
  assert.equal(meant.size, 0);
});

test('a page is found by the words of a question that it answers, and does not show the question', async () => {
  assert.deepEqual(await found('hij lacht niet'), ['/somber/']);
  assert.ok(!(await readFile(path.join(root, 'public/somber/index.html'), 'utf8')).includes('lacht'));
});

test('a word for who or where counts half beside others, and as any other by itself', async () => {
  assert.deepEqual((await found('lezen in de brugklas')).slice(0, 2), ['/lezen/', '/brugklas/']);
  assert.deepEqual((await found('brugklas, slecht lezen')).slice(0, 2), ['/lezen/', '/brugklas/']);
  assert.equal((await found('brugklas'))[0], '/brugklas/');
});

test('a number of one or two digits counts half beside words', async () => {
  assert.deepEqual((await found('20 keer lezen')).slice(0, 2), ['/lezen/', '/aantal/']);
  assert.equal((await found('20'))[0], '/aantal/');
});

test('forms of an English word lead to what it means', async () => {
  for (const form of ['harassment', 'harassed', 'harassing', 'harasses']) assert.deepEqual(await found(form), ['/gevecht/'], form);
});

test('a word that sounds like one of the site is taken for it, however it is written', async () => {
  for (const [written, address] of Object.entries({ konsentrasie: '/concentratie/', konsentraatsie: '/concentratie/', dislecsie: '/dyslexie/' })) {
    assert.equal((await found(written))[0], address, written);
  }
});

test('a compound whose parts no page has together is no answer to rely on', async () => {
  assert.equal((await search(index, 'somberheidsconcentratie')).unsure, true);
  assert.equal((await search(index, 'uitlegtekst')).unsure, false);
});

test('a school is found by its name of small words, however that is written or asked for', async () => {
  for (const written of ['Over-Y College', 'over y college', 'over-y', 'over y', 'overy', 'waar is het over y college', 'over het ij college', 'over het ij']) {
    assert.equal((await found(written))[0], '/scholen/over-y/', written);
  }
});

test('a school with a name of common words is found by all of them together, and others by each', async () => {
  assert.equal((await found('het stadse college'))[0], '/scholen/stads/');
  assert.ok((await found('het stadse college')).includes('/scholen/over-y/'));
  assert.equal((await found('de plek'))[0], '/scholen/plek/');
});

test('a name of small words leads to the school when nothing else is asked, and means nothing in a sentence', async () => {
  assert.equal((await found('op het'))[0], '/scholen/ander/');
  assert.ok(!(await found('lezen op het plein')).includes('/scholen/ander/'));
  // An abbreviation may look like one of them.
  assert.deepEqual(await found('ZO'), ['/weigeren/']);
  assert.ok(!(await found('zo leren lezen')).includes('/weigeren/'));
});

/// How much better the page is that the words of a question lead to than the one that has them in its text.
async function share(query) {
  const { groups } = await search(index, query);
  const results = groups.flatMap((group) => group.results);
  const [asked, told] = ['/somber/', '/feest/'].map((wanted) => results.find(({ address }) => address === wanted).score);
  return asked / told;
}

test('in a sentence a page gains by the small words that few questions have, and not by those that many have', async () => {
  assert.ok(await share('danst en zingt nooit') > 1.05 * await share('danst en zingt daar'));
  assert.equal(await share('danst en zingt hoeveel'), await share('danst en zingt daar'));
});

test('a verb is looked up where it stands in two pieces', async () => {
  assert.ok((await found('ik meld haar morgen aan')).includes('/aanmelden/'));
  assert.ok(!(await found('ik meld haar morgen')).includes('/aanmelden/'));
});

test('where each word is a list of schools, the schools with all of them come first', async () => {
  assert.equal((await found('havo in het vso'))[0], '/scholen/beide/');
  assert.equal((await found('havo'))[0], '/havo/');
});

test('in a sentence a page gains by the questions that lead to it, and by what only its text says it does not', async () => {
  assert.ok(await share('zij danst en zingt niet') > 1.2 * await share('danst zingt'));
});

test('a question of six words gains more by the questions of readers than one of five', async () => {
  assert.ok(await share('zij danst en zingt hoeveel daar') > 1.05 * await share('zij danst en zingt hoeveel'));
});

test('of pages that the same questions lead to only the first keeps its place in a sentence', async () => {
  const { groups } = await search(index, 'hij oefent trompet op zolder');
  const [first, second] = groups[0].results.map(({ score }) => score);
  assert.equal(groups[0].count, 2);
  assert.ok(Math.abs(second / first - 0.8) < 0.01);
  const { groups: of_words } = await search(index, 'trompet zolder');
  assert.equal(of_words[0].results[0].score, of_words[0].results[1].score);
});

test('the name of a school comes before what it is asked about', async () => {
  assert.equal((await found('lezen bij stadse school'))[0], '/scholen/ander/');
  assert.equal((await found('lezen op school'))[0], '/lezen/');
});

test('a compound of which the site has a part only is no answer to rely on', async () => {
  assert.equal((await search(index, 'zomerschool')).unsure, true);
  assert.equal((await search(index, 'zomer')).unsure, false);
});
