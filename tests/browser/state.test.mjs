// What a reader chose goes along to every page: the list, the wishes, the place. What no server and nobody else hears; what the
// device keeps, and forgets.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import test, { after } from 'node:test';

import { calendar_findings } from './output_checks.mjs';
import { in_fragment, on_page, open_context, shown_address, start_browser } from './browser.mjs';
import { build_site, serve_site, sites_present } from './site.mjs';

const browser = await start_browser();
after(() => browser.close());
const built = await build_site(sites_present()[0]);
const { origin, stop } = await serve_site(built);
after(stop);

const ids = 'barlaeus-gymnasium,luca';
const start = `${origin}/scholen/?s=${ids}#hulp=dyslexie&gebied=oost`;
/// A school of which no open day is known.
function school_without_days() {
  const calendar = readFileSync(path.join(built.built, 'open-dagen/alles.ics'), 'utf8').replace(/\r\n /g, '');
  const folder = path.join(built.built, 'scholen');
  const id = readdirSync(folder).sort().find((one) => existsSync(path.join(folder, one, 'index.json')) && !calendar.includes(`/scholen/${one}/`));
  return { id, name: JSON.parse(readFileSync(path.join(folder, id, 'index.json'), 'utf8')).gegevens.naam };
}

const open_groups = (page) => page.evaluate(() => { for (const one of document.querySelectorAll('[data-group]')) one.open = true; });

/// A context with what the server was asked.
async function reader(options = {}) {
  const opened = await open_context(browser, origin, { viewport: { width: 320, height: 640 }, ...options }, true);
  const asked = [];
  opened.context.on('request', (request) => asked.push(request.url()));
  return { ...opened, asked };
}

async function has_state(page, where) {
  await page.waitForFunction(() => document.querySelector('[data-list-count]')?.textContent !== '');
  const address = await shown_address(page);
  assert.equal(address.searchParams.get('s'), ids, `${where}: the list`);
  assert.equal(in_fragment(address, 'hulp'), 'dyslexie', `${where}: the wish`);
  assert.equal(in_fragment(address, 'gebied'), 'oost', `${where}: the area`);
}

test('list, wishes and area go along through logo, menu, footer, search and back', async () => {
  const { context, watch } = await reader();
  await on_page(context, start, async (page) => {
    const ways = [
      ['.merk', '**/?s=**'], ['.hoofdmenu a[href*="/open-dagen/"]', '**/open-dagen/**'], ['.voet a[href*="/privacy/"]', '**/privacy/**'],
    ];
    for (const [link, address] of ways) {
      await page.click(link);
      await page.waitForURL(address);
      await has_state(page, link);
    }
    await page.fill('input[name=q]', 'dyslexie');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/zoeken/**');
    await has_state(page, 'search');
    await page.fill('input[name=q]', 'autisme');
    await page.waitForFunction(() => new URLSearchParams(location.search).get('q') === 'autisme');
    await has_state(page, 'while typing');
    await page.goBack();
    await has_state(page, 'back');
    await page.click('.hoofdmenu a[href*="/scholen/"]');
    await page.waitForURL('**/scholen/**');
    await has_state(page, 'menu');
    await open_groups(page);
    assert.equal(await page.isChecked('input[name=hulp][value=dyslexie]'), true);
  });
  assert.deepEqual(watch.take(), []);
  await context.close();
});

test('what went on or off the list on another page stays so after back and forward', async () => {
  const { context, watch } = await reader();
  await on_page(context, `${origin}/scholen/`, async (page) => {
    const listed = async () => (await shown_address(page)).searchParams.get('s');
    const count = (text) => page.waitForFunction((wanted) => document.querySelector('[data-list-count]').textContent === wanted, text);
    await page.locator('[data-finder-cards] [data-list-entry]').first().click();
    await count('Lijst: 1');
    const first = await listed();
    await page.locator('[data-finder-cards] .kaart-naam a').nth(1).click();
    await page.waitForURL(/\/scholen\/[a-z0-9-]+\//);
    await page.locator('main [data-list-entry]').first().click();
    await count('Lijst: 2');
    const both = await listed();
    await page.goBack();
    await page.waitForURL(/\/scholen\/(\?|$|#)/);
    await count('Lijst: 2');
    assert.equal(await listed(), both, 'the school that was added is on the list');
    assert.equal(await page.locator('[data-finder-cards] [data-list-entry]', { hasText: 'Haal van mijn lijst' }).count(), 2);
    await page.locator(`[data-list-entry="${first}"]`).first().click();
    await count('Lijst: 1');
    await page.goForward();
    await page.waitForURL(/\/scholen\/[a-z0-9-]+\//);
    await count('Lijst: 1');
    assert.equal(await listed(), both.split(',')[1], 'the school that was taken off is not');
    await page.reload();
    await count('Lijst: 1');
  });
  assert.deepEqual(watch.take(), []);
  await context.close();
});

test('wishes and postcode are told to no server, and the postcode is in no address that can be copied', async () => {
  const { context, asked } = await reader();
  await on_page(context, start, async (page) => {
    await page.click('[data-filter-open]');
    await page.fill('input[name=postcode]', '1103');
    await page.waitForSelector('[data-distance]', { state: 'attached' });
    await page.click('[data-filter-show]');
    assert.doesNotMatch((await shown_address(page)).href, /1103/);
    await page.locator('.kaart-naam a').first().click();
    await page.waitForURL('**/scholen/*/**');
    await page.waitForFunction(() => history.state?.own?.postcode?.[0] === '1103');
    assert.doesNotMatch((await shown_address(page)).href, /1103/);
    await page.click('.hoofdmenu a[href*="/scholen/"]');
    await page.waitForSelector('[data-distance]', { state: 'attached' });
    await page.reload();
    await page.waitForSelector('[data-distance]', { state: 'attached' });
    await page.locator('.merk').dispatchEvent('contextmenu');
    assert.doesNotMatch(await page.getAttribute('.merk', 'href'), /1103/, 'an address copied from the menu of a link');
  });
  for (const url of asked) assert.doesNotMatch(decodeURIComponent(url).replace(/#.*/, ''), /dyslexie|1103|oost(?!poort)/, url);
  await context.close();
});

