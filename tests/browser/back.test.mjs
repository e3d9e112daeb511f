// Who goes back to a page finds it as it was left, also where the browser did not keep it (this one keeps none): what was opened and
// closed is, and the same words stand at the same height.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { open_context, start_browser } from './browser.mjs';
import { is_short } from './pages.mjs';
import { build_site, serve_site, sites_present } from './site.mjs';

const browser = await start_browser();
after(() => browser.close());
const built = await build_site(sites_present()[0]);
const { origin, stop } = await serve_site(built);
after(stop);

const phone = { viewport: { width: 360, height: 740 } };
const schools = 'barlaeus-gymnasium,het-cartesius,orion-college-amstel,spinoza-lyceum-amsterdam';

/// The folds that can be seen, by their words without numbers, with whether they are open.
const folds = (page) => page.locator('main details:visible').evaluateAll((all) =>
  all.map((one) => `${one.querySelector('summary').textContent.replace(/\s+/g, ' ').trim()}: ${one.open ? 'open' : 'closed'}`));

/// Of the texts of the page in the window the first that begins there: which one it is, its first words, and where it stands.
const at_top = (page) => page.evaluate(() => {
  const all = [...document.querySelectorAll('main :is(h2, h3, h4, summary, li, p)')].filter((one) => one.checkVisibility());
  const number = all.findIndex((one) => one.getBoundingClientRect().top >= 0);
  return { number, words: all[number].textContent.replace(/\s+/g, ' ').trim().slice(0, 60), top: Math.round(all[number].getBoundingClientRect().top) };
});

/// Where the text with this number stands now.
const where_is = (page, { number }) => page.evaluate((one) => {
  const found = [...document.querySelectorAll('main :is(h2, h3, h4, summary, li, p)')].filter((part) => part.checkVisibility())[one];
  return { number: one, words: found?.textContent.replace(/\s+/g, ' ').trim().slice(0, 60), top: Math.round(found?.getBoundingClientRect().top) };
}, number);

/// How many results of a search it shows.
const results = (page) => page.locator('#resultaten h3').count();

/// A page that no longer changes.
const at_rest = (page) => page.evaluate(async () => {
  const pause = (time) => new Promise((resolve) => { setTimeout(resolve, time); });
  for (let height = -1, same = 0; same < 4; same = height === document.documentElement.scrollHeight ? same + 1 : 0) {
    height = document.documentElement.scrollHeight;
    await pause(100);
  }
});

/// Opens `page` at `address`, does `change` there, reads on to `share` of its height, goes to another page by `link` and comes back.
async function left_and_found(page, address, share, change, link = '.voet a') {
  await page.goto(origin + address);
  await at_rest(page);
  await change(page);
  await page.evaluate((one) => { scrollTo({ top: document.documentElement.scrollHeight * one, behavior: 'instant' }); }, share);
  await at_rest(page);
  const left = { folds: await folds(page), at: await at_top(page), results: await results(page) };
  await page.evaluate(() => { window.is_kept = true; });
  const here = page.url();
  await page.locator(link).first().evaluate((one) => one.click());
  await page.waitForURL((url) => url.href !== here);
  await page.waitForLoadState();
  await page.goBack();
  await page.waitForLoadState();
  await at_rest(page);
  assert.equal(await page.evaluate(() => window.is_kept), undefined, 'the browser made the page anew');
  const found = { folds: await folds(page), at: await where_is(page, left.at), results: await results(page) };
  return [left, found];
}

/// The same on a phone, with a page of its own.
async function left_and_found_on_a_phone(...how) {
  const { context } = await open_context(browser, origin, phone);
  const both = await left_and_found(await context.newPage(), ...how);
  await context.close();
  return both;
}

/// Opens every `step`th fold that is closed and can be seen, and closes every one that is open.
const turn_folds = (step) => async (page) => {
  const places = page.locator('main details:visible > summary');
  const number = await places.count();
  for (let index = 0; index < number; index += step) await places.nth(index).evaluate((one) => one.click());
};

/// What differs.
function differences([left, found], where) {
  const told = left.folds.flatMap((one, index) => (found.folds[index] === one ? [] : [`${where}: "${one}", then "${found.folds[index]}"`]));
  if (found.at.words !== left.at.words) told.push(`${where}: there is "${found.at.words}" where "${left.at.words}" was`);
  else if (Math.abs(found.at.top - left.at.top) > 2) told.push(`${where}: "${left.at.words}" at ${left.at.top}, then at ${found.at.top}`);
  return told;
}

