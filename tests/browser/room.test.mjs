// What stands too close, or not in line: between a heading and what is above it, and at the top of columns.
import test, { after } from 'node:test';
import assert from 'node:assert/strict';

import { on_page, open_context, start_browser } from './browser.mjs';
import { addresses_of, is_short, pages_of } from './pages.mjs';
import { build_site, serve_site, sites_present } from './site.mjs';

const least_room = 8; // pixels, between what is read and the heading, notice or choice below it
const widths = [320, 1280];
const browser = await start_browser();
after(() => browser.close());

/// Headings, notices, boxes and choices that stick to the text above them.
function sticking(page, least) {
  return page.evaluate((room) => {
    const found = [];
    const is_seen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().height > 1 && !one.closest('.vh, .iconen');
    const before = (one) => {
      for (let at = one; at && at.tagName !== 'MAIN'; at = at.parentElement) {
        for (let other = at.previousElementSibling; other; other = other.previousElementSibling) if (is_seen(other)) return other;
      }
      return null;
    };
    const root = document.querySelector('dialog[open]') ?? document.querySelector('main');
    for (const one of root.querySelectorAll('h2, legend, .melding, .blok, .keuze > details, .keuze > .naast, label:not(.vink)')) {
      const above = is_seen(one) ? before(one) : null;
      if (!above || above.matches('h1, h2, h3, legend, summary, label') || (one.matches('details') && above.matches('details'))) continue;
      // Of what is above, where its words end: its own padding is room.
      const words = document.createRange();
      words.selectNodeContents(above);
      const [upper, lower] = [words.getBoundingClientRect(), one.getBoundingClientRect()];
      // What is folded takes no room.
      const bottom = Math.min(upper.bottom, above.getBoundingClientRect().bottom);
      const is_below = lower.top > upper.top && lower.left < upper.right && upper.left < lower.right && lower.top >= bottom - 1;
      if (is_below && lower.top - bottom < room) {
        found.push(`"${one.textContent.trim().slice(0, 40)}" stands ${Math.round(lower.top - bottom)} px below "${above.textContent.trim().slice(-40)}"`);
      }
    }
    return found;
  }, least);
}

/// Lists in columns of which one begins with a rule and another does not.
function uneven_columns(page) {
  return page.evaluate(() => [...document.querySelectorAll('main :is(ul, ol)')].flatMap((list) => {
    const firsts = new Map();
    for (const item of list.children) {
      const { left, top, width } = item.getBoundingClientRect();
      if (width === 0) continue;
      const at = Math.round(left);
      if (!firsts.has(at) || firsts.get(at).top > top) firsts.set(at, { top, item });
    }
    const tops = [...firsts.values()];
    const is_ruled = ({ item }) => {
      const { borderTopWidth, borderTopStyle } = getComputedStyle(item);
      return parseFloat(borderTopWidth) > 0 && borderTopStyle !== 'none';
    };
    const is_in_columns = tops.length > 1 && tops.every(({ top }) => Math.abs(top - tops[0].top) < 40);
    return is_in_columns && new Set(tops.map(is_ruled)).size > 1 ? [`uneven columns at "${tops[0].item.textContent.trim().slice(0, 40)}"`] : [];
  }));
}

for (const site of sites_present()) {
  test(`${site.name}: every heading, notice and choice has room above it, and columns begin alike`, async () => {
    const built = await build_site(site);
    const { origin, stop } = await serve_site(built);
    const addresses = addresses_of(built.built).pages;
    const wanted = new Set(pages_of(site, addresses));
    // One page of each template that has what is looked at here.
    for (const [start, number] of [['/procedures/', 3], ['/scholen/hulp/', 1], ['/vergelijken/', 2], ['/ondersteuning/', 3], ['/begrippen/', 2]]) {
      for (const one of addresses.filter((address) => address.startsWith(start)).slice(0, is_short ? number : 3 * number)) wanted.add(one);
    }
    const { context } = await open_context(browser, origin);
    const told = [];
    for (const address of wanted) {
      await on_page(context, origin + address, async (page) => {
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          const opens = page.locator('[data-filter-open]:visible');
          if (width === 320 && await opens.count() > 0) await opens.click();
          const found = [...await uneven_columns(page)];
          for (const is_open of [false, true]) {
            await page.$$eval('main details, dialog[open] details', (all, open) => { for (const one of all) one.open = open; }, is_open);
            found.push(...await sticking(page, least_room));
          }
          told.push(...found.map((one) => `${address}, ${width} px: ${one}`));
          await page.keyboard.press('Escape');
        }
      });
    }
    await context.close();
    stop();
    assert.deepEqual(told, []);
  });
}