test('a place on a page is found with the state behind it', async () => {
  const { context } = await reader();
  await on_page(context, `${origin}/over-de-gegevens/#wat-zegt-de-wet&hulp=dyslexie`, async (page) => {
    await page.waitForFunction(() => document.querySelector(':target')?.id === 'wat-zegt-de-wet');
    assert.equal((await shown_address(page)).hash, '#wat-zegt-de-wet&hulp=dyslexie');
    await page.evaluate(() => { location.hash = 'wat-zegt-een-ondersteuningsprofiel'; });
    await page.waitForFunction(() => location.hash === '#wat-zegt-een-ondersteuningsprofiel&hulp=dyslexie');
  });
  await context.close();
});

test('nothing is kept until the reader asks; then it is there in a new window, and gone at a tap', async () => {
  const { context, watch } = await reader();
  const stored = async () => (await context.storageState()).origins.flatMap((one) => one.localStorage);
  await on_page(context, start, async (page) => {
    assert.deepEqual(await stored(), []);
    await page.click('[data-list-open]:visible');
    await page.click('[data-do=keep]');
    assert.match(await page.textContent('[data-list-said]'), /Bewaard op dit apparaat/);
    assert.equal((await stored()).length, 1);
  });
  await on_page(context, `${origin}/open-dagen/`, async (page) => {
    await has_state(page, 'a new window');
    await page.click('[data-list-open]');
    await page.click('[data-do=forget]');
    assert.match(await page.textContent('[data-list-said]'), /Vergeten/);
    assert.deepEqual(await stored(), []);
  });
  await on_page(context, `${origin}/open-dagen/`, async (page) => {
    assert.equal((await shown_address(page)).search, '');
    assert.equal(await page.locator('.mijn-lijst').isVisible(), false);
  });
  assert.deepEqual(watch.take(), []);
  await context.close();
});

test('the dialog of the list is modal, names the schools, and gives the focus back', async () => {
  const { context, watch } = await reader();
  await on_page(context, start, async (page) => {
    await page.locator('.mijn-lijst [data-list-open]').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-list-names] li');
    assert.deepEqual(await page.locator('[data-list-names] a').allTextContents(), ['Barlaeus Gymnasium', 'LUCA']);
    const { violations } = await page.evaluate(() => window.axe.run());
    assert.deepEqual(violations.map(({ id }) => id), []);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.matches('.mijn-lijst [data-list-open]')), true);
  });
  assert.deepEqual(watch.take(), []);
  await context.close();
});

