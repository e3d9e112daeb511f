// A school fills in its form in the browser, another a workbook; the files are received, approved, applied, published and shown.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test, { after } from 'node:test';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import { on_page, open_context, start_browser } from './browser.mjs';
import { axe_findings, layout_findings } from './reading_checks.mjs';
import { build_site, program, repository, serve_site, serve_without_headers, sites_present } from './site.mjs';

const browser = await start_browser();
after(() => browser.close());

const school = 'mundus-college';
const [other_school, other_name] = ['spinoza-lyceum-amsterdam', 'Spinoza Lyceum Amsterdam'];
const address = `/scholen/${school}/aanvullen/`;
const site = await build_site(sites_present()[0], (sources) => appendFileSync(path.join(sources, 'site.yaml'), '\nmeldadres: scholen@wegwijs.example\n'));
const server = await serve_site(site);
after(() => server.stop());

const run = async (...options) => (await promisify(execFile)(program, [...options, ...site.options])).stdout;

const row = (page, id) => page.locator(`[data-row="${id}"]`);
const choose = async (page, id, value) => {
  await page.locator(`details:has([data-row="${id}"])`).evaluate((group) => { group.open = true; });
  await row(page, id).locator(`input[value="${value}"]`).check();
};

async function saved_file(page, file) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-save]').click()]);
  assert.equal(download.suggestedFilename(), `${school}.wijziging.json`);
  await download.saveAs(file);
  return JSON.parse(readFileSync(file, 'utf8'));
}

test('what schools fill in, on the site or in a workbook, is received, approved, published and shown', async () => {
  const { context, watch } = await open_context(browser, server.origin, { acceptDownloads: true });
  const file = path.join(site.folder, `${school}.wijziging.json`);
  await on_page(context, server.origin + address, async (page) => {
    await page.locator('[data-save]').waitFor();
    const total = await page.locator('[data-row]').count();
    assert.match(await page.locator('[data-progress]').textContent(), new RegExp(`^0 van ${total} `));
    await page.fill('#functie', 'Ondersteuningscoördinator');
    await page.fill('#bron-titel', 'Schoolgids 2026-2027');
    await choose(page, 'bpo', 'klopt');
    await choose(page, 'lift', 'ja');
    await row(page, 'lift').locator('textarea').fill('Een lift naar alle verdiepingen & een sleutel bij de conciërge.');
    await row(page, 'lift').locator('summary').click();
    await row(page, 'lift').locator('[data-page]').fill('p. 31');
    await choose(page, 'toilet', 'nee');
    await row(page, 'toilet').locator('textarea').fill('x'.repeat(251));
    assert.match(await page.locator('[data-progress]').textContent(), new RegExp(`^3 van ${total} .*1 bevestigd`));
    const saved = await saved_file(page, file);
    assert.deepEqual(saved.antwoorden.map(({ veld }) => veld).sort(), ['bpo', 'lift', 'toilet']);
    // Saved with the mistake in it; the summary has the focus and leads to the field.
    assert.equal(await page.evaluate(() => document.activeElement?.hasAttribute('data-errors')), true);
    await page.locator('[data-error-list] a').click();
    assert.equal(await page.evaluate(() => document.activeElement?.closest('[data-row]')?.id), 'toilet');
    assert.match(await row(page, 'toilet').locator('.fout').textContent(), /11 tekens korter/);
    assert.match(await page.locator('[data-status]').textContent(), /Bewaard als mundus-college\.wijziging\.json/);
    assert.match(await page.locator('[data-mail-link]').getAttribute('href'), /^mailto:scholen@wegwijs\.example\?subject=/);
  });
  assert.deepEqual(watch.take(), []);
  await context.close();

  const told = await run('receive', file);
  assert.match(told, /1 niet begrepen, 1 nieuw, 1 bevestigd\./);
  assert.match(told, /251 tekens; er passen er 240/);

  // Another school works in a spreadsheet.
  const [form, workbook] = ['werkboeken', `${other_school}.xlsx`].map((name) => path.join(site.folder, name));
  await run('form', '--xlsx', form);
  await promisify(execFile)('python3', [path.join(repository, 'tests/deliver/fill_workbook.py'), path.join(form, `${other_school}.xlsx`), workbook, JSON.stringify({
    top: { 'Uw functie': 'Zorgcoördinator', 'Waar staat dit?': 'Schoolgids', 'Naam van het document': 'Gids 2026-2027' },
    rows: { faalangst: { C: 'Klopt nog' }, rustruimte: { C: 'Ja', D: 'Naast de lift, met een bed & een gordijn.' } },
  })]);

  // The team looks at both and approves; nothing was written until then.
  const approval = path.join(site.folder, 'ontvangen.html');
  writeFileSync(approval, await run('receive', file, workbook, '--format', 'html'));
  const looked = await open_context(browser, 'null');
  await on_page(looked.context, `file://${approval}`, async (page) => {
    assert.deepEqual(await page.locator('h2').allTextContents(), ['Mundus College', other_name]);
    const taken = page.locator('tr', { hasText: 'Naast de lift, met een bed & een gordijn.' });
    assert.match(await taken.textContent(), /blad Formulier, rij \d+.*Nog niet nagekeken.*Neem over$/);
    assert.equal(await page.getByText('Neem over', { exact: true }).count(), 4);
  });
  await looked.context.close();
  assert.ok(!readFileSync(path.join(site.folder, `sources/schoolprofiles/${school}.yaml`), 'utf8').includes('alle verdiepingen'));
  const written = await run('receive', file, workbook, '--apply');
  assert.match(written, new RegExp(`2 overgenomen in schoolprofiles/${school}\\.yaml`));
  assert.match(written, new RegExp(`2 overgenomen in schoolprofiles/${other_school}\\.yaml`));

  const published = path.join(site.folder, 'online');
  await run('publish', published);
  const online = await serve_without_headers({ built: path.join(published, 'current') });
  const reader = await open_context(browser, online.origin);
  for (const [id, words] of [[school, 'Een lift naar alle verdiepingen & een sleutel bij de conciërge.'], [other_school, 'Naast de lift, met een bed & een gordijn.']]) {
    await on_page(reader.context, `${online.origin}/scholen/${id}/`, async (page) => {
      assert.ok((await page.locator('main').innerText()).includes(words), id);
      assert.match(await page.locator('main').innerText(), /Deze school heeft dit bevestigd op \d+ [a-z]+ 20\d\d/);
    });
  }
  assert.deepEqual(reader.watch.take(), []);
  await reader.context.close();
  online.stop();
});