const pages = [
  ['/open-dagen/', 0.6, 7], ['/scholen/het-cartesius/', 0.5, 2], ['/procedures/overstap-po-vo/', 0.5, 1], ['/scholen/', 0.3, 1],
  ['/scholen/soort/vso/', 0.4, 1], ['/vergelijken/', 0.5, 1], ['/vergelijken/ondersteuningsteam/havo/', 0.4, 1],
  [`/vergelijken/?s=${schools}`, 0.4, 3], [`/vragen/?s=${schools}`, 0.4, 2], ['/ondersteuning/toptrajecten/', 0.3, 1], ['/', 0.3, 1],
];
for (const [number, [width, options]] of [['a phone', phone], ['a wide screen', { viewport: { width: 1280, height: 800 } }]].entries()) {
  test(`on ${width} what the reader opened or closed is so when they come back, and they are where they were`, async () => {
    const { context, watch } = await open_context(browser, origin, options);
    const page = await context.newPage();
    const told = [];
    let turned = 0;
    for (const [address, share, step] of is_short ? pages.filter((_, place) => place % 3 === number) : pages) {
      const both = await left_and_found(page, address, share, turn_folds(step));
      turned += both[0].folds.length;
      told.push(...differences(both, address));
    }
    assert.ok(turned > 20, `${turned} folds`);
    assert.deepEqual([...told, ...watch.take()], []);
    await context.close();
  });
}

test('a month that was opened is open after a step within the page, and after a choice was made on it', async () => {
  const { context } = await open_context(browser, origin, phone);
  const page = await context.newPage();
  const open_last = async () => {
    await page.locator('main details:has(.dagen) > summary').first().click();
    await page.locator('.maanden a').first().click();
  };
  assert.deepEqual(differences(await left_and_found(page, '/open-dagen/', 0.7, open_last), 'a step within the page'), []);
  const choose = async () => {
    await page.locator('[data-finder-why] > summary').click();
    await page.locator('[data-finder-chips] button').first().click();
  };
  assert.deepEqual(differences(await left_and_found(page, '/scholen/#hulp=dyslexie,planning', 0.2, choose), 'a choice'), []);
  await context.close();
});

test('who had all schools shown of which nothing is known, finds them when they come back', async () => {
  const show_all = async (page) => {
    await page.locator('[data-finder-why] > summary').click();
    await page.locator('[data-more]').click();
  };
  assert.deepEqual(differences(await left_and_found_on_a_phone('/scholen/#hulp=dyslexie', 0.8, show_all), 'all schools'), []);
});

test('who comes back from a result of the search finds as many results, at the same place', async () => {
  const more = async (page) => {
    await page.locator('#resultaten section > button').first().click();
    await page.waitForFunction(() => document.querySelectorAll('#resultaten h3').length > 20);
  };
  const [left, found] = await left_and_found_on_a_phone('/zoeken/?q=school', 0.6, more, '#resultaten h3 a');
  assert.deepEqual(found.at, left.at);
  assert.ok(found.at.number > 20, `below the first results: ${found.at.number}`);
});

test('who asked something else after more results finds the first ones of that when they come back', async () => {
  const ask_anew = async (page) => {
    await page.locator('#resultaten section > button').first().click();
    await page.waitForFunction(() => document.querySelectorAll('#resultaten h3').length > 20);
    await page.locator('input[name=q]').first().fill('hulp');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search.includes('q=hulp') && document.querySelectorAll('#resultaten h3').length < 20);
  };
  const [left, found] = await left_and_found_on_a_phone('/zoeken/?q=school', 0.6, ask_anew, '#resultaten h3 a');
  assert.deepEqual(found, left);
});

test('an address with a place and choices leads to the place at first, and back leads to where the reader was', async () => {
  const { context } = await open_context(browser, origin, phone);
  const page = await context.newPage();
  const address = '/scholen/het-cartesius/#pagina-groep-basisondersteuning&hulp=dyslexie';
  await page.goto(origin + address);
  await at_rest(page);
  const { y } = await page.locator('#pagina-groep-basisondersteuning').boundingBox();
  assert.ok(y > -1 && y < 740, `the place is in view, at ${y}`);
  await page.goto(`${origin}/`);
  assert.deepEqual(differences(await left_and_found(page, address, 0.9, turn_folds(1)), address), []);
  await context.close();
});
