// How soon somebody who saves a text sees it in the preview: from the end of the save to the frame that shows it. Runs by
// itself: another test beside it would be measured too.
import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import test, { after } from 'node:test';

import { start_browser } from './browser.mjs';
import { serve } from './preview.mjs';
import { build_site, sites_present } from './site.mjs';

const browser = await start_browser();
after(() => browser.close());

/// Milliseconds from a save of `file` until the page at `address` has painted what was saved, the median of several.
async function save_to_paint(origin, address, file) {
  const page = await browser.newPage();
  await page.goto(origin + address);
  const times = [];
  for (let save = 0; save < 9; ++save) {
    // The preview waits for the next save, and the page for the preview.
    await new Promise((resolve) => { setTimeout(resolve, 400); });
    const sentence = `Zin nummer ${10 + save} van de proef.`;
    appendFileSync(file, `\n${sentence}\n`);
    const saved = Date.now();
    const painted = await page.waitForFunction((wanted) => {
      if (!document.body?.textContent.includes(wanted)) return 0;
      return new Promise((resolve) => { requestAnimationFrame(() => setTimeout(() => resolve(Date.now()))); });
    }, sentence, { polling: 5 });
    times.push(await painted.jsonValue() - saved);
  }
  await page.close();
  times.sort((left, right) => left - right);
  return { median: times[times.length >> 1], all: times };
}

/// A text of each site, by its name: the file, and the address of its page.
const texts = {
  'the real site': ['content/activiteiten/toptrajecten.md', '/ondersteuning/toptrajecten/'],
  voorbeeldstad: ['content/activiteiten/ankerplek.md', '/ondersteuning/ankerplek/'],
};

for (const site of sites_present()) {
  test(`${site.name}: a saved text is painted in the preview within three tenths of a second`, async (t) => {
    const { options } = await build_site(site, () => {}); // whose texts are saved anew
    const root = options[options.indexOf('--root') + 1];
    const origin = await serve(options);
    const [file, address] = texts[site.name];
    const { median, all } = await save_to_paint(origin, address, path.join(root, file));
    t.diagnostic(`${median} ms (${all.join(', ')}); 100 is the aim on a quiet machine`);
    assert.ok(median <= 300, `${median} ms`);
  });
}
