// The school finder: what is found and counted is counted again from the profiles; with mouse, keyboard, back button, without
// scripts and on paper. Its speed: finder_speed.test.mjs.
import assert from 'node:assert/strict';
import path from 'node:path';
import test, { after } from 'node:test';

import { on_page, open_context, shown_address, start_browser } from './browser.mjs';
import { tab_findings } from './keyboard_checks.mjs';
import { is_short, widths } from './pages.mjs';
import { applies, read_profiles } from './profiles.mjs';
import { print_findings } from './print_checks.mjs';
import { axe_findings, layout_findings, without_script_findings } from './reading_checks.mjs';
import { build_site, repository, serve_site, sites_or_one } from './site.mjs';

const browser = await start_browser();
const large_browser = await start_browser('defaultFontSize=32');
after(() => Promise.all([browser.close(), large_browser.close()]));

const list = (value) => (value === undefined ? [] : [value].flat());

/// What a school answers on a row for pupils of some levels, straight from the rules of the profile format.
function answer(school, row, levels) {
  const meant = levels.filter((level) => list(school.values.niveaus).includes(level));
  if (!applies(school, row)) return 'not applicable';
  if (levels.length > 0 && row.applies_to && !row.applies_to.any_of.some((level) => meant.includes(level))) return 'not applicable';
  const claims = school.claims(row.id).filter(({ voor }) =>
    levels.length === 0 || !voor?.niveaus || voor.niveaus.some((level) => levels.includes(level)));
  if (claims.some(({ status, tekst }) => ['ja', 'deels'].includes(status) || tekst)) return 'stated';
  return claims.every(({ status }) => status === 'niet_vermeld') ? 'open' : 'denied';
}

/// In which part of the list every school must stand, straight from the rules of the profile format; absent: left out.
function expected({ schools, rows }, { niveaus = [], gebied = [], soort = [], hulp = [] }) {
  const has = (school, field, wanted) => wanted.length === 0 ? 'yes' : school.values[field] === undefined
    ? (wanted.includes('onbekend') ? 'yes' : 'unknown') : list(school.values[field]).some((one) => wanted.includes(one)) ? 'yes' : 'no';
  const asked = rows.filter(({ id }) => hulp.includes(id));
  const parts = { all: [], some: [], unplaced: [], open: [], denied: [] };
  for (const school of schools) {
    const places = [has(school, 'niveaus', niveaus), has(school, 'gebied', gebied), has(school, 'soort', soort)];
    if (places.includes('no')) continue;
    const all = asked.map((row) => answer(school, row, niveaus));
    const stated = all.filter((one) => one === 'stated').length;
    const part = stated === all.length ? 'all' : stated > 0 ? 'some' : all.includes('open') ? 'open' : all.includes('denied') ? 'denied' : null;
    if (part !== null) parts[part !== 'denied' && places.includes('unknown') ? 'unplaced' : part].push(school.id);
  }
  return parts;
}

/// What is out of view comes a moment after a choice.
const at_rest = (page) => page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 350); }));

/// What the page shows: the cards by part, the counts by box, the number in the heading.
async function shown(page) {
  await at_rest(page);
  return page.evaluate(() => ({
    parts: Object.fromEntries([...document.querySelectorAll('[data-part]')].map((part) =>
      [part.dataset.part, [...part.querySelectorAll('li.kaart')].map((card) => card.dataset.entry)])),
    total: Number(document.querySelector('[data-finder-total]').textContent),
    boxes: [...document.querySelectorAll('[data-finder] input[type=checkbox]:not([name=open])')].map((box) => ({
      name: box.name, value: box.value, checked: box.checked, is_dead: box.getAttribute('aria-disabled') === 'true',
      count: Number(box.closest('label').querySelector('[data-count]').textContent),
      unknown: Number(box.closest('label').querySelector('[data-unknown]').textContent),
    })),
  }));
}

