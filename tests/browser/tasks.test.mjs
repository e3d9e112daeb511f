// What a reader on a phone comes for, done from the home page by tapping: how many taps, how many bytes, and that the answer is in view.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { gzipSync } from 'node:zlib';

import { open_context, start_browser } from './browser.mjs';
import { build_site, serve_site, sites_present } from './site.mjs';

const site = sites_present().find(({ name }) => name === 'the real site');
const { origin, stop } = await serve_site(await build_site(site));
const browser = await start_browser();
after(async () => {
  await browser.close();
  stop();
});

/// What a server sends of it: texts compressed, as publishing makes them; everything once, as a browser keeps it.
async function size_of(answer) {
  const body = await answer.body().catch(() => Buffer.alloc(0));
  return /text|javascript|json|svg/.test(answer.headers()['content-type'] ?? '') ? gzipSync(body, { level: 9 }).length : body.length;
}

/// A reader on a small phone with a slow network, from the home page on. Choosing and filling in count as taps; what is done is told
/// with its seconds, which depend on the machine and are judged by nobody.
async function do_task(name, { taps: most_taps, kilobytes: most_kilobytes }, steps) {
  const { context, watch } = await open_context(browser, origin, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 });
  const sizes = new Map();
  page.on('response', (answer) => {
    if (answer.status() === 200 && !sizes.has(answer.url())) sizes.set(answer.url(), size_of(answer));
  });
  let taps = 0;
  const reader = {
    page,
    tap: async (target) => {
      ++taps;
      await target.first().tap();
    },
    fill: async (target, text) => {
      ++taps;
      await target.first().fill(text);
    },
  };
  const begin = performance.now();
  await page.goto(`${origin}/`);
  await steps(reader);
  const seconds = (performance.now() - begin) / 1000;
  const bytes = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
  console.log(`${name}: ${taps} taps, ${Math.round(bytes / 1000)} kB, ${seconds.toFixed(1)} s`);
  assert.deepEqual(watch.take(), []);
  await context.close();
  assert.ok(taps <= most_taps, `${taps} taps, at most ${most_taps}`);
  assert.ok(bytes <= most_kilobytes * 1000, `${bytes} bytes, at most ${most_kilobytes} kB`);
}

const in_view = (target) => target.first().evaluate((element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
});