test('a school that is not on the site yet tells of itself, and becomes a draft with what it said', async () => {
  const { context, watch } = await open_context(browser, server.origin, { acceptDownloads: true, viewport: { width: 320, height: 640 } });
  const file = path.join(site.folder, 'nieuwe-school.wijziging.json');
  await on_page(context, `${server.origin}/scholen/aanmelden/`, async (page) => {
    await page.locator('[data-save]').waitFor();
    const save = async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-save]').click()]);
      assert.equal(download.suggestedFilename(), 'nieuwe-school.wijziging.json');
      await download.saveAs(file);
    };
    await page.fill('[data-fact]', 'https://boom.example');
    await page.fill('#bron-titel', 'Schoolgids 2026-2027');
    await choose(page, 'lift', 'ja');
    await row(page, 'lift').locator('textarea').fill('Naar alle verdiepingen.');
    await choose(page, 'toilet', 'ja');
    await row(page, 'toilet').locator('textarea').fill('Sleutel bij Sam, 06 12345678.');
    await save();
    // Without a name nothing can be made of it: the form says so, and leads there.
    await page.locator('[data-error-list] a').first().click();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'naam');
    await page.fill('#naam', 'De Nieuwe Boom');
    await save();
    assert.equal(await page.locator('[data-errors]').isVisible(), false);
  });
  assert.deepEqual(watch.take(), []);
  await context.close();

  const told = await run('receive', file);
  assert.match(told, /nieuwe school/);
  assert.match(told, /'06 12345678' kan van een persoon zijn/);
  await run('receive', file, '--apply');
  const profile = readFileSync(path.join(site.folder, 'sources/schoolprofiles/de-nieuwe-boom.yaml'), 'utf8');
  assert.match(profile, /^klad: ja$/m);
  assert.match(profile, /https:\/\/boom\.example/);
  assert.ok(profile.includes('Naar alle verdiepingen.') && !profile.includes('06 12345678'), profile);
  // A draft stops nobody.
  await run('check');
});

test('a draft is kept only when asked, comes back, and one press wipes it', async () => {
  const { context, watch } = await open_context(browser, server.origin);
  const kept = (page) => page.evaluate(() => localStorage.length);
  await on_page(context, server.origin + address, async (page) => {
    await choose(page, 'opp', 'klopt');
    assert.equal(await kept(page), 0);
    await page.locator('[data-keep]').check();
    await row(page, 'opp').locator('textarea').fill('Elk jaar.');
    assert.equal(await kept(page), 1);
  });
  await on_page(context, server.origin + address, async (page) => {
    assert.match(await page.locator('[data-draft-text]').textContent(), /1 antwoord van/);
    await page.locator('[data-draft-use]').click();
    assert.equal(await row(page, 'opp').locator('textarea').inputValue(), 'Elk jaar.');
    await page.locator('[data-wipe]').click();
    assert.equal(await kept(page), 0);
  });
  assert.deepEqual(watch.take(), []);
  await context.close();
});

