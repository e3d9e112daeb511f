// Ten edits of each kind on a copy of the real site (`--short`: one): after each, `git diff` has what was edited and not one line
// more; and undone, it has nothing.
import assert from 'node:assert/strict';
import test from 'node:test';

import { on_page } from './browser.mjs';
import { begin_editing, to_entry } from './editor.mjs';
import { is_short } from './pages.mjs';
import { sites_present } from './site.mjs';

const wanted_count = is_short ? 1 : 10;
const { git, server, open_editor } = await begin_editing(sites_present()[0]);

const key = /sleutel=(\w+)/.exec(server.address)[1];
const ask = async (path) => (await fetch(`${server.origin}/-/bewerken/${path}`, { headers: { 'X-Wegwijs-Sleutel': key } })).json();
const { verzamelingen } = await ask('overzicht');

/// All entries, one of each collection in turn, so that the kinds of files take part.
async function* entries() {
  const longest = Math.max(...verzamelingen.map(({ stukken }) => stukken.length));
  for (let index = 0; index < longest; ++index) {
    for (const { naam, stukken } of verzamelingen) {
      if (stukken[index]) yield ask(`stuk?verzameling=${naam}&naam=${stukken[index].naam}`);
    }
  }
}

const claims_of = (value) => (Array.isArray(value) ? value : value ? [value] : []);
const is_line = (text) => typeof text === 'string' && text !== '' && !text.includes('\n');
const plain_fields = (entry, kinds) => (entry.velden ?? []).filter((field) => kinds.includes(field.soort) && !field.publiceren && !field.uitgerekend);
const filled = (entry, kinds, fits = (_value, _field) => true) => plain_fields(entry, kinds).find((field) => entry.waarden[field.id] !== undefined && fits(entry.waarden[field.id], field))?.id;
const others = (collection, value) => verzamelingen.find(({ naam }) => naam === collection)?.stukken.find(({ naam }) => !claims_of(value).includes(naam))?.naam;

/// Each kind: the field of an entry on which it can be done (none: another entry), the act, and how many lines may come and go.
/// `marks` is a text that must stand in what was added.
const kinds = [
  {
    name: 'the explanation of a claim',
    field: (entry) => filled(entry, ['claim'], (value) => is_line(claims_of(value)[0]?.toelichting)),
    act: async (row, mark) => {
      const text = row.locator('textarea').first();
      await text.fill(`${await text.inputValue()} ${mark}`);
    },
    marks: true, added: [1, 1], removed: [1, 1],
  },
  {
    name: 'the answer of a claim',
    field: (entry) => filled(entry, ['claim'], (value) => claims_of(value)[0]?.status !== undefined),
    act: async (row) => {
      const choice = row.locator('select').first();
      await choice.selectOption(await choice.inputValue() === 'deels' ? 'ja' : 'deels');
    },
    added: [1, 1], removed: [1, 1],
  },
  {
    name: 'a claim that is new',
    field: (entry) => plain_fields(entry, ['claim']).find((field) => entry.waarden[field.id] === undefined && field.groep && Object.keys(entry.waarden.bronnen ?? {}).length > 0)?.id,
    act: async (row, mark, page, entry) => {
      await row.getByRole('button', { name: 'Antwoord erbij' }).click();
      await row.locator('select').first().selectOption('ja');
      await row.locator('textarea').first().fill(mark);
      await row.getByLabel(/^Bron/).first().fill(Object.keys(entry.waarden.bronnen)[0]);
      await row.getByLabel(/^Datum van de bron/).first().fill('2026-08');
    },
    marks: true, added: [1, 6], removed: [0, 0],
  },
  {
    name: 'a claim that goes',
    field: (entry) => filled(entry, ['claim'], (value) => claims_of(value).length === 1),
    act: async (row) => row.getByRole('button', { name: 'Verwijder antwoord 1', exact: true }).click(),
    added: [0, 0], removed: [1, 12],
  },
  {
    name: 'a line of text',
    field: (entry) => filled(entry, ['text'], is_line),
    act: async (row, mark) => row.locator('input').first().fill(mark),
    marks: true, added: [1, 1], removed: [1, 1],
  },
  {
    name: 'a choice out of several',
    field: (entry) => filled(entry, ['choices'], (value, field) => claims_of(value).length < (field.keuzes ?? []).length),
    act: async (row) => row.locator('input:not(:checked)').first().check(),
    added: [1, 1], removed: [0, 1],
  },
  {
    name: 'a date',
    field: (entry) => filled(entry, ['date', 'as_of']),
    act: async (row) => row.locator('input').first().fill('2026-09-17'),
    added: [1, 1], removed: [1, 1],
  },
  {
    name: 'a reference by name',
    field: (entry) => filled(entry, ['references'], (value, field) => others(field.naar, value) !== undefined),
    act: async (row, mark, page, entry, field) => {
      await row.locator(':scope > .knoppen button').click();
      const { naar } = entry.velden.find(({ id }) => id === field);
      await row.locator('input').last().fill(others(naar, entry.waarden[field]));
    },
    added: [1, 1], removed: [0, 1],
  },
  {
    name: 'a paragraph of Markdown',
    field: (entry) => (entry.tekst?.trim() ? 'tekst' : undefined),
    act: async (row, mark) => {
      const text = row.locator('textarea');
      await text.fill(`${(await text.inputValue()).trimEnd()}\n\n${mark}\n`);
    },
    marks: true, added: [2, 2], removed: [0, 0],
  },
  {
    name: 'a cell of a table',
    field: (entry) => (entry.tabellen?.[0]?.rijen.length > 0 ? '' : undefined),
    act: async (row, mark, page, entry, field, number) => {
      const { rijen } = entry.tabellen[0];
      await page.locator('.rooster tbody tr').nth((number * 7) % rijen.length).locator('input').last().fill(mark);
    },
    marks: true, again: true, added: [1, 1], removed: [1, 1],
  },
  {
    name: 'a draft',
    field: (entry) => (entry.velden?.some(({ id }) => id === 'klad') && entry.waarden.klad === undefined ? 'klad' : undefined),
    act: async (row) => row.locator('select').selectOption('ja'),
    added: [1, 1], removed: [0, 0],
  },
];