test('the open days of the list are one calendar, of these schools only, and what it lacks is told', async () => {
  const { context } = await reader({ acceptDownloads: true });
  const silent = school_without_days();
  await on_page(context, `${origin}/scholen/?s=${ids},${silent.id}#hulp=dyslexie`, async (page) => {
    await page.click('.mijn-lijst [data-list-open]');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-do=calendar]')]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    assert.deepEqual(calendar_findings(bytes), []);
    const text = bytes.toString();
    const days = text.match(/^BEGIN:VEVENT/gm).length;
    const told = await page.textContent('[data-list-said]');
    assert.match(told, new RegExp(`^Het bestand open-dagen\\.ics heeft ${days}\\sdagen\\. `));
    assert.ok(told.includes(` Geen dag gevonden van: ${silent.name}. `), told);
    const schools = new Set([...text.replace(/\r\n /g, '').matchAll(/^URL:.*\/scholen\/([^/]+)\//gm)].map(([, id]) => id));
    assert.deepEqual([...schools].sort(), ids.split(',').sort());
    assert.match(text, /^BEGIN:VCALENDAR\r\n[\s\S]*END:VEVENT\r\nEND:VCALENDAR\r\n$/);
  });
  await context.close();
});

test('a postcode that is not known is told as such, and a network that fails as a network that fails', async () => {
  const { context } = await reader();
  await on_page(context, `${origin}/scholen/`, async (page) => {
    await page.click('[data-filter-open]');
    await page.fill('input[name=postcode]', '1999');
    await page.waitForFunction(() => document.querySelector('[data-place-wrong]').textContent.includes('kennen wij niet'));
    assert.equal(await page.locator('[data-distance]').count(), 0);
    await context.route('**/postcodes/2.csv', (route) => route.abort());
    await page.fill('input[name=postcode]', '2011');
    await page.waitForFunction(() => document.querySelector('[data-place-wrong]').textContent.includes('verbinding'));
    await context.unroute('**/postcodes/2.csv');
    await page.click('[data-place-again]');
    await page.waitForSelector('[data-distance]', { state: 'attached' });
  });
  await context.close();
});

test('a school whose postcode stands in no file has no distance, and the others keep theirs', async () => {
  const { context } = await reader();
  await context.route('**/scholen/', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/data-place="\d{4}"/, 'data-place="0017"') });
  });
  await on_page(context, `${origin}/scholen/#postcode=1103&volgorde=afstand`, async (page) => {
    await page.waitForSelector('[data-distance]', { state: 'attached' });
    assert.doesNotMatch(await page.textContent('li.kaart[data-place="0017"] [data-distance]'), /km/);
    const others = await page.locator('li.kaart:not([data-place="0017"]) [data-distance]').allTextContents();
    assert.ok(others.filter((text) => text.includes('km')).length > 10, others.join());
    assert.equal(await page.textContent('[data-place-wrong]'), '');
  });
  await context.close();
});

test('a table of places as a Dutch spreadsheet saves it gives the same distances', async () => {
  const distances = async (table) => {
    const { context } = await reader();
    await context.route('**/postcodes/*.csv', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: table(await response.text()) });
    });
    const told = await on_page(context, `${origin}/scholen/#postcode=1103&volgorde=afstand`, async (page) => {
      await page.waitForSelector('[data-distance]', { state: 'attached' });
      return page.locator('[data-distance]').allTextContents();
    });
    await context.close();
    return told;
  };
  const told = await distances((text) => text);
  assert.ok(told.filter((text) => text.includes('km')).length > 10, told.join());
  assert.deepEqual(await distances((text) => text.replaceAll(',', ';').replaceAll('.', ',').replaceAll('\n', '\r\n')), told);
});

test('nearest first: the distances rise, a limit leaves out what is further, and an unknown place stands apart', async () => {
  const { context } = await reader();
  await on_page(context, `${origin}/scholen/#postcode=1103&volgorde=afstand`, async (page) => {
    await page.waitForSelector('[data-distance]', { state: 'attached' });
    const numbers = (texts) => texts.map((text) => Number(text.match(/([\d,]+) km/)?.[1].replace(',', '.') ?? Infinity));
    const far = numbers(await page.locator('[data-part=all] [data-distance]').allTextContents());
    assert.deepEqual(far, [...far].sort((left, right) => left - right));
    await page.click('[data-filter-open]');
    await page.selectOption('select[name=km]', '5');
    await page.click('[data-filter-show]');
    const near = numbers(await page.locator('[data-part=all] [data-distance]').allTextContents());
    assert.ok(near.length > 0 && near.every((one) => one <= 5), near.join());
    // What is shown is rounded: "5,0" may lie on either side.
    assert.ok(near.length >= far.filter((one) => one < 5).length && near.length <= far.filter((one) => one <= 5).length, near.join());
    assert.ok(await page.locator('[data-part=unplaced] li.kaart').count() > 0);
    assert.match(await page.textContent('[data-finder-status]'), /verder weg/);
  });
  await context.close();
});