test('a saved file fills the form again, and that of another school does not', async () => {
  const { context } = await open_context(browser, server.origin);
  await on_page(context, server.origin + address, async (page) => {
    const form = { soort: 'wegwijs-wijziging', versie: 1, verzameling: 'scholen', id: school, naam: 'Mundus College', antwoorden: [{ veld: 'lift', antwoord: 'deels', uitleg: 'Soms.' }] };
    const offer = (content) => page.locator('[data-file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    await offer(JSON.stringify({ ...form, id: 'andere', naam: 'De Andere' }));
    await page.locator('[data-status]', { hasText: 'De Andere' }).waitFor();
    assert.equal(await row(page, 'lift').locator('textarea').inputValue(), '');
    await offer('{');
    await page.locator('[data-status]', { hasText: 'geen bewaard formulier' }).waitFor();
    await offer(JSON.stringify(form));
    await page.locator('[data-status]', { hasText: '1 antwoord teruggezet' }).waitFor();
    assert.equal(await row(page, 'lift').locator('textarea').inputValue(), 'Soms.');
  });
  await context.close();
});

test('the form is filled in and saved by keyboard alone', async () => {
  const { context } = await open_context(browser, server.origin, { acceptDownloads: true });
  await on_page(context, server.origin + address, async (page) => {
    await page.locator('#functie').focus();
    for (let press = 0; press < 4; ++press) await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const first = page.locator('[data-row]').first();
    for (let press = 0; press < 6 && !(await first.evaluate((one) => one.contains(document.activeElement))); ++press) await page.keyboard.press('Tab');
    assert.equal(await first.evaluate((one) => one.contains(document.activeElement)), true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Met het toetsenbord.');
    await page.locator('[data-save]').focus();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const saved = JSON.parse(readFileSync(await download.path(), 'utf8'));
    assert.equal(saved.antwoorden.length, 1);
    assert.equal(saved.antwoorden[0].uitleg, 'Met het toetsenbord.');
  });
  await context.close();
});

for (const one of [address, '/scholen/aanmelden/']) {
  test(`${one} reads well on a phone and with a screen reader, and weighs at most 60 kB`, async () => {
    const { context } = await open_context(browser, server.origin, { viewport: { width: 320, height: 640 } }, true);
    await on_page(context, server.origin + one, async (page) => {
      await page.locator('[data-save]').waitFor();
      assert.deepEqual([...await axe_findings(page), ...await layout_findings(page)], []);
    });
    await context.close();
    // As a server sends them, with everything that the page asks for.
    const bytes = [`${one}index.html`, 'css/tokens.css', 'css/wegwijs.css', 'css/aanvullen.css', 'js/form.js', 'js/travel.js', 'js/address.js', 'js/shortlist.js']
      .reduce((sum, file) => sum + gzipSync(readFileSync(path.join(site.built, file)), { level: 6 }).length, 0);
    assert.ok(bytes <= 60_000, `${bytes} bytes`);
  });
}

test('without scripts the form is a list to print', async () => {
  const { context } = await open_context(browser, server.origin, { javaScriptEnabled: false });
  await on_page(context, server.origin + address, async (page) => {
    assert.equal(await page.locator('[data-save]').isVisible(), false);
    assert.ok((await page.locator('noscript').innerText()).includes('Print deze pagina'));
    assert.ok(await page.locator('[data-row]').count() > 50);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('footer nav').first().isVisible(), false);
    // Three lines by hand in every box; what was chosen from a list is ticked.
    const heights = await page.locator('[data-row] textarea').evaluateAll((areas) => areas.map((area) => area.offsetHeight));
    assert.ok(heights.length > 50 && heights.every((height) => height >= 85), `${Math.min(...heights)} pixels`);
    assert.equal(await page.locator('#bron-soort').isVisible(), false);
    assert.equal(await page.getByText('☐ Schoolgids').isVisible(), true);
  });
  await context.close();
});

test('what was typed into the form stands on paper as a whole', async () => {
  const { context } = await open_context(browser, server.origin);
  await on_page(context, server.origin + address, async (page) => {
    await page.locator('[data-save]').waitFor();
    await choose(page, 'lift', 'ja');
    await row(page, 'lift').locator('textarea').fill('Dit is een lange uitleg. '.repeat(12) + 'Hier eindigt zij.');
    const paper = path.join(site.folder, 'formulier.pdf');
    writeFileSync(paper, await page.pdf({ preferCSSPageSize: true, printBackground: false }));
    const [sheet] = (await promisify(execFile)('pdftotext', ['-layout', paper, '-'])).stdout.split('\f').filter((one) => one.includes('lange uitleg'));
    assert.match(sheet, /Hier eindigt zij\./);
  });
  await context.close();
});

test('the form says to mail the file only where the site has an address for it', async () => {
  const { context } = await open_context(browser, server.origin, { javaScriptEnabled: false });
  await on_page(context, server.origin + address, async (page) => {
    assert.match(await page.textContent('main ol'), /mail het/);
    assert.match(await page.textContent('.alleen-druk'), /naar scholen@wegwijs\.example/);
  });
  await context.close();
  const without = readFileSync(path.join((await build_site(sites_present()[0], () => {})).built, address, 'index.html'), 'utf8');
  assert.doesNotMatch(without.match(/<ol class="geen-druk">.*?<\/ol>/s)[0], /mail/);
  assert.match(without, /aan wie u erom vroeg/);
});
