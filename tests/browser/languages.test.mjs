// Pages in other languages: what must be read from left to right in a text that goes from right to left.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { on_page, open_context, start_browser } from './browser.mjs';
import { build_site, serve_site, sites_present } from './site.mjs';

const site = sites_present().find(({ name }) => name === 'the real site');
const { origin, stop } = await serve_site(await build_site(site));
const browser = await start_browser();
after(async () => {
  await browser.close();
  stop();
});
const { context } = await open_context(browser, origin);

test('telephone numbers stand with their first digits at the left, and on one line', async () => {
  for (const address of ['/talen/ar/', '/talen/en/']) {
    await on_page(context, origin + address, async (page) => {
      await page.setViewportSize({ width: 320, height: 800 });
      const numbers = await page.locator('main a[href^="tel:"]').evaluateAll((links) => links.map((link) => {
        const box_of = (text, at) => {
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          return range.getBoundingClientRect();
        };
        const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
        const boxes = [];
        while (texts.nextNode()) boxes.push(...Array.from(texts.currentNode.data, (_, at) => box_of(texts.currentNode, at)));
        return { number: link.textContent, in_order: boxes.every(({ left, top }, at) => at === 0 || left > boxes[at - 1].left && top === boxes[0].top) };
      }));
      assert.ok(numbers.length >= 4, address);
      assert.deepEqual(numbers.filter(({ in_order }) => !in_order), [], address);
    });
  }
});