test('on a phone the choices are a dialog of which the button stays in view and counts along', async () => {
  const { context } = await reader();
  await on_page(context, `${origin}/scholen/`, async (page) => {
    await page.click('[data-filter-open]');
    assert.equal(await page.evaluate(() => document.querySelector('[data-filter-dialog]').matches(':modal')), true);
    const before = await page.textContent('[data-filter-show]');
    await page.locator('details[data-group] summary').first().click();
    await page.locator('details[data-group][open] input').first().check();
    const now = await page.textContent('[data-filter-show]');
    assert.notEqual(now, before);
    await page.locator('[data-finder] .vel-midden').evaluate((middle) => middle.scrollTo(0, middle.scrollHeight));
    const { y, height } = await page.locator('[data-filter-show]').boundingBox();
    assert.ok(y + height <= 640, 'the button is in view');
    await page.click('[data-filter-show]');
    assert.equal(await page.locator('[data-filter-dialog]').isVisible(), false);
    assert.ok(now.includes(await page.textContent('[data-finder-total]')));
    const first = await page.locator('#pagina-scholen').boundingBox();
    assert.ok(first.y >= 0 && first.y < 320, 'what was found is in view');
  });
  await context.close();
});

test('a link that says what is looked for adds it to what the reader chose', async () => {
  const { context } = await reader();
  for (const [before, wanted] of [['', 'dyslexie'], ['#hulp=faalangst', 'faalangst,dyslexie']]) {
    await on_page(context, `${origin}/begrippen/dyslexie/${before}`, async (page) => {
      await page.waitForLoadState('networkidle');
      await page.locator('main a[href*="#hulp="]').first().click();
      await page.waitForURL('**/scholen/**');
      assert.equal(in_fragment(await shown_address(page), 'hulp'), wanted);
    });
  }
  await context.close();
});

test('every school that is shown says whom to call: its number, or else who can be asked', async () => {
  const { context } = await reader();
  await on_page(context, `${origin}/scholen/#gebied=zuidoost&hulp=dyslexie`, async (page) => {
    await page.locator('[data-part=open] li.kaart').first().waitFor();
    for (const card of await page.locator('li.kaart:visible').all()) {
      assert.ok(await card.locator('a[href^="tel:"], a[href="/oudersteunpunt/"]').isVisible(), await card.locator('.kaart-naam').textContent());
    }
  });
  await context.close();
});

test('a word finds its row: hoogbegaafd, autisme, rolstoel, NT2', async () => {
  const { context } = await reader();
  await on_page(context, `${origin}/scholen/`, async (page) => {
    await page.click('[data-filter-open]');
    for (const word of ['hoogbegaafd', 'Autisme', 'nt2', 'dyslexíe', 'opp']) {
      await page.fill('[data-row-search]', word);
      assert.ok(await page.locator('[data-rows] label:visible').count() > 0, word);
    }
    await page.fill('[data-row-search]', 'xyzzy');
    assert.equal(await page.locator('[data-rows] label:visible').count(), 0);
    assert.match(await page.textContent('[data-row-found]'), /kennen wij hier niet/);
  });
  await context.close();
});

test('a network that fails is told as such at the comparison, and another try shows it', async () => {
  const { context } = await reader();
  await context.route('**/scholen/*/index.json', (route) => route.abort());
  await on_page(context, `${origin}/vergelijken/?s=${ids}`, async (page) => {
    await page.waitForFunction(() => document.querySelector('[data-own-status]').textContent.includes('verbinding'));
    assert.doesNotMatch(await page.textContent('main'), /Niet gevonden|\{aantal\}/);
    await context.unroute('**/scholen/*/index.json');
    await page.click('[data-try-again]');
    await page.waitForSelector('.vgl');
  });
  await context.close();
});

test('without scripts the list of choices is links, and nothing promises what it cannot do', async () => {
  const { context } = await reader({ javaScriptEnabled: false });
  await on_page(context, start, async (page) => {
    for (const part of ['[data-finder]', '.mijn-lijst', '[data-list-dialog]', '[data-filter-dialog]', '[data-more]', '[data-finder-tools]']) {
      assert.equal(await page.locator(part).first().isVisible(), false, part);
    }
    assert.ok(await page.locator('.kaart').count() > 50);
  });
  await context.close();
});

