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
