// What takes how many sheets on paper.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test, { after } from 'node:test';

import { on_page, open_context, start_browser } from './browser.mjs';
import { is_short } from './pages.mjs';
import { build_site, serve_site, sites_present } from './site.mjs';

const most_sheets = 2;
const browser = await start_browser();
after(() => browser.close());

/// The first schools of the site, in the order of their names.
function schools_of(built, number) {
  const folder = path.join(built, 'scholen');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).sort().filter((id) => existsSync(path.join(folder, id, 'index.json'))).slice(0, number);
}

/// Prints the page to `file` and says how many sheets that takes.
async function sheets_of(page, file) {
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: false }));
  return Number(execFileSync('pdfinfo', [file], { encoding: 'utf8' }).match(/^Pages:\s+(\d+)/m)?.[1]);
}

/// Every plan of steps of the site; the list of them, the calendar and the ways to them are no plan.
function plans_of(built) {
  const folder = path.join(built, 'procedures');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).sort().map((id) => [id, path.join(folder, id, 'index.html')])
    .filter(([, file]) => existsSync(file) && /class="route kaal"/.test(readFileSync(file, 'utf8'))).map(([id]) => id);
}

const two_schools = 's=het-cartesius,barlaeus-gymnasium';
/// What a reader of the real site takes along on paper, and how many sheets that may be.
const on_paper = [['/kalender/', 2], ['/procedures/welke-route/', 2], ['/procedures/leerkracht/', 2], ['/procedures/', 2], ['/vragen/', 2],
  [`/vragen/?${two_schools}#hulp=dyslexie,aandacht`, 1], [`/vergelijken/?${two_schools}#hulp=dyslexie,hoogbegaafdheid`, 1]];

test('the calendar, the ways to the plans, the questions and a comparison of two topics take few sheets', async () => {
  const site = await build_site(sites_present()[0]);
  const { folder } = site;
  const { origin, stop } = await serve_site(site);
  const { context } = await open_context(browser, origin);
  const told = [];
  for (const [address, most] of on_paper) {
    await on_page(context, origin + address, async (page) => {
      await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], [data-comparison]:not([hidden], [data-ready])'));
      const sheets = await sheets_of(page, path.join(folder, 'page.pdf'));
      if (!(sheets >= 1 && sheets <= most)) told.push(`${address}: ${sheets} sheets, at most ${most}`);
    });
  }
  await context.close();
  stop();
  assert.deepEqual(told, []);
});

for (const site of sites_present()) {
  test(`${site.name}: a plan of steps takes ${most_sheets} sheets`, async () => {
    const one = await build_site(site);
    const { built, folder } = one;
    const { origin, stop } = await serve_site(one);
    const { context } = await open_context(browser, origin);
    const told = [];
    for (const id of plans_of(built)) {
      await on_page(context, `${origin}/procedures/${id}/`, async (page) => {
        await page.emulateMedia({ media: 'print' });
        const sheets = await sheets_of(page, path.join(folder, `${id}.pdf`));
        if (!(sheets >= 1 && sheets <= most_sheets)) told.push(`${id}: ${sheets} sheets`);
      });
    }
    await context.close();
    stop();
    assert.deepEqual(told, []);
  });

  test(`${site.name}: a school takes ${most_sheets} sheets, without a button on them`, async () => {
    const one = await build_site(site);
    const { built, folder } = one;
    const { origin, stop } = await serve_site(one);
    const { context } = await open_context(browser, origin);
    const told = [];
    const known = site.name === 'the real site' ? ['het-cartesius', 'barlaeus-gymnasium', 'orion-college-amstel'] : [];
    for (const id of new Set([...known, ...schools_of(built, is_short ? 4 : Infinity)])) {
      await on_page(context, `${origin}/scholen/${id}/`, async (page) => {
        await page.emulateMedia({ media: 'print' });
        const buttons = await page.locator('main button:visible').count();
        if (buttons > 0) told.push(`${id}: ${buttons} buttons on paper`);
        const sheets = await sheets_of(page, path.join(folder, `${id}.pdf`));
        if (!(sheets >= 1 && sheets <= most_sheets)) told.push(`${id}: ${sheets} sheets`);
      });
    }
    await context.close();
    stop();
    assert.deepEqual(told, []);
  });
}
