// How long a page is on a phone, and that what is folded there is not hidden: an address leads into it, a wide screen and paper have it open.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import test, { after } from 'node:test';

import { on_page, open_context, start_browser } from './browser.mjs';
import { is_short } from './pages.mjs';
import { build_site, serve_site, sites_present } from './site.mjs';

const browser = await start_browser();
after(() => browser.close());
const built = await build_site(sites_present()[0]);
const { origin, stop } = await serve_site(built);
after(stop);

const phone = { viewport: { width: 320, height: 640 } };
const desk = { viewport: { width: 1280, height: 800 } };
const most_for_a_day = 130; // pixels of one open day, with its share of the headings
const most_screens_of_school = 14; // of 640 pixels
const long_schools = ['het-cartesius', 'barlaeus-gymnasium', 'orion-college-amstel', 'spinoza-lyceum-amsterdam'];

test('a list of open days says of each day who, what and when, in two lines', async () => {
  const { context } = await open_context(browser, origin, phone);
  for (const address of ['/open-dagen/', '/open-dagen/gebied/oost/']) {
    await on_page(context, origin + address, async (page) => {
      const days = page.locator('.dagen > li');
      const number = await days.count();
      assert.ok(number > 20, address);
      for (const month of await page.locator('details:has(.dagen) > summary').all()) await month.click();
      for (const day of [days.first(), days.last()]) {
        assert.ok(await day.locator('h3 a').isVisible());
        assert.match(await day.locator('summary').innerText(), /^\S.*(uur|tijd)/);
      }
      const [from, until] = [await days.first().boundingBox(), await days.last().boundingBox()];
      const height = until.y + until.height - from.y;
      assert.ok(height / number <= most_for_a_day, `${address}: ${height} pixels for ${number} days`);
    });
  }
  await context.close();
});

const most_of_open_days = 9000; // pixels at 360

test('of the open days on a phone the first month is open and those after it while few days are shown, the others are folded, with how many days they have', async () => {
  const { context } = await open_context(browser, origin, { viewport: { width: 360, height: 740 } });
  await on_page(context, `${origin}/open-dagen/`, async (page) => {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(height <= most_of_open_days, `${height} pixels`);
    const months = await page.locator('.maanden a').evaluateAll((all) => all.map((one) => ({ name: one.textContent, id: one.hash.slice(1) })));
    const told = [];
    let shown = 0;
    for (const [position, { name, id }] of months.entries()) {
      const number = await page.locator(`.groep:has([id^="${id.slice(0, 'dag-2026-12'.length)}"]) .dagen > li`).count();
      shown += number;
      const heading = page.locator(`[id="${id}"]`);
      const is_open = position === 0 || shown <= 30;
      assert.equal(await heading.isVisible(), is_open, name);
      if (is_open) continue;
      const fold = page.locator('details', { has: heading }).first();
      assert.equal((await fold.locator('> summary').innerText()).trim(), `${name} (${number} ${number === 1 ? 'moment' : 'momenten'})`);
      told.push(name);
    }
    assert.ok(told.length > 1, `folded: ${told}`);
    // What is folded is found by the ways to it.
    await page.locator('.maanden a').last().click();
    await page.locator(`[id="${months.at(-1).id}"]`).waitFor();
  });
  const numbers = [];
  for (const media of ['screen', 'print']) {
    await on_page(context, `${origin}/open-dagen/`, async (page) => {
      await page.emulateMedia({ media });
      if (media === 'screen') await page.setViewportSize(desk.viewport);
      numbers.push(await page.locator('.dagen h3:visible').count(), await page.locator('.dagen h3').count());
    });
  }
  assert.equal(new Set(numbers).size, 1, `on a phone that becomes wide, and on paper: ${numbers}`);
  await context.close();
  for (const [where, options] of [['on a wide screen', desk], ['without scripts', { ...phone, javaScriptEnabled: false }]]) {
    const other = await open_context(browser, origin, options);
    await on_page(other.context, `${origin}/open-dagen/`, async (page) =>
      assert.equal(await page.locator('.dagen h3:visible').count(), numbers[0], where));
    await other.context.close();
  }
});

