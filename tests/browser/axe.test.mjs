// One page of every kind in a real browser, over the program's own preview: with every width and mode of the reader.
import assert from 'node:assert/strict';
import path from 'node:path';
import test, { after } from 'node:test';

import { on_page, open_context, start_browser } from './browser.mjs';
import { skip_link_findings, tab_findings } from './keyboard_checks.mjs';
import { addresses_of, is_short, pages_of, widths } from './pages.mjs';
import { print_findings } from './print_checks.mjs';
import { axe_findings, layout_findings, set_text_spacing, text_size, without_script_findings } from './reading_checks.mjs';
import { build_site, serve_site, sites_present } from './site.mjs';

const height = 800;
const browser = await start_browser();
// The reader's own setting for larger text: rem and the media queries in rem follow it, as on the reader's machine.
const large_browser = await start_browser('defaultFontSize=32');
after(() => Promise.all([browser.close(), large_browser.close()]));

/// The modes in which a page is looked at, on one and the same loaded page: `look` gives findings. Colours hardly depend on the width, so
/// a short run looks at other ones at a single width.
const modes = [
  ...widths.map((width) => ({ name: 'light', width, media: {}, look: light_findings })),
  ...(is_short ? [320] : widths).map((width) => ({ name: 'dark', width, media: { colorScheme: 'dark' }, look: dark_findings })),
  ...(is_short ? [320] : [320, 1280]).map((width) => ({ name: 'forced colours', width, media: { forcedColors: 'active' }, look: forced_findings })),
  { name: 'text spacing', width: 320, media: {}, look: spaced_text_findings },
];

async function light_findings(page) {
  return [...await axe_findings(page), ...await layout_findings(page)];
}

async function dark_findings(page) {
  assert.ok(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches), 'the browser is not dark');
  return axe_findings(page, 'colours');
}

async function forced_findings(page) {
  assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches), 'the browser does not force its colours');
  return [...await axe_findings(page, 'not colours'), ...await layout_findings(page)];
}

/// The page with text at 200 % at every width.
async function large_text_findings(page) {
  const findings = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height });
    const size = await text_size(page);
    assert.ok(size >= 32, `text at 200 % is only ${size} px`);
    findings.push(...(await layout_findings(page)).map((finding) => `${width} px, text at 200 %: ${finding}`));
  }
  return findings;
}

async function spaced_text_findings(page) {
  await set_text_spacing(page, true);
  const findings = await layout_findings(page);
  await set_text_spacing(page, false);
  return findings;
}

function no_findings(findings, where) {
  const shown = [...new Set(findings)].slice(0, 25);
  assert.equal(findings.length, 0, `${where}:\n  ${shown.join('\n  ')}`);
}

/// Checks one page in every mode and tells all of it at once.
async function look_in_all_modes(page, watch, where) {
  // The finder lays the cards out of view out for who scrolls.
  await page.evaluate(() => dispatchEvent(new Event('scroll')));
  await page.waitForFunction(() => !document.querySelector('form[data-finder]') ||
    [...document.querySelectorAll('li.kaart')].every((card) => getComputedStyle(card).contentVisibility === 'visible'));
  const findings = watch.take().map((finding) => `${where}, while loading: ${finding}`);
  for (const { name, width, media, look } of modes) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
    const found = [...await look(page), ...watch.take()];
    findings.push(...found.map((finding) => `${where}, ${width} px, ${name}: ${finding}`));
  }
  return findings;
}

/// The headers of a published site (README, "Publishing") on an answer of the preview.
function header_findings(answer) {
  const headers = answer.headers();
  const policy = headers['content-security-policy'] ?? '';
  const findings = [];
  if (!policy.includes("default-src 'none'") || policy.includes('unsafe')) findings.push(`the policy is "${policy}"`);
  if (headers['x-content-type-options'] !== 'nosniff') findings.push('no nosniff');
  if (headers['referrer-policy'] !== 'no-referrer') findings.push('no Referrer-Policy');
  if (headers['set-cookie']) findings.push('sets a cookie');
  return findings;
}

async function test_site(site) {
  const built = await build_site(site);
  const { origin, stop } = await serve_site(built);
  after(stop);
  const addresses = addresses_of(built.built);
  const pages = pages_of(site, addresses.pages);
  const readers = await open_context(browser, origin, {}, true);
  const without_scripts = await open_context(browser, origin, { javaScriptEnabled: false, viewport: { width: 320, height } });
  const large_text = await open_context(large_browser, origin);
  const keyboard = await open_context(browser, origin, { viewport: { width: 320, height } });

  for (const address of pages) {
    const where = `${site.name} ${address}`;

    test(`${where}: accessible and readable at every width and in every mode`, async () => {
      const findings = await on_page(readers.context, origin + address, async (page, answer) =>
        [...header_findings(answer), ...await look_in_all_modes(page, readers.watch, address)]);
      no_findings(findings, where);
    });

    test(`${where}: readable with text at 200 %`, async () => {
      const findings = await on_page(large_text.context, origin + address, large_text_findings);
      no_findings([...findings, ...large_text.watch.take()], where);
    });

    test(`${where}: readable without scripts`, async () => {
      const findings = await on_page(without_scripts.context, origin + address, without_script_findings);
      no_findings([...findings, ...without_scripts.watch.take()], `${where}, 320 px, scripts off`);
    });

    test(`${where}: everything is reached with the keyboard and shows it`, async () => {
      const findings = [
        ...await on_page(keyboard.context, origin + address, skip_link_findings),
        ...await on_page(keyboard.context, origin + address, tab_findings),
      ];
      no_findings([...findings, ...keyboard.watch.take()], `${where}, 320 px, keyboard`);
    });

    test(`${where}: everything is on paper`, async () => {
      const file = path.join(built.folder, 'paper.pdf');
      const findings = await on_page(keyboard.context, origin + address, (page) => print_findings(page, file));
      no_findings([...findings, ...keyboard.watch.take()], `${where}, print`);
    });
  }

  test(`${site.name}: the search form works without scripts`, async () => {
    const links = await on_page(without_scripts.context, origin + '/', async (page) => {
      await page.fill('[role=search] input', 'havo');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/zoeken/?q=havo', { timeout: 5000 });
      return page.locator('main li a').count();
    });
    assert.ok(links > 10, `${site.name} /zoeken/?q=havo, scripts off: ${links} links are no list to fall back on`);
    no_findings(without_scripts.watch.take(), `${site.name} /zoeken/?q=havo, scripts off`);
  });

  // A redirect goes on by itself; three show that its template works.
  for (const { address, target } of addresses.redirects.slice(0, 3)) {
    test(`${site.name} ${address}: leads to ${target} without scripts`, async () => {
      await on_page(without_scripts.context, origin + address, (page) => page.waitForURL(origin + target, { timeout: 5000 }));
      no_findings(without_scripts.watch.take(), `${site.name} ${address}, scripts off`);
    });
  }

  test(`${site.name}: nothing is stored in the reader's browser`, async () => {
    for (const { context } of [readers, large_text, without_scripts, keyboard]) {
      const { cookies, origins } = await context.storageState();
      assert.deepEqual([cookies, origins], [[], []], `${site.name}: cookies or storage`);
      await context.close();
    }
  });
}

for (const site of sites_present()) await test_site(site);
