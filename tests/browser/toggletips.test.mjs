// The words that have a page in the glossary: a button with the meaning, and a link where scripts or popovers are missing.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { axe_findings } from './reading_checks.mjs';
import { on_page, open_context, start_browser } from './browser.mjs';
import { build_site, serve_site, sites_present } from './site.mjs';

const browser = await start_browser();
const { origin, stop } = await serve_site(await build_site(sites_present()[0]));
after(() => Promise.all([browser.close(), stop()]));

const address = `${origin}/ondersteuning/toptrajecten/`;
const viewport = { width: 320, height: 640 };
const { context, watch } = await open_context(browser, origin, { viewport }, true);

const explanation = (page) => page.locator('.uitleg:popover-open');

test('a click on a term shows its meaning within the window, a second click or Escape takes it away', async () => {
  await on_page(context, address, async (page) => {
    const term = page.locator('button.term').first();
    await term.hover();
    assert.equal(await explanation(page).count(), 0, 'the pointer alone opened it');
    await term.click();
    assert.equal(await explanation(page).count(), 1);
    const box = await explanation(page).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= viewport.width && box.y >= 0 && box.y + box.height <= viewport.height,
      `not within the window: ${JSON.stringify(box)}`);
    assert.deepEqual(await axe_findings(page), []);
    await page.keyboard.press('Escape');
    assert.equal(await explanation(page).count(), 0);
    assert.ok(await term.evaluate((element) => element === document.activeElement), 'the focus left the term');
    await term.click();
    await term.click();
    assert.equal(await explanation(page).count(), 0);
  });
  assert.deepEqual(watch.take(), []);
});

test('what follows a term keeps to it when it is a stop, and begins no line with a space', async () => {
  await on_page(context, address, async (page) => {
    const behind = await page.locator('button.term').evaluateAll((terms) => terms.map((term) => {
      const explanation = term.popoverTargetElement;
      const joined = term.nextSibling !== explanation;
      return [joined, explanation.nextSibling?.textContent.slice(0, 1) ?? ''];
    }));
    assert.ok(behind.some(([joined]) => joined) && behind.some(([joined]) => !joined), 'the page has terms of both sorts');
    for (const [joined, next] of behind) assert.equal(joined, /\S/.test(next), JSON.stringify(next));
  });
});

test('the keyboard opens a term, and the next stop is the link to its page', async () => {
  await on_page(context, address, async (page) => {
    const term = page.locator('button.term').first();
    await term.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const target = await page.evaluate(() => document.activeElement.getAttribute('href'));
    assert.match(target, /^\/begrippen\/[a-z0-9-]+\/$/);
  });
});

test('every term is explained once on a page, and no term is a link any more', async () => {
  await on_page(context, address, async (page) => {
    const targets = await page.locator('.uitleg a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    assert.ok(targets.length >= 3, `only ${targets.length} terms`);
    assert.equal(new Set(targets).size, targets.length);
    assert.equal(await page.locator('a.term').count(), 0);
  });
});

async function term_is_a_link(page) {
  const term = page.locator('a.term').first();
  const target = await term.getAttribute('href');
  assert.equal(await page.locator('button.term').count(), 0);
  assert.equal(await page.locator('.uitleg').first().isVisible(), false);
  await term.click();
  await page.waitForURL(origin + target, { timeout: 5000 });
}

test('without scripts a term is a link and its explanation is out of sight', async () => {
  const plain = await open_context(browser, origin, { viewport, javaScriptEnabled: false });
  await on_page(plain.context, address, term_is_a_link);
});

test('in a browser without popovers a term is a link and its explanation is out of sight', async () => {
  const old = await open_context(browser, origin, { viewport });
  await old.context.addInitScript(() => { delete HTMLElement.prototype.popover; });
  await on_page(old.context, address, term_is_a_link);
});