test('a month of many moments is a list of its dates on a phone, and a tap on a date shows its schools', async () => {
  const { context } = await open_context(browser, origin, { viewport: { width: 360, height: 740 } });
  await on_page(context, `${origin}/open-dagen/`, async (page) => {
    const full = await page.locator('.maanden + * ~ details').evaluateAll((months) => months.findIndex((month) => month.querySelectorAll('.dagen > li').length > 30));
    assert.ok(full >= 0, 'a month has more than thirty moments');
    const month = page.locator('.maanden + * ~ details').nth(full);
    await month.locator('> summary').click();
    const dates = month.locator('.groep > details');
    assert.ok(await dates.count() > 5);
    assert.equal(await month.locator('.dagen:visible').count(), 0);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(height < 5000, `${height} pixels`);
    const date = dates.last();
    await date.locator('summary').first().click();
    const said = Number((await date.locator('> summary').innerText()).match(/\((\d+)\)/)[1]);
    assert.equal(await date.locator('.dagen > li:visible').count(), said);
    assert.equal(await month.locator('.dagen > li:visible').count(), said);
  });
  await context.close();
});

test('an address opens the fold that it leads into, on every page, also in a browser that does not do that itself', async () => {
  const { context } = await open_context(browser, origin, { viewport: { width: 360, height: 740 } });
  for (const address of ['/open-dagen/', '/scholen/het-cartesius/', '/procedures/overstap-po-vo/', '/vergelijken/']) {
    await on_page(context, origin + address, async (page) => {
      const id = await page.evaluate(() => [...document.querySelectorAll('main details:not([open]) [id]')].at(-1)?.id);
      assert.ok(id, `${address} has a fold with a place in it`);
      // The event alone: what the browser does by itself is left out.
      await page.evaluate((place) => {
        history.replaceState(null, '', `#${place}`);
        dispatchEvent(new HashChangeEvent('hashchange'));
      }, id);
      assert.equal(await page.evaluate((place) => document.getElementById(place).closest('details').open, id), true, `${address}#${id}`);
    });
  }
  await context.close();
});

test('the place of a day, how to sign up and its file for the calendar are a tap away', async () => {
  const { context } = await open_context(browser, origin, phone);
  await on_page(context, `${origin}/open-dagen/`, async (page) => {
    const day = page.locator('.dagen > li').first();
    assert.equal(await day.locator('a[href$=".ics"]').isVisible(), false);
    await day.locator('summary').click();
    assert.ok(await day.locator('a[href$=".ics"]').isVisible());
    assert.match(await day.innerText(), /Aanmelden nodig/);
  });
  await context.close();
});

test('a school is not long on a phone, and an answer in it is where its address leads, with its source', async () => {
  const { context } = await open_context(browser, origin, phone);
  const folder = path.join(built.built, 'scholen');
  const schools = is_short ? long_schools : readdirSync(folder).sort().filter((id) => existsSync(path.join(folder, id, 'index.json')));
  const told = [];
  let answers = 0;
  for (const id of schools) {
    await on_page(context, `${origin}/scholen/${id}/`, async (page) => {
      const screens = await page.evaluate(() => document.documentElement.scrollHeight / 640);
      if (screens > most_screens_of_school) told.push(`${id}: ${screens.toFixed(1)} screens`);
      const rows = await page.locator('.regel').evaluateAll((all) => all.map((one) => one.id));
      if (rows.length === 0) return;
      answers += 1;
      const row = page.locator(`[id="${rows.at(-1)}"]`);
      assert.equal(await row.isVisible(), false, id);
      await page.evaluate((place) => { location.hash = place; }, rows.at(-1));
      await row.locator('.bron').first().waitFor();
      const { y } = await row.boundingBox();
      assert.ok(y > -1 && y < 640, `${id}: ${rows.at(-1)} is in view`);
    });
  }
  assert.ok(answers > 0);
  assert.deepEqual(told, []);
  await context.close();
});

for (const [where, options, media] of [['on a wide screen', desk, 'screen'], ['on a wide screen without scripts', { ...desk, javaScriptEnabled: false }, 'screen'],
  ['on paper', phone, 'print']]) {
  test(`every answer of a school with its source is there ${where}`, async () => {
    const { context } = await open_context(browser, origin, options);
    await on_page(context, `${origin}/scholen/het-cartesius/`, async (page) => {
      await page.emulateMedia({ media });
      const claims = page.locator('.regel .claim');
      assert.ok(await claims.count() > 10);
      for (const claim of await claims.all()) {
        assert.ok(await claim.locator('.status').isVisible());
        assert.ok(await claim.locator('.bron').first().isVisible());
      }
      assert.equal(await page.locator('.bekend:visible').count(), 0, 'what is open is not summed up');
      if (options.javaScriptEnabled === undefined && media === 'screen') {
        const reached = await page.locator('.groep summary').evaluateAll((all) => all.filter(({ tabIndex }) => tabIndex >= 0).length);
        assert.equal(reached, 0, 'no key leads to what has nothing to open');
      }
    });
    await context.close();
  });
}