test('what an older version of the site kept, in whatever form, leaves the page whole', async () => {
  for (const kept of ['{"list":["luca",null,7],"values":{"hulp":"dyslexie","gebied":["oost"],"niveaus":null}}', '{"list":"luca","values":{}}', '["luca"]', '{"list":[]}',
    '{"list":["luca"],"values":"dyslexie"}', 'luca']) {
    const { context, watch } = await reader();
    await context.addInitScript((text) => location.protocol === 'http:' && localStorage.setItem('wegwijs', text), kept);
    await on_page(context, `${origin}/scholen/`, async (page) => {
      await page.waitForSelector('[data-finder-tools]:visible');
      const address = await shown_address(page);
      if (kept.includes('"list":["luca"')) assert.equal(address.searchParams.get('s').split(',')[0], 'luca', kept);
      if (kept.includes('oost')) assert.equal(address.hash, '#gebied=oost', kept);
    });
    assert.deepEqual(watch.take(), [], kept);
    await context.close();
  }
});

test('in a browser that keeps nothing at all, list and wishes still go along', async () => {
  const { context, watch } = await reader();
  await context.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } }));
  await on_page(context, start, async (page) => {
    await page.click('.hoofdmenu a[href*="/open-dagen/"]');
    await page.waitForURL('**/open-dagen/**');
    await has_state(page, 'without storage');
    await page.click('.mijn-lijst [data-list-open]');
    await page.click('[data-do=keep]');
    assert.match(await page.textContent('[data-list-said]'), /bewaart dit niet/);
  });
  assert.deepEqual(watch.take(), []);
  await context.close();
});

test('who keeps the list on the device has one list in two windows', async () => {
  const { context, watch } = await reader();
  const first = await context.newPage();
  await first.goto(start);
  await first.click('[data-list-open]:visible');
  await first.click('[data-do=keep]');
  const second = await context.newPage();
  await second.goto(`${origin}/scholen/`);
  await has_state(second, 'the second window');
  await second.locator('[data-list-entry="alasca"]').first().click();
  await first.waitForFunction(() => document.querySelector('[data-list-count]').textContent === 'Lijst: 3');
  assert.equal((await shown_address(first)).searchParams.get('s'), `${ids},alasca`);
  await second.locator('[data-finder-chips] button').first().click();
  await first.waitForFunction(() => document.querySelectorAll('[data-finder-chips] button').length === 1);
  assert.deepEqual(watch.take(), []);
  await context.close();
});

test('an address of which a program wrote the commas as %2C says the same', async () => {
  const { context } = await reader();
  await on_page(context, `${origin}/scholen/?s=barlaeus-gymnasium%2Cluca#hulp=dyslexie%2Caandacht`, async (page) => {
    await page.waitForSelector('[data-finder-chips] button');
    assert.equal(await page.locator('[data-finder-chips] button').count(), 2);
    assert.equal((await shown_address(page)).hash, '#hulp=dyslexie,aandacht');
  });
  await context.close();
});

test('a school on the list that the site does not have is named, and can be taken off', async () => {
  const { context } = await reader();
  await on_page(context, `${origin}/scholen/?s=luca,school-die-weg-is`, async (page) => {
    await page.click('.mijn-lijst [data-list-open]');
    await page.waitForSelector('[data-list-names] li + li');
    assert.match(await page.locator('[data-list-names] li').last().textContent(), /Niet gevonden: school-die-weg-is/);
    await page.getByRole('button', { name: 'Haal van mijn lijst: school-die-weg-is' }).click();
    await page.waitForFunction(() => document.querySelectorAll('[data-list-names] li').length === 1);
    assert.equal((await shown_address(page)).searchParams.get('s'), 'luca');
    assert.match(await page.textContent('[data-list-said]'), /^school-die-weg-is staat niet meer op uw lijst/);
  });
  await context.close();
});

test('a school in the same postcode is said to be near, without a number that says more than is known', async () => {
  const { context } = await reader();
  const postcode = await on_page(context, `${origin}/scholen/`, (page) => page.getAttribute('li.kaart[data-place]:not([data-place=""])', 'data-place'));
  await on_page(context, `${origin}/scholen/#postcode=${postcode}&volgorde=afstand`, async (page) => {
    await page.waitForSelector('[data-distance]', { state: 'attached' });
    const [nearest] = await page.locator('[data-part=all] [data-distance]').allTextContents();
    assert.match(nearest, /^Hemelsbreed minder dan\s1 km$/);
    await page.locator('[data-part=all] .kaart-naam a').first().click();
    await page.waitForSelector('.in-het-kort [data-distance]');
    assert.equal(await page.textContent('.in-het-kort [data-distance]'), nearest);
  });
  await context.close();
});

