// What somebody sees who writes with the preview beside the text.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test, { after } from 'node:test';

import { start_browser } from './browser.mjs';
import { serve } from './preview.mjs';
import { build_site, sites_present } from './site.mjs';

const browser = await start_browser();
after(() => browser.close());
const site = sites_present().find((one) => one.name === 'voorbeeldstad');
const { options } = await build_site(site, () => {}); // whose texts are saved anew
const root = options[options.indexOf('--root') + 1];
const file = path.join(root, 'content/activiteiten/ankerplek.md');
const address = '/ondersteuning/ankerplek/';
const written = readFileSync(file, 'utf8');
const origin = await serve(options);

let times_opened = 0;
const first_sentence = 'De eerste zin van de proef.';

/// The page of the text, with a mark that is gone when it is loaded anew. The text has a sentence of its own to change.
async function open_page(t) {
  // Words of its own tell this version from those before it.
  const own = `Geopend voor de ${++times_opened}e keer.`;
  writeFileSync(file, `${written}\n${first_sentence}\n\n${own}\n`);
  while (!(await (await fetch(origin + address)).text()).includes(own)) {
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
  const page = await browser.newPage();
  t.after(() => page.close());
  // The page looks at what the preview sent, to know what changes.
  const looked = page.waitForEvent('requestfinished', (request) => request.resourceType() === 'xhr' && request.url() === origin + address);
  await page.goto(origin + address);
  await looked;
  // The end of what the test before wrote may still have the page loaded anew.
  for (let is_marked = false; !is_marked;) {
    await page.waitForLoadState();
    is_marked = await page.evaluate(() => { document.documentElement.dataset.mark = 'is er nog'; }).then(() => true, (error) => {
      if (!/context was destroyed/.test(error.message)) throw error;
      return false;
    });
  }
  return page;
}

const shows = (page, sentence) => page.waitForFunction((wanted) => document.body?.textContent.includes(wanted), sentence);
const mark = (page) => page.evaluate(() => document.documentElement.dataset.mark);

test('a changed sentence appears where it is, and the reader stays where they are', async (t) => {
  const page = await open_page(t);
  await page.evaluate(() => window.scrollTo(0, 200));
  for (const sentence of ['Een andere zin van de proef.', 'Een zin met <nadruk> & tekens.']) {
    writeFileSync(file, `${written}\n${sentence.replace('<', '\\<')}\n`);
    await shows(page, sentence);
    assert.equal(await mark(page), 'is er nog');
  }
  assert.equal(await page.evaluate(() => window.scrollY), 200);
});

test('sentences that come and go in one place do so without the page being loaded anew', async (t) => {
  const page = await open_page(t);
  const paragraphs = () => page.$$eval('main p', (all) => all.map((one) => one.textContent).filter((text) => text.includes('van de proef')));
  const texts = [[first_sentence, 'Nog een zin van de proef.'], ['Vooraan een zin van de proef.', first_sentence, 'Nog een zin van de proef.'], [first_sentence]];
  for (const text of texts) {
    writeFileSync(file, `${written}\n${text.join('\n\n')}\n`);
    await page.waitForFunction((wanted) => [...document.querySelectorAll('main p')].filter((one) => one.textContent.includes('van de proef')).length === wanted, text.length);
    assert.deepEqual(await paragraphs(), text);
    assert.equal(await mark(page), 'is er nog');
  }
});

test('what a script of the site may hold on to has the page loaded anew', async (t) => {
  const page = await open_page(t);
  writeFileSync(file, `${written}\n## Een kop van de proef\n\n${first_sentence}\n`);
  await shows(page, 'Een kop van de proef');
  assert.equal(await mark(page), undefined);
});

test('of saves that follow each other at once the last one is shown', async (t) => {
  const page = await open_page(t);
  for (let number = 0; number < 20; ++number) {
    writeFileSync(file, `${written}\nZin ${number} van de proef.\n`);
    await new Promise((resolve) => { setTimeout(resolve, 30); });
  }
  await shows(page, 'Zin 19 van de proef.');
});

test('a mistake is shown above the last good version, and gone when it is mended', async (t) => {
  const page = await open_page(t);
  writeFileSync(file, `${written}\nDe [eerste](/bestaat-niet/) zin.\n`);
  await page.waitForFunction(() => document.querySelector('[role=alert]')?.textContent.includes('/bestaat-niet/'));
  assert.match(await page.textContent('main'), /De eerste zin van de proef\./);
  writeFileSync(file, `${written}\nDe eerste zin is goed.\n`);
  await shows(page, 'De eerste zin is goed.');
  assert.equal(await page.evaluate(() => document.querySelector('section[role=alert] pre')), null);
});