const address_of = (query, open) => {
  const words = Object.entries(query).map(([name, values]) => `${name}=${values.join(',')}`);
  if (!open) words.push('open=nee');
  return `/scholen/#${words.join('&')}`;
};
const with_list = (address, ids) => address.replace('/scholen/', `/scholen/?s=${ids}`);

/// Compares the page with the profiles: who is found, and every count as if that option were the only one of its group.
function compare(data, query, with_open, page, where) {
  const wanted = expected(data, query);
  if (!with_open) wanted.open = wanted.unplaced = [];
  for (const [part, ids] of Object.entries(wanted)) assert.deepEqual([...page.parts[part]].sort(), [...ids].sort(), `${where}: ${part}`);
  const total = wanted.all.length + wanted.some.length + wanted.open.length + wanted.unplaced.length;
  assert.equal(page.total, total, `${where}: number in the heading`);
  for (const { name, value, checked, is_dead, count, unknown } of page.boxes) {
    const parts = expected(data, { ...query, [name]: [value] });
    assert.equal(count, parts.all.length + parts.some.length, `${where}: count of ${name} ${value}`);
    assert.equal(unknown, parts.open.length + parts.unplaced.length, `${where}: unknown of ${name} ${value}`);
    assert.equal(is_dead, count + unknown === 0 && !checked, `${where}: ${name} ${value} dead`);
  }
}

function no_findings(findings, where) {
  assert.equal(findings.length, 0, `${where}:\n  ${[...new Set(findings)].slice(0, 25).join('\n  ')}`);
}