test('what is no postcode is asked for again in words that say what to fill in', async () => {
  const { context } = await reader();
  await on_page(context, `${origin}/scholen/`, async (page) => {
    await page.click('[data-filter-open]');
    for (const [written, told] of [['Bijlmer', /Vul de\s4 cijfers/], ['0000', /Vul de\s4 cijfers/], ['1100', /kennen wij niet/], ['', /^$/], ['1103 ab', /^$/]]) {
      await page.fill('input[name=postcode]', written);
      await page.keyboard.press('Tab');
      await page.waitForFunction((pattern) => new RegExp(pattern).test(document.querySelector('[data-place-wrong]').textContent), told.source);
      assert.equal(await page.getAttribute('input[name=postcode]', 'aria-invalid'), String(told.source !== '^$'), written);
    }
  });
  await context.close();
});

test('without scripts an address with choices or a list says that all schools, and all questions, are shown', async () => {
  const { context } = await reader({ javaScriptEnabled: false });
  for (const [address, told] of [['/scholen/', /Hier staan nu alle scholen/], ['/vragen/', /Hier staan alle vragen/], ['/vergelijken/', /Hiervoor hebt u JavaScript nodig/]]) {
    await on_page(context, `${origin}${address}?s=${ids}#hulp=dyslexie`, async (page) => assert.match(await page.locator('main').innerText(), told));
  }
  await context.close();
});

test('the page of a school begins with what it says on the wishes, and how far it is', async () => {
  const { context, watch } = await reader();
  await on_page(context, `${origin}/scholen/barlaeus-gymnasium/#hulp=dyslexie,rolstoel,bestaat-niet&postcode=1103`, async (page) => {
    await page.waitForSelector('.in-het-kort [data-distance]');
    const lines = await page.locator('.in-het-kort li').allTextContents();
    assert.match(lines[0], /dyslexie.*: Ja/);
    assert.match(lines[1], /Van\s1 van uw wensen weten wij het hier nog niet/);
    assert.match(lines.at(-1), /Hemelsbreed ongeveer [\d,]+ km/);
    assert.match(await page.textContent('#pagina-klopt-niet'), /Klopt dit niet\?/);
    assert.equal(await page.locator('thead th a').first().textContent(), 'Barlaeus', 'the own column has a name');
    const { violations } = await page.evaluate(() => window.axe.run());
    assert.deepEqual(violations.map(({ id }) => id), []);
  });
  assert.deepEqual(watch.take(), []);
  await context.close();
});

/// What the device keeps in this context: the list and the values.
async function kept_in(context) {
  const [kept] = (await context.storageState()).origins.flatMap((one) => one.localStorage).filter(({ name }) => name === 'wegwijs');
  return kept && JSON.parse(kept.value);
}

/// A reader whose device keeps two schools, a wish and an area.
async function keeping_reader(options) {
  const opened = await reader(options);
  await on_page(opened.context, start, async (page) => {
    await page.click('[data-list-open]:visible');
    await page.click('[data-do=keep]');
    await page.waitForFunction(() => localStorage.getItem('wegwijs') !== null);
  });
  return opened;
}

const notice = '[data-other-list]';
const shared = `${origin}/scholen/?s=alasca,luca,het-cartesius#hulp=dyscalculie`;
async function take_off(page, name) {
  await page.click('.mijn-lijst [data-list-open]');
  await page.getByRole('button', { name: `Haal van deze lijst: ${name}` }).click();
  await page.click('[data-list-close]');
}
const list_of = async (page) => (await shown_address(page)).searchParams.get('s');