test('a parent finds the schools in Zuidoost that speak of dyslexia, sets two beside each other and takes the questions along', async () => {
  await do_task('parent, dyslexia in Zuidoost', { taps: 10, kilobytes: 80 }, async ({ page, tap }) => {
    await tap(page.getByRole('link', { name: 'Lezen en schrijven is moeilijk (dyslexie)' }));
    await tap(page.getByRole('link', { name: 'Scholen die iets zeggen over hulp bij dyslexie' }));
    await tap(page.locator('[data-filter-open]'));
    await tap(page.locator('[data-finder] summary', { hasText: 'Deel van de stad' }));
    await tap(page.locator('label.vink', { hasText: 'Zuidoost' }));
    await tap(page.locator('[data-filter-show]'));
    const cards = page.locator('li.kaart:visible');
    await cards.first().waitFor();
    assert.ok(await cards.first().locator('a[href^="tel:"]').isVisible(), 'whom to call stands on the first school');
    await tap(cards.nth(0).getByRole('button'));
    await tap(cards.nth(1).getByRole('button'));
    await tap(page.getByRole('link', { name: /^Vergelijk \(|^Vergelijk$/ }));
    await page.locator('[data-comparison][data-ready]').waitFor();
    assert.match(await page.locator('main').innerText(), /Kies onderwerpen \(1\)/, 'the wish came along');
    await tap(page.locator('a[href*="/vragen/"]:visible'));
    await page.locator('main').getByText('Welke hulp kan mijn kind krijgen bij dyslexie?').first().waitFor();
  });
});

test('a parent of a child with ADHD sets two schools beside each other, and reads what each says and what to ask', async () => {
  await do_task('parent, ADHD', { taps: 6, kilobytes: 80 }, async ({ page, tap }) => {
    await tap(page.getByRole('link', { name: /zoals bij ADHD/ }));
    await tap(page.getByRole('link', { name: 'Zoek hiermee scholen bij u in de buurt' }));
    const cards = page.locator('[data-part="all"] li.kaart:visible');
    // Until the wish is known every school stands there, in the order of the alphabet.
    await page.waitForFunction(() => /noem/.test(document.querySelector('[data-finder-status]')?.textContent ?? ''));
    await tap(cards.nth(0).getByRole('button'));
    await tap(cards.nth(1).getByRole('button'));
    await tap(page.getByRole('link', { name: /^Vergelijk \(|^Vergelijk$/ }));
    await page.locator('[data-comparison][data-ready]').waitFor();
    assert.match(await page.textContent('[data-comparison] [data-own-status]'), /^Over\s1 onderwerp weten wij iets/);
    const states = page.locator('.vgl .status');
    assert.equal(await states.count(), 2);
    const letters = await states.first().evaluate((state) => parseFloat(getComputedStyle(state).fontSize));
    assert.ok(letters >= 15, `of two schools the state is ${letters} pixels`);
    await tap(page.locator('a[href*="/vragen/"]:visible'));
    await page.locator('[data-own-schools] h2').nth(1).waitFor();
  });
});

test('a parent with a question types it and reads whom to call', async () => {
  await do_task('parent, a child at home', { taps: 4, kilobytes: 75 }, async ({ page, tap, fill }) => {
    await fill(page.getByLabel('Zoek een school of hulp'), 'mijn kind gaat niet meer naar school');
    await tap(page.getByRole('button', { name: 'Zoek' }));
    await tap(page.locator('#resultaten h3 a', { hasText: 'thuiszit' }));
    await tap(page.locator('main a[href="/oudersteunpunt/"]'));
    await page.waitForURL('**/oudersteunpunt/');
    const number = page.locator('main a[href^="tel:"]');
    await number.first().waitFor();
    assert.ok(await in_view(number));
  });
});

test('a parent who reads no Dutch sees their own language on the first two screens, and reads whom to call', async () => {
  await do_task('parent, Turkish', { taps: 2, kilobytes: 40 }, async ({ page, tap }) => {
    const own = page.locator('main a[href="/talen/"]');
    assert.ok(await own.first().evaluate((link) => link.getBoundingClientRect().bottom < 2 * innerHeight));
    await tap(own);
    await tap(page.locator('main').getByRole('link', { name: 'Türkçe' }));
    await page.locator('main [lang="tr"] a[href^="tel:"], main[lang="tr"] a[href^="tel:"]').first().waitFor();
  });
});

test('a teacher of group 8 comes to the plan for one pupil', async () => {
  await do_task('teacher, a pupil who hears badly', { taps: 2, kilobytes: 40 }, async ({ page, tap }) => {
    await tap(page.getByRole('link', { name: 'Begin hier' }));
    await tap(page.getByRole('link', { name: /Slecht zien, slecht horen/ }));
    await page.getByRole('heading', { level: 1, name: /Slecht zien, slecht horen/ }).waitFor();
    await page.locator('main ol:visible').first().waitFor();
  });
});

test('a coordinator of a school finds what can be asked for a pupil who is ill, and where', async () => {
  await do_task('coordinator, a pupil who is ill', { taps: 2, kilobytes: 40 }, async ({ page, tap }) => {
    await tap(page.getByRole('link', { name: 'Bekijk wat u kunt aanvragen' }));
    await tap(page.getByRole('link', { name: 'Zieke leerlingen' }));
    await page.getByRole('heading', { level: 1, name: 'Zieke leerlingen' }).waitFor();
    await page.locator('main :is(a[href^="mailto:"], a[href^="tel:"], a[href^="https:"]):visible').first().waitFor();
  });
});