async function test_site(site) {
  const built = await build_site(site);
  const { origin, stop } = await serve_site(built);
  after(stop);
  const data = read_profiles(path.join(repository, site.root));
  const readers = await open_context(browser, origin, { viewport: { width: 1280, height: 900 } }, true);
  const phone = await open_context(browser, origin, { viewport: { width: 320, height: 640 } }, true);
  const without_scripts = await open_context(browser, origin, { javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
  const [first_area] = data.options.gebied.map(({ id }) => id).filter((id) => data.schools.some(({ values }) => values.gebied === id));
  const rows = await on_page(readers.context, `${origin}/scholen/`, (page) =>
    page.$$eval('[data-finder] input[name=hulp]', (boxes) => boxes.map((box) => box.value)));
  const some = rows.slice(0, 3);

  test(`${site.name}: every row that a source says anything of can be chosen`, () => {
    const wanted = data.rows.filter((row) => row.group && data.schools.some((school) =>
      school.claims(row.id).some(({ status }) => status !== 'niet_vermeld'))).map(({ id }) => id);
    assert.deepEqual(rows, wanted);
  });

  const all_questions = [
    {}, { niveaus: ['havo'] }, { niveaus: ['havo', 'vmbo-b'] }, { gebied: [first_area] }, { gebied: ['onbekend', first_area] },
    { soort: ['vso'], niveaus: ['vso'] }, { hulp: some.slice(0, 1) }, { hulp: some }, { niveaus: ['vwo'], hulp: some.slice(0, 2) },
    { niveaus: ['havo'], gebied: [first_area], hulp: some.slice(1) }, ...rows.filter((_, index) => index % 4 === 0).map((row) => ({ niveaus: ['vmbo-t'], hulp: [row] })),
  ];
  const questions = is_short ? [{}, { niveaus: ['havo'], gebied: [first_area], hulp: some.slice(1) }] : all_questions;
  for (const query of questions) {
    for (const with_open of [true, false]) {
      const address = address_of(query, with_open);
      test(`${site.name} ${address}: who is found and every count are those of the profiles`, async () => {
        await on_page(readers.context, origin + address, async (page) => compare(data, query, with_open, await shown(page), address));
        no_findings(readers.watch.take(), address);
      });
    }
  }

  test(`${site.name}: schools that are at the chosen place come before those of unknown place, unless these say what is asked`, async () => {
    for (const row of rows.slice(0, 8)) {
      const query = { gebied: [first_area], hulp: [row] };
      const { unplaced } = expected(data, query);
      const says = data.schools.some((school) => unplaced.includes(school.id) && answer(school, data.rows.find(({ id }) => id === row), []) === 'stated');
      await on_page(readers.context, origin + address_of(query, true), async (page) => {
        const order = Object.keys((await shown(page)).parts);
        assert.equal(order.indexOf('unplaced') < order.indexOf('open'), says, `${first_area}, ${row}: ${order}`);
      });
    }
  });

  test(`${site.name}: choosing, taking away and the back button keep address and list together`, async () => {
    await on_page(readers.context, `${origin}/scholen/`, async (page) => {
      await page.evaluate(() => { for (const one of document.querySelectorAll('[data-group]')) one.open = true; });
      await page.check('input[name=niveaus][value=havo]');
      assert.equal((await shown_address(page)).hash, '#niveaus=havo');
      await page.check(`input[name=hulp][value=${some[0]}]`);
      assert.equal((await shown_address(page)).hash, `#niveaus=havo&hulp=${some[0]}`);
      assert.equal((await shown_address(page)).search, '', 'no server hears what is looked for');
      compare(data, { niveaus: ['havo'], hulp: [some[0]] }, true, await shown(page), 'after two choices');
      const said = await page.textContent('[data-finder-status]');
      const { all, open } = expected(data, { niveaus: ['havo'], hulp: [some[0]] });
      assert.ok(said.includes(String(all.length)) && said.includes(String(open.length)), `the status says "${said}"`);
      await page.goBack();
      compare(data, { niveaus: ['havo'] }, true, await shown(page), 'one step back');
      await page.goForward();
      compare(data, { niveaus: ['havo'], hulp: [some[0]] }, true, await shown(page), 'one step on');
      await page.click('[data-finder-chips] button');
      compare(data, { hulp: [some[0]] }, true, await shown(page), 'a chip taken away');
      assert.equal(await page.evaluate(() => document.activeElement.closest('[data-finder-chips]') !== null), true, 'the focus stays at the chips');
      await page.click('[data-finder-reset]');
      assert.equal((await shown_address(page)).hash, '');
      compare(data, {}, true, await shown(page), 'all taken away');
    });
    no_findings(readers.watch.take(), 'choosing');
  });

  test(`${site.name}: an address of before, with the choices before the #, still works`, async () => {
    await on_page(readers.context, `${origin}/scholen/?niveaus=havo&hulp=${some[0]}`, async (page) => {
      compare(data, { niveaus: ['havo'], hulp: [some[0]] }, true, await shown(page), 'older address');
      assert.equal((await shown_address(page)).search, '');
    });
  });

  test(`${site.name}: schools of which it is not looked at stand apart, say so, and can be left out`, async () => {
    await on_page(readers.context, origin + address_of({ hulp: [some[0]] }, true), async (page) => {
      const { open } = expected(data, { hulp: [some[0]] });
      if (open.length === 0) return;
      if (open.length > 6) {
        assert.equal(await page.locator('[data-part=open] li.kaart:visible').count(), 6);
        await page.click('[data-more]');
      }
      assert.equal(await page.locator('[data-part=open] li.kaart:visible').count(), open.length);
      const texts = await page.locator('[data-part=open] li.kaart .antwoorden').allTextContents();
      assert.equal(texts.length, open.length);
      for (const text of texts) assert.match(text, /Nog niet nagekeken|Niet vermeld/);
      await page.uncheck('input[name=open]');
      assert.equal((await shown_address(page)).hash, `#hulp=${some[0]}&open=nee`);
      await at_rest(page);
      assert.equal(await page.locator('[data-part=open]').isVisible(), false);
    });
  });

  test(`${site.name}: what is chosen in another order gives the same`, async () => {
    const ways = [['niveaus', 'gebied', 'hulp'], ['hulp', 'gebied', 'niveaus'], ['gebied', 'hulp', 'niveaus']];
    const value = { niveaus: 'havo', gebied: first_area, hulp: some[0] };
    const results = [];
    for (const names of ways) {
      await on_page(readers.context, `${origin}/scholen/`, async (page) => {
        await page.evaluate(() => { for (const one of document.querySelectorAll('[data-group]')) one.open = true; });
        for (const name of names) await page.check(`input[name=${name}][value=${value[name]}]`);
        results.push((await shown(page)).parts);
      });
    }
    assert.deepEqual(results[1], results[0]);
    assert.deepEqual(results[2], results[0]);
  });

  test(`${site.name}: what is in view after a choice is right in the first picture, wherever the reader looks`, async () => {
    /// The cards in view with their words, the numbers and the sentence.
    const in_view = () => [...document.querySelectorAll('li.kaart, [data-finder-status], [data-finder-total], [data-part-total], [data-more], .vink')].filter((one) => {
      const { top, bottom, height } = one.getBoundingClientRect();
      return height > 0 && bottom > 0 && top < innerHeight;
    }).map((one) => one.innerText);
    for (const [width, height] of [[1280, 900], [320, 640], [768, 1024]]) {
      const { context } = await open_context(browser, origin, { viewport: { width, height } });
      await context.addInitScript(`window.in_view = ${in_view}`);
      await on_page(context, `${origin}/scholen/`, async (page) => {
        for (const [name, value, down] of [['niveaus', 'havo', 0], ['hulp', some[0], 500], ['gebied', first_area, 0], ['niveaus', 'havo', 900], ['hulp', some[1], 2500], ['hulp', some[0], 400], ['gebied', first_area, 1500]]) {
          await page.evaluate((to) => { scrollTo(0, to); }, down);
          await at_rest(page);
          await page.evaluate((box) => {
            document.querySelector(box).click();
            requestAnimationFrame(() => setTimeout(() => { window.first = window.in_view(); }));
          }, `input[name=${name}][value=${value}]`);
          await at_rest(page);
          const [first, last] = await page.evaluate(() => [window.first, window.in_view()]);
          assert.deepEqual(first, last, `${width} px, ${down} px down: ${name} ${value}`);
        }
      });
      await context.close();
    }
  });

  test(`${site.name}: a choice that would leave no school at all says why, and cannot be made`, async () => {
    await on_page(readers.context, `${origin}/scholen/`, async (page) => {
      await page.evaluate(() => { for (const one of document.querySelectorAll('[data-group]')) one.open = true; });
      for (const box of await page.$$eval('input[name=soort]', (all) => all.map(({ value }) => value))) {
        await page.goto(`${origin}/scholen/#soort=${box}`);
        await page.reload();
        await page.evaluate(() => { for (const one of document.querySelectorAll('[data-group]')) one.open = true; });
        const dead = page.locator('input[aria-disabled=true]').first();
        if (await dead.count() === 0) continue;
        await dead.click({ force: true });
        assert.equal(await dead.isChecked(), false);
        assert.match(await page.locator('[data-reason]').first().textContent(), /Haal eerst een andere keuze weg/);
        return;
      }
    });
  });

  test(`${site.name}: an answer on a card leads to its place on the school's page`, async () => {
    await on_page(readers.context, origin + address_of({ hulp: [some[0]] }, true), async (page) => {
      await page.click('[data-finder-cards] .antwoorden a');
      await page.waitForURL(`**/scholen/*/**#pagina-${some[0]}`);
      assert.equal(await page.locator(`#pagina-${some[0]} .bron`).first().isVisible(), true);
    });
  });

  test(`${site.name}: sorted by what is known, the first knows most; by name it is the alphabet of the page`, async () => {
    await on_page(readers.context, `${origin}/scholen/`, async (page) => {
      const by_name = (await shown(page)).parts.all;
      await page.selectOption('select[name=volgorde]', 'bekend');
      await at_rest(page);
      const known = await page.$$eval('[data-finder-cards] > li', (cards) => cards.map((card) => Number(card.dataset.known)));
      assert.deepEqual(known, [...known].sort((left, right) => right - left));
      await page.selectOption('select[name=volgorde]', '');
      assert.deepEqual((await shown(page)).parts.all, by_name);
    });
  });

  test(`${site.name}: a value in the address that is no choice is passed over`, async () => {
    await on_page(readers.context, `${origin}/scholen/?niveaus=latijn&hulp=%3Cb%3E&s=../x&volgorde=1`, async (page) =>
      compare(data, {}, true, await shown(page), 'strange address'));
    no_findings(readers.watch.take(), 'strange address');
  });

  test(`${site.name}: the list goes along in links, holds twelve, and survives the back button`, async () => {
    await on_page(readers.context, `${origin}/scholen/`, async (page) => {
      const ids = (await shown(page)).parts.all;
      const buttons = page.locator('[data-finder-cards] button[data-list-entry]');
      for (let number = 0; number < Math.min(ids.length, 13); ++number) await buttons.nth(number).click();
      const on_list = ids.slice(0, 12);
      assert.equal((await shown_address(page)).search, `?s=${on_list.join(',')}`);
      assert.match(await page.textContent('[data-list-status]'), ids.length > 12 ? /vol/ : /staat op uw lijst/);
      await page.evaluate(() => { for (const one of document.querySelectorAll('[data-group]')) one.open = true; });
      await page.check('input[name=niveaus][value=havo]');
      await page.goBack();
      assert.equal((await shown_address(page)).searchParams.get('s'), on_list.join(','), 'the list after a step back');
      await page.locator('.kaart-naam a').first().click();
      await page.waitForURL('**/scholen/*/?s=**');
      assert.equal((await shown_address(page)).searchParams.get('s'), on_list.join(','), 'the list on the page of a school');
      assert.match(await page.textContent('main button[data-list-entry]'), /Haal van mijn lijst/);
      await page.click('main button[data-list-entry]');
      assert.equal((await shown_address(page)).searchParams.get('s'), on_list.slice(1).join(','));
      await page.click('.mijn-lijst .knop');
      await page.waitForURL('**/vergelijken/?s=**');
      assert.equal((await shown_address(page)).searchParams.get('s'), on_list.slice(1).join(','));
    });
  });

  test(`${site.name}: accessible and readable in every state and width`, async () => {
    const ids = data.schools.slice(0, 2).map(({ id }) => id).join(',');
    const states = ['/scholen/', with_list(address_of({ niveaus: ['havo'], hulp: some.slice(0, 2) }, true), ids),
      address_of({ niveaus: ['isk'], soort: ['pro'] }, false)];
    const findings = [];
    for (const address of is_short ? states.slice(1, 2) : states) {
      await on_page(readers.context, origin + address, async (page) => {
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          const found = [...await axe_findings(page), ...await layout_findings(page)];
          findings.push(...found.map((one) => `${address}, ${width} px: ${one}`));
        }
        await page.setViewportSize({ width: 320, height: 640 });
        await page.click('[data-filter-open]');
        findings.push(...[...await axe_findings(page), ...await layout_findings(page)].map((one) => `${address}, sheet: ${one}`));
        await page.keyboard.press('Escape');
        await page.emulateMedia({ forcedColors: 'active' });
        findings.push(...(await axe_findings(page, 'not colours')).map((one) => `${address}, forced colours: ${one}`));
        await page.emulateMedia({ forcedColors: 'none', colorScheme: 'dark' });
        findings.push(...(await axe_findings(page, 'colours')).map((one) => `${address}, dark: ${one}`));
      });
    }
    no_findings([...findings, ...readers.watch.take()], site.name);
  });

  test(`${site.name}: readable with text at 200 %`, async () => {
    const large = await open_context(large_browser, origin);
    const findings = [];
    await on_page(large.context, origin + with_list(address_of({ hulp: some.slice(0, 1) }, true), data.schools[0].id), async (page) => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        findings.push(...(await layout_findings(page)).map((one) => `${width} px: ${one}`));
      }
      await page.setViewportSize({ width: 320, height: 640 });
      await page.click('[data-filter-open]');
      findings.push(...(await layout_findings(page)).map((one) => `sheet: ${one}`));
    });
    await large.context.close();
    no_findings(findings, site.name);
  });

  test(`${site.name}: with the keyboard alone on a phone`, async () => {
    await on_page(phone.context, `${origin}/scholen/`, async (page) => {
      await page.focus('[data-filter-open]');
      await page.keyboard.press('Enter');
      assert.equal(await page.locator('.filters').isVisible(), true, 'the sheet opens');
      await page.evaluate(() => { for (const one of document.querySelectorAll('[data-group]')) one.open = true; });
      await page.focus('input[name=niveaus][value=havo]');
      await page.keyboard.press('Space');
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('.filters').isVisible(), false, 'Escape closes it');
      compare(data, { niveaus: ['havo'] }, true, await shown(page), 'keyboard');
      await page.focus('[data-filter-open]');
      await page.keyboard.press('Enter');
      await page.focus('.filters button[type=submit]');
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'pagina-scholen', 'the focus goes to what was found');
    });
    const findings = await on_page(phone.context, origin + with_list(address_of({ hulp: [some[0]] }, false), data.schools[0].id), tab_findings);
    no_findings([...findings, ...phone.watch.take()], 'keyboard');
  });

  test(`${site.name}: on paper stands what was found, without the form`, async () => {
    const address = address_of({ niveaus: ['havo'], hulp: [some[0]] }, false);
    const findings = await on_page(phone.context, origin + address, (page) => print_findings(page, path.join(built.folder, 'finder.pdf')));
    no_findings(findings, address);
  });

  test(`${site.name}: without scripts every school is there, with the lists by one value as links and no dead form`, async () => {
    await on_page(without_scripts.context, `${origin}/scholen/?niveaus=havo`, async (page) => {
      assert.equal(await page.locator('[data-finder-cards] > li').count(), data.schools.length);
      assert.equal(await page.locator('[data-finder]').isVisible(), false);
      assert.equal(await page.locator('button[data-list-entry]').first().isVisible(), false);
      assert.ok(await page.locator('[data-finder-links] a[href^="/scholen/niveau/"]').count() > 3);
      no_findings(await without_script_findings(page), 'without scripts');
    });
  });

  test(`${site.name}: without scripts the page is nearly as long before the cards were in view as after, with large letters too`, async () => {
    const ways = [browser, large_browser].flatMap((one) => [320, 768, 1280].map((width) => ({ one, width })));
    for (const { one, width } of ways) {
      const { context } = await open_context(one, origin, { viewport: { width, height: 800 }, javaScriptEnabled: false });
      await on_page(context, `${origin}/scholen/`, async (page) => {
        const height = () => page.evaluate(() => document.documentElement.scrollHeight);
        const before = await height();
        await page.locator('li.kaart').evaluateAll((cards) => { for (const card of cards) card.style.contentVisibility = 'visible'; });
        const after = await height();
        assert.ok(Math.abs(before - after) < after * 0.1, `at ${width} pixels ${before}, then ${after}`);
      });
      await context.close();
    }
  });

  test(`${site.name}: nothing is stored`, async () => {
    for (const { context } of [readers, phone, without_scripts]) {
      const { cookies, origins } = await context.storageState();
      assert.deepEqual([cookies, origins], [[], []]);
      await context.close();
    }
  });
}

for (const site of sites_or_one('the real site')) await test_site(site);