test('a list from a link is shown as another one, and what is changed in it leaves the kept list as it is, on every page', async () => {
  const { context, watch } = await keeping_reader();
  const kept = await kept_in(context);
  await on_page(context, shared, async (page) => {
    await page.waitForSelector(`${notice}:visible`);
    assert.match(await page.textContent(notice), /Dit is een andere lijst.*Uw eigen lijst is er nog/);
    assert.equal(await page.textContent('[data-list-count]'), 'Andere lijst: 3');
    assert.match(await page.locator('button[data-list-entry="luca"]').first().textContent(), /^Haal van deze lijst/);
    await take_off(page, 'LUCA');
    assert.match(await page.textContent('[data-list-status]'), /staat niet meer op deze lijst\. 2 scholen op deze lijst/);
    await open_groups(page);
    await page.locator('[data-finder-chips] button').first().click();
    assert.deepEqual(await kept_in(context), kept);
    await page.click('.hoofdmenu a[href*="/open-dagen/"]');
    await page.waitForURL('**/open-dagen/**');
    await page.waitForSelector(`${notice}:visible`);
    assert.equal(await list_of(page), 'alasca,het-cartesius');
    await page.reload();
    await page.waitForSelector(`${notice}:visible`);
    await page.click('.mijn-lijst [data-list-open]');
    await page.waitForSelector('[data-list-names] li + li');
    for (const deed of ['keep', 'forget', 'empty']) assert.equal(await page.locator(`[data-do=${deed}]`).isVisible(), false, deed);
    await page.click('dialog [data-other=back]');
    await has_state(page, 'back at the own list');
    assert.equal(await page.locator(notice).isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement.matches('.mijn-lijst [data-list-open]')), true, 'where the focus is');
  });
  assert.deepEqual(await kept_in(context), kept);
  assert.deepEqual(watch.take(), []);
  await context.close();
});

test('from a list of a link one goes back to the own list, which earlier steps and the next pages have too', async () => {
  const { context, watch } = await keeping_reader();
  await on_page(context, shared, async (page) => {
    await page.click('.hoofdmenu a[href*="/open-dagen/"]');
    await page.waitForURL('**/open-dagen/**');
    await page.click(`${notice} [data-other=back]`);
    assert.equal(await page.textContent('[data-list-status]'), 'Dit zijn weer uw eigen lijst en keuzes.');
    assert.equal(await page.evaluate(() => document.activeElement.matches('main')), true, 'where the focus is');
    await page.goBack();
    await page.waitForURL('**/scholen/**');
    await has_state(page, 'an earlier step');
    assert.equal(await page.locator(notice).isVisible(), false);
    await page.click('.merk');
    await page.waitForURL((url) => url.pathname === '/');
    await has_state(page, 'the next page');
    assert.equal(await page.locator(notice).isVisible(), false);
  });
  await on_page(context, `${origin}/`, async (page) => has_state(page, 'a new window'));
  assert.deepEqual(watch.take(), []);
  await context.close();
});

test('a list of a link takes the place of the kept one when the reader says so, and that can be undone', async () => {
  const { context, watch } = await keeping_reader();
  const kept = await kept_in(context);
  await on_page(context, shared, async (page) => {
    await page.click(`${notice} [data-other=replace]`);
    assert.match(await page.textContent(notice), /Bewaard\. Dit zijn nu uw lijst en keuzes\./);
    assert.deepEqual(await kept_in(context), { list: ['alasca', 'luca', 'het-cartesius'], values: { hulp: ['dyscalculie'] } });
    assert.equal(await page.textContent('[data-list-count]'), 'Lijst: 3');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.other), 'undo', 'where the focus is');
    await page.keyboard.press('Enter');
    await has_state(page, 'undone');
    assert.deepEqual(await kept_in(context), kept);
    assert.equal(await page.locator(notice).isVisible(), false);
  });
  assert.deepEqual(watch.take(), []);
  await context.close();
});

test('schools of a list of a link go on the own list, beside those that stand there, as far as they fit', async () => {
  const { context } = await keeping_reader();
  const many = 'alasca,het-cartesius,a,b,c,d,e,f,g,h,i';
  await on_page(context, `${origin}/scholen/?s=${many}`, async (page) => {
    await page.waitForSelector(`${notice}:visible`);
    assert.equal(await page.locator('[data-other=add]').isVisible(), false, '13 schools are more than fit on a list');
  });
  await on_page(context, shared, async (page) => {
    assert.equal(await page.textContent(`${notice} [data-other=add]`), 'Zet ook op mijn lijst (2)');
    await page.click(`${notice} [data-other=add]`);
    assert.equal(await list_of(page), `${ids},alasca,het-cartesius`);
    assert.deepEqual(await kept_in(context), { list: [...ids.split(','), 'alasca', 'het-cartesius'], values: { hulp: ['dyslexie'], gebied: ['oost'] } });
  });
  await context.close();
});