/// Lines that came and went, by file.
function changed_lines() {
  const lines = git('diff', '--unified=0').split('\n').filter((line) => /^[+-](?![+-])/.test(line));
  const files = git('diff', '--name-only').trim().split('\n');
  return { files, added: lines.filter((line) => line.startsWith('+')), removed: lines.filter((line) => line.startsWith('-')), hunks: git('diff', '--unified=0').split('\n').filter((line) => line.startsWith('@@')).length };
}

const is_between = (count, [least, most]) => count >= least && count <= most;

for (const kind of kinds) {
  test(`${wanted_count} of ${kind.name}: the diff has only what was edited`, async () => {
    const { context } = await open_editor({ viewport: { width: 1280, height: 900 } });
    const findings = [];
    let done = 0;
    await on_page(context, 'about:blank', async (page) => {
      const try_on = async (entry, field) => {
        const mark = `Proef ${done + 1} van ${wanted_count}.`;
        const place = `${kind.name}, ${entry.pad} ${field}`;
        await to_entry(page, server, entry.verzameling, entry.naam, field);
        await kind.act(page.locator(`[data-veld="${field}"]`), mark, page, entry, field, done);
        await page.keyboard.press('Control+s');
        await page.waitForFunction(() => /Alles is bewaard|Bewaard, met/.test(document.querySelector('[data-state]').textContent), null, { timeout: 60000 });
        const { files, added, removed, hunks } = changed_lines();
        const is_good = files.length === 1 && hunks === 1 && is_between(added.length, kind.added) && is_between(removed.length, kind.removed) && (!kind.marks || added.join('\n').includes(mark));
        if (!is_good) findings.push(`${place}: ${[...files, ...removed, ...added].join('\n')}`);
        await page.getByRole('button', { name: 'Maak ongedaan' }).click();
        await page.getByText('Ongedaan gemaakt.').waitFor({ timeout: 60000 });
        if (git('status', '--short') !== '') findings.push(`${place}: undone, there is still ${git('diff')}`);
        git('checkout', '-q', '.');
        done += 1;
      };
      for await (const entry of entries()) {
        const field = kind.field(entry);
        if (field === undefined) continue;
        do await try_on(entry, field); while (kind.again && done < wanted_count && findings.length === 0);
        if (done >= wanted_count || findings.length > 0) break;
      }
    });
    await context.close();
    assert.deepEqual(findings, []);
    assert.equal(done, wanted_count);
  });
}