test('choices from a link leave the kept list in sight and the kept choices alone; a link within the site is none from elsewhere', async () => {
  const { context } = await keeping_reader();
  const kept = await kept_in(context);
  await on_page(context, `${origin}/scholen/#hulp=dyscalculie`, async (page) => {
    await page.waitForSelector(`${notice}:visible`);
    assert.match(await page.textContent(notice), /Dit zijn andere keuzes.*Uw eigen keuzes zijn er nog/);
    assert.equal(await list_of(page), ids);
    await page.locator('[data-list-entry="alasca"]').first().click();
    assert.deepEqual(await kept_in(context), kept);
  });
  await on_page(context, `${origin}/begrippen/faalangst/`, async (page) => {
    await has_state(page, 'a page without a list in its address');
    await page.locator('main a[href*="#hulp="]').first().click();
    await page.waitForURL('**/scholen/**');
    await page.waitForSelector('[data-finder-chips] button');
    assert.equal(in_fragment(await shown_address(page), 'hulp'), 'dyslexie,faalangst');
    assert.equal(await page.locator(notice).isVisible(), false);
  });
  await context.close();
});

test('an earlier step of the own search is no list from a link, nor are the pages that follow it', async () => {
  const { context } = await keeping_reader();
  await on_page(context, `${origin}/scholen/`, async (page) => {
    await page.locator('[data-finder-chips] button').first().click();
    await page.waitForFunction(() => document.querySelectorAll('[data-finder-chips] button').length === 1);
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('[data-finder-chips] button').length === 2);
    await page.goForward();
    await page.waitForFunction(() => document.querySelectorAll('[data-finder-chips] button').length === 1);
    await page.goBack();
    for (const part of ['open-dagen', 'scholen']) {
      await page.click(`.hoofdmenu a[href*="/${part}/"]`);
      await page.waitForURL(`**/${part}/**`);
      await has_state(page, part);
      assert.equal(await page.locator(notice).isVisible(), false, part);
    }
    await page.goBack();
    await page.waitForURL('**/open-dagen/**');
    await has_state(page, 'back');
    assert.equal(await page.locator(notice).isVisible(), false);
  });
  await context.close();
});

test('of two windows the one with a list from a link keeps it while the own list changes in the other', async () => {
  const { context, watch } = await keeping_reader();
  const own = await context.newPage();
  await own.goto(`${origin}/scholen/`);
  await has_state(own, 'the own list');
  const other = await context.newPage();
  await other.goto(shared);
  await other.waitForSelector(`${notice}:visible`);
  await own.locator('[data-list-entry="alasca"]').first().click();
  await other.waitForFunction((at) => document.querySelector(`${at} [data-other=back]`).textContent === 'Terug naar mijn lijst (3)', notice);
  assert.equal(await list_of(other), 'alasca,luca,het-cartesius');
  await take_off(other, 'LUCA');
  assert.equal(await list_of(own), `${ids},alasca`);
  assert.deepEqual((await kept_in(context)).list, [...ids.split(','), 'alasca']);
  await other.click(`${notice} [data-other=replace]`);
  await own.waitForFunction(() => document.querySelector('[data-list-count]').textContent === 'Lijst: 2');
  assert.equal(await list_of(own), 'alasca,het-cartesius');
  assert.deepEqual(watch.take(), []);
  await context.close();
});

test('a list that was made before the device kept another one stays in its window', async () => {
  const { context } = await reader();
  const early = await context.newPage();
  await early.goto(`${origin}/scholen/?s=alasca`);
  const later = await context.newPage();
  await later.goto(start);
  await later.click('[data-list-open]:visible');
  await later.click('[data-do=keep]');
  await early.waitForSelector(`${notice}:visible`);
  assert.equal(await list_of(early), 'alasca');
  await later.click('[data-do=forget]');
  await early.waitForFunction((at) => document.querySelector(at).hidden, notice);
  assert.equal(await list_of(early), 'alasca');
  await context.close();
});

test('a list from a link is said above the page without a fault, and not on paper; who keeps nothing is told nothing', async () => {
  const { context } = await keeping_reader();
  await on_page(context, shared, async (page) => {
    await page.waitForSelector(`${notice}:visible`);
    const { violations } = await page.evaluate(() => window.axe.run());
    assert.deepEqual(violations.map(({ id }) => id), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing is wider than the window');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator(notice).isVisible(), false, 'on paper');
  });
  await context.close();
  for (const javaScriptEnabled of [true, false]) {
    const other = await reader({ javaScriptEnabled });
    await on_page(other.context, shared, async (page) => {
      if (javaScriptEnabled) await page.waitForSelector('[data-finder-tools]:visible');
      assert.equal(await page.locator(notice).isVisible(), false, `scripts: ${javaScriptEnabled}`);
    });
    await other.context.close();
  }
});
