// The search of the real site in a real browser: by typing, by address, with the keyboard only, without scripts.
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test, { after } from 'node:test';

import { on_page, open_context, shown_address, start_browser } from './browser.mjs';
import { is_short } from './pages.mjs';
import { axe_findings, layout_findings } from './reading_checks.mjs';
import { build_site, serve_site, serve_without_headers, sites_present } from './site.mjs';

const site = sites_present().find(({ name }) => name === 'the real site');
const built_site = await build_site(site);
const { origin, stop } = await serve_site(built_site);
const browser = await start_browser();
after(async () => {
  await browser.close();
  stop();
});
const { context, watch } = await open_context(browser, origin, {}, true);
const without_scripts = await open_context(browser, origin, { javaScriptEnabled: false });

const field = 'input[type=search][name=q]';
const titles = '#resultaten h3 a';

/// Opens `address`, waits for results, and checks at the end that the browser had nothing to object to.
async function on_results(address, use) {
  await on_page(context, origin + address, async (page) => {
    await page.waitForSelector('#resultaten:not([hidden])');
    await use(page);
  });
  assert.deepEqual(watch.take(), []);
}

/// Holds back what the page asks for by `pattern`, until the function that it gives is called.
async function hold_back(page, pattern) {
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  await page.route(pattern, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

const focused = (page) => page.evaluate(() => document.activeElement.textContent || document.activeElement.name);

test('every page has exactly one search field, and nothing of the search is fetched before it is used', async () => {
  for (const address of ['/', '/zoeken/', '/scholen/', '/ondersteuning/link/', '/404.html']) {
    await on_page(context, origin + address, async (page) => {
      assert.equal(await page.locator(field).count(), 1, address);
      assert.equal(await page.locator('form[role=search][action="/zoeken/"]').count(), 1, address);
      const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      assert.deepEqual(asked.filter((name) => /search\.js|\.bin/.test(name)), [], address);
    });
  }
  assert.deepEqual(watch.take(), []);
});

test('on the smallest phone the field shows a question of a few words, and the menu takes two lines', async () => {
  const phone = await open_context(browser, origin, { viewport: { width: 320, height: 640 } });
  for (const address of ['/', '/privacy/', '/zoeken/']) {
    await on_page(phone.context, origin + address, async (page) => {
      const { room, name, menu } = await page.evaluate((selector) => {
        const input = document.querySelector(selector);
        const style = getComputedStyle(input);
        const pen = document.createElement('canvas').getContext('2d');
        pen.font = `${style.fontSize} ${style.fontFamily}`;
        const question = 'mijn kind durft niet meer naar school';
        const inside = input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        const lines = new Set([...document.querySelectorAll('.hoofdmenu a')].map((link) => Math.round(link.getBoundingClientRect().top / 8)));
        return {
          room: [...question].findIndex((_, end) => pen.measureText(question.slice(0, end + 1)).width > inside),
          name: input.form.querySelector('button').textContent.trim(),
          menu: lines.size,
        };
      }, field);
      assert.ok(room >= 25, `${address}: ${room} letters fit`);
      assert.equal(name, 'Zoek', `${address}: the button keeps its name`);
      assert.ok(menu <= 2, `${address}: the menu takes ${menu} lines`);
    });
  }
  await phone.context.close();
});

test('a question in the address is answered, with kind, title and the matching sentence', async () => {
  await on_results('/zoeken/?q=mijn+kind+durft+niet+meer+naar+school', async (page) => {
    const first = page.locator('#resultaten section li').first();
    assert.match(await first.locator('h3 a').getAttribute('href'), /\/(link|thuiszitter)\//);
    assert.ok(await first.locator('mark').count() > 0, 'no word is marked');
    assert.match(await page.locator('#zoek-status').textContent(), /^\d+ pagina's gevonden voor ‘mijn kind durft niet meer naar school’$/);
    assert.equal(await page.inputValue(field), 'mijn kind durft niet meer naar school');
    assert.match(await page.title(), /^mijn kind durft niet meer naar school - Zoeken \|/);
  });
});

test('results come while typing, and the address keeps up', async () => {
  await on_page(context, origin + '/zoeken/', async (page) => {
    assert.ok(await page.locator('#zoek-lijst li').first().isVisible());
    await page.locator(field).pressSequentially('dysle');
    // What the first letters lead to stands there until the whole word is answered.
    await page.locator(titles, { hasText: 'Dyslexie' }).first().waitFor();
    assert.ok(await page.locator('#zoek-lijst').isHidden());
    await page.waitForURL(origin + '/zoeken/?q=dysle');
    const headings = () => page.locator('h1, .pad [aria-current]').allTextContents();
    assert.deepEqual(await headings(), ['Zoeken', 'Zoeken']);
    // Results are no page of the menu.
    const in_menu = () => page.locator('.hoofdmenu [aria-current]').allTextContents();
    assert.deepEqual(await in_menu(), []);
    await page.fill(field, '');
    await page.waitForSelector('#zoek-lijst:not([hidden])');
    assert.deepEqual(await headings(), ['A tot Z', 'A tot Z']);
    assert.deepEqual(await in_menu(), ['A tot Z']);
    assert.equal((await shown_address(page)).href, origin + '/zoeken/');
    assert.equal(await page.locator('#zoek-status').textContent(), '');
  });
  assert.deepEqual(watch.take(), []);
});

test('what is typed before the script is there stands in the address too', async () => {
  await on_page(context, origin + '/zoeken/', async (page) => {
    const release = await hold_back(page, '**/zoek/search.js');
    await page.locator(field).pressSequentially('dysle');
    release();
    await page.waitForSelector(titles);
    await page.waitForURL(origin + '/zoeken/?q=dysle');
  });
  assert.deepEqual(watch.take(), []);
});

test('from another page Enter leads to the results, and back leads back', async () => {
  await on_page(context, origin + '/scholen/', async (page) => {
    // The index is fetched for the next page already.
    const fetched = page.waitForResponse('**/zoek/root.bin');
    await page.fill(field, 'tlv');
    await (await fetched).finished();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/zoeken/?q=tlv');
    await page.waitForSelector(titles);
    await page.fill(field, 'praktijkonderwijs');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/zoeken/?q=praktijkonderwijs');
    await page.goBack();
    await page.waitForURL('**/zoeken/?q=tlv');
    await page.waitForFunction((selector) => document.querySelector(selector).value === 'tlv', field);
  });
  assert.deepEqual(watch.take(), []);
});

test('arrow keys go through the results, Escape goes back to the field', async () => {
  await on_results('/zoeken/?q=hoogbegaafd', async (page) => {
    await page.focus(field);
    const names = await page.locator(titles).allTextContents();
    for (const name of names.slice(0, 2)) {
      await page.keyboard.press('ArrowDown');
      assert.equal(await focused(page), name);
    }
    await page.keyboard.press('ArrowUp');
    assert.equal(await focused(page), names[0]);
    await page.keyboard.press('Escape');
    assert.equal(await focused(page), 'q');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.startsWith('/zoeken/'));
  });
});

test('a typing mistake is answered with what was meant, and the right word is offered', async () => {
  await on_results('/zoeken/?q=thuiszittter', async (page) => {
    assert.match(await page.locator('#resultaten p').first().textContent(), /^Bedoelde u thuiszitters?\?$/);
    assert.match((await page.locator(titles).allTextContents()).join('|'), /thuiszit/i);
    await page.click('#resultaten p a[href^="?q"]');
    await page.waitForURL('**/zoeken/?q=thuiszitter*');
    await page.waitForSelector(titles);
  });
});

test('without a result the reader gets a suggestion, the list from A to Z and people to ask', async () => {
  await on_results('/zoeken/?q=xqzwv', async (page) => {
    assert.equal(await page.locator('#zoek-status').textContent(), 'Niets gevonden voor ‘xqzwv’');
    const links = await page.locator('#resultaten a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    assert.ok(links.includes('/zoeken/'));
    assert.ok(links.includes('/oudersteunpunt/'));
  });
});

const help = '#hulp-nu:not([hidden])';

test('words of despair and abuse, in any form, give first whom to call at once', async () => {
  const questions = ['zelfmoord', 'mijn zoon wil dood', 'dood willen', 'wil niet meer leven', 'zichzelf pijn doen', 'ze snijdt zichzelf',
    'mishandeld', 'kindermishandeling', 'mishandlet', 'misbruik', 'hij word thuis geslagen', 'xqzwv zelfmort'];
  const has_help_first = async (page, question) => {
    await page.waitForSelector(help);
    assert.equal(await page.locator(`${help} a[href="tel:112"]`).count(), 1, question);
    assert.equal(await page.locator(`${help} a[href="tel:08000113"]`).count(), 1, question);
    const [numbers, heading] = await page.evaluate(() => ['#hulp-nu', 'h1'].map((name) => document.querySelector(name).getBoundingClientRect().top));
    assert.ok(numbers < heading, `${question}: not before everything else`);
  };
  // By its address, as a link or a search engine gives it, and typed.
  for (const question of is_short ? questions.slice(-1) : questions) {
    await on_page(context, `${origin}/zoeken/?q=${encodeURIComponent(question)}`, (page) => has_help_first(page, question));
  }
  await on_page(context, `${origin}/zoeken/`, async (page) => {
    for (const question of questions) {
      await page.fill(field, question);
      await has_help_first(page, question);
      await page.fill(field, '');
      await page.waitForSelector('#hulp-nu', { state: 'hidden' });
    }
  });
  assert.deepEqual(watch.take(), []);
});

test('other questions do not', async () => {
  for (const question of ['dyslexie', 'wil niet meer leren', 'mijn kind wil niet meer naar school', 'testen', 'aanraden', 'wat verwacht de school', 'zelfstandig werken']) {
    await on_results(`/zoeken/?q=${encodeURIComponent(question)}`, async (page) => {
      assert.ok(await page.locator('#hulp-nu').isHidden(), question);
    });
  }
});

test('the numbers come while typing, go when the question changes, and do not wait for the search', async () => {
  await on_page(context, origin + '/zoeken/', async (page) => {
    await page.route('**/*.bin', (route) => route.abort());
    await page.type(field, 'mishan');
    await page.waitForSelector(help);
    await page.fill(field, 'dyslexie');
    await page.waitForSelector('#hulp-nu', { state: 'hidden' });
  });
  watch.take();
});

test('without scripts the numbers stand on the page of the search and on the pages that declare them', async () => {
  for (const address of ['/zoeken/', '/begrippen/jeugdhulp/', '/begrippen/vertrouwenspersoon/']) {
    await on_page(without_scripts.context, origin + address, async (page) => {
      assert.ok(await page.locator('a[href="tel:112"]:visible').count() > 0, address);
    });
  }
});

test('a school is found under a heading of its own', async () => {
  await on_results('/zoeken/?q=spinoza', async (page) => {
    assert.match(await page.locator('#resultaten h2').first().textContent(), /^Scholen \(\d+\)$/);
    assert.match(await page.locator(titles).first().textContent(), /Spinoza/);
  });
});

test('a step by step plan says who and by when', async () => {
  await on_results('/zoeken/?q=stappenplan+praktijkonderwijs', async (page) => {
    const plan = page.locator('#resultaten li', { has: page.locator('a[href$="/procedures/praktijkonderwijs/"]') });
    assert.match(await plan.textContent(), /Stappenplan\s· .*Wie: /);
  });
});

test('more results come with a button, and the focus goes to the first of them', async () => {
  await on_results('/zoeken/?q=school', async (page) => {
    const before = await page.locator(titles).count();
    await page.click('#resultaten button');
    await page.waitForFunction(([selector, count]) => document.querySelectorAll(selector).length > count, [titles, before]);
    assert.equal(await page.evaluate(() => document.activeElement.matches('#resultaten h3 a')), true);
  });
});

test('what is typed is never markup', async () => {
  await on_results('/zoeken/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+%3Cb%3Exqzwv', async (page) => {
    assert.equal(await page.locator('main img').count(), 0);
    assert.match(await page.locator('#zoek-status').textContent(), /<img src=x/);
  });
});

const other_queries = ['?q=xqzwv', '?q=thuiszittter', '?q=school'];
for (const query of ['', '?q=mijn+kind+durft+niet+meer+naar+school', ...is_short ? [] : other_queries]) {
  test(`/zoeken/${query}: accessible and within the screen at 320 and 1280 px, light, dark and with forced colours`, async () => {
    await on_page(context, origin + '/zoeken/' + query, async (page) => {
      if (query) await page.waitForSelector('#resultaten:not([hidden])');
      const all_media = [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { colorScheme: 'light', forcedColors: 'active' }];
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        // Colours hardly depend on the width.
        for (const media of is_short && width > 320 ? all_media.slice(0, 1) : all_media) {
          await page.emulateMedia({ forcedColors: 'none', ...media });
          // The system picks the colours there.
          const found = await axe_findings(page, media.forcedColors ? 'not colours' : 'all');
          assert.deepEqual([...found, ...await layout_findings(page)], [], `${width} px ${JSON.stringify(media)}`);
        }
      }
    });
    assert.deepEqual(watch.take(), []);
  });
}

test('who comes back asks anew which shards there are, and keeps those that are the same', async () => {
  const host = await serve_without_headers(built_site);
  // Not that of the other tests: to answer a request in its stead, it keeps nothing.
  const reader = await browser.newContext();
  for (let visit = 0; visit < 2; ++visit) {
    await on_page(reader, host.origin + '/zoeken/?q=dyslexie', (page) => page.waitForSelector(titles));
  }
  await reader.close();
  host.stop();
  assert.equal(host.asked.get('/zoek/root.bin'), 2);
  const shards = [...host.asked].filter(([name]) => /\/zoek\/[tdf][0-9a-f]{6}[0-9a-z]\.bin/.test(name));
  assert.ok(shards.length > 3, 'the index has shards');
  assert.deepEqual(shards.filter(([, times]) => times > 1), []);
});

test('schools stand beside help, both counted; one kind can be chosen, and back leads back', async () => {
  await on_results('/zoeken/?q=dyslexie', async (page) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const sections = page.locator('#resultaten section');
    const [help, schools] = await sections.evaluateAll((all) => all.map((one) => {
      const { top, left } = one.getBoundingClientRect();
      return { text: one.firstChild.textContent, top, left };
    }));
    assert.match(`${help.text} ${schools.text}`, /^Hulp en uitleg \(\d+\) Scholen \(\d+\)$/);
    assert.ok(Math.abs(help.top - schools.top) < 2 && schools.left > help.left + 100, 'not beside each other');
    const kinds = page.locator('#resultaten nav a');
    const numbers = (await kinds.allTextContents()).map((text) => Number(text.match(/\((\d+)\)$/)[1]));
    assert.equal(numbers[0], numbers.slice(1).reduce((sum, one) => sum + one, 0), 'all is the sum of the kinds');
    await kinds.filter({ hasText: 'Begrippen' }).click();
    await page.waitForURL('**/zoeken/?q=dyslexie&wat=begrippen');
    await page.waitForFunction(() => document.querySelector('#resultaten h2').textContent.startsWith('Begrippen'));
    assert.equal(await page.locator(titles).count(), Number((await page.locator('#resultaten h2').textContent()).match(/\d+/)[0]));
    await page.click(titles);
    await page.waitForURL('**/begrippen/**');
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('#resultaten h2')?.textContent.startsWith('Begrippen'));
    assert.equal(await page.inputValue(field), 'dyslexie');
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('#resultaten section').length > 1);
  });
});

test('a result leads to the sentence that answered', async () => {
  await on_results('/zoeken/?q=mijn+kind+durft+niet+meer+naar+school', async (page) => {
    await page.setViewportSize({ width: 320, height: 480 });
    const hit = page.locator('#resultaten section li', { has: page.locator('a[href*=":~:text="]') }).first();
    const sentence = await hit.locator('p').first().textContent();
    const href = await hit.locator('a').getAttribute('href');
    assert.equal(decodeURIComponent(href.split(':~:text=')[1]), sentence);
    assert.doesNotMatch(href.split(':~:text=')[1], /[-,&]/, 'these have a meaning there');
    await hit.locator('a').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/zoeken/'));
    const distance_of = (text) => {
      const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.data.includes(text)) continue;
        const { top } = node.parentElement.getBoundingClientRect();
        return top >= 0 && top < innerHeight;
      }
      return false;
    };
    await page.waitForFunction(distance_of, sentence.slice(0, 25), { timeout: 5000 });
    assert.ok(await page.evaluate(() => scrollY) > 0);
  });
});

test('the key / leads to the field, not while typing, and can be switched off', async () => {
  const reader = await open_context(browser, origin);
  await on_page(reader.context, origin + '/scholen/', async (page) => {
    await page.keyboard.press('/');
    assert.equal(await focused(page), 'q');
    await page.keyboard.type('a/b');
    assert.equal(await page.inputValue(field), 'a/b');
    await page.goto(origin + '/zoeken/');
    await page.locator('[data-search-key] label').click();
    await page.goto(origin + '/scholen/');
    await page.keyboard.press('/');
    assert.notEqual(await focused(page), 'q');
  });
  await reader.context.close();
});

test('suggestions come while typing, for keyboard and screen reader, and nothing is in their way', async () => {
  await on_page(context, origin + '/ondersteuning/', async (page) => {
    assert.equal(await page.getAttribute(field, 'role'), null);
    await page.locator(field).pressSequentially('dysle');
    const list = page.getByRole('listbox', { name: 'Suggesties' });
    await list.waitFor();
    await page.waitForFunction(() => document.querySelector('[role=option]')?.textContent.startsWith('Dyslexie'));
    const box = page.getByRole('combobox', { name: 'Zoek een school of hulp' });
    assert.equal(await box.getAttribute('aria-expanded'), 'true');
    assert.match(await list.getByRole('option').first().textContent(), /Dyslexie/);
    assert.equal(await box.getAttribute('aria-activedescendant'), null);
    await page.keyboard.press('ArrowDown');
    const active = await box.getAttribute('aria-activedescendant');
    assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
    assert.equal(await focused(page), 'q');
    assert.match(await page.locator('.zoek [role=status]').textContent(), /^Suggesties: \d\./);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      assert.deepEqual([...await axe_findings(page, 'not colours'), ...await layout_findings(page)], [], `${width} px`);
    }
    await page.keyboard.press('Escape');
    assert.ok(await list.isHidden());
    assert.equal(await page.inputValue(field), 'dysle');
    await page.locator(field).pressSequentially('x');
    await page.keyboard.press('Backspace');
    await list.waitFor();
    // The list and the field are one circle.
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.waitForURL(origin + '/begrippen/dyslexie/');
    // Without a choice Enter asks the question.
    await page.locator(field).pressSequentially('pesten');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/zoeken/?q=pesten');
  });
  assert.deepEqual(watch.take(), []);
});

test('an answer without suggestions to the first letters does not stop the one to the letters after them', async () => {
  await on_page(context, origin + '/ondersteuning/', async (page) => {
    const release = await hold_back(page, '**/zoek/root.bin');
    await page.locator(field).pressSequentially('xq');
    // Longer than the pause after a letter: now it is asked.
    await page.waitForTimeout(400);
    await page.locator(field).fill('dysle');
    release();
    await page.getByRole('listbox').waitFor();
  });
  assert.deepEqual(watch.take(), []);
});

test('a search that did not come at the first letter comes at a later one', async () => {
  const reader = await open_context(browser, origin);
  await on_page(reader.context, origin + '/ondersteuning/', async (page) => {
    let is_lost = true;
    await page.route('**/zoek/suggest.js', (route) => (is_lost ? route.abort() : route.continue()));
    await page.locator(field).pressSequentially('d');
    await page.waitForTimeout(300);
    is_lost = false;
    await page.locator(field).pressSequentially('ysle');
    await page.getByRole('listbox').waitFor();
  });
  await reader.context.close();
});

test('a place without schools is told so, by what the data say', async () => {
  await on_results('/zoeken/?q=school+in+Diemen', async (page) => {
    assert.match(await page.locator('#resultaten > p').first().textContent(),
      /^Wij kennen geen school in Diemen\. Wij kennen wel scholen in: Amsterdam \(\d+\), Weesp \(\d+\)\. Van \d+ scholen op onze lijst weten wij de plaats niet\.$/);
  });
  await on_results('/zoeken/?q=scholen+weesp', async (page) => {
    assert.match(await page.locator('#resultaten > p').first().textContent(), /^Op onze lijst staan \d+ scholen in Weesp\.$/);
  });
  await on_results('/zoeken/?q=school+met+hulp+bij+dyslexie+in+diemen', async (page) => {
    assert.match(await page.locator('#resultaten > p').first().textContent(), /^Wij kennen geen school in Diemen\./);
  });
  await on_results('/zoeken/?q=loting+school+amsterdam', async (page) => {
    assert.doesNotMatch(await page.locator('#resultaten').textContent(), /Op onze lijst staan/);
  });
  await on_results('/zoeken/?q=samenwerkingsverband+diemen', async (page) => {
    assert.doesNotMatch(await page.locator('#resultaten').textContent(), /Wij kennen geen school/);
  });
});

test('a question of small words only says what to do', async () => {
  await on_results('/zoeken/?q=hoe+kan+ik', async (page) => {
    assert.match(await page.locator('#resultaten > p').first().textContent(), /^Uw vraag heeft alleen kleine woorden\./);
    assert.ok(await page.locator('#resultaten a[href$="/oudersteunpunt/"]').isVisible());
  });
});

test('an answer that is not sure says so: the unknown word, then who can be asked, then the nearest', async () => {
  await on_results('/zoeken/?q=school+xqzwv+bladiebla+zorgfrumpel', async (page) => {
    const parts = await page.locator('#resultaten').evaluate((place) => [...place.children].map((part) => part.textContent));
    const at = (pattern) => parts.findIndex((text) => pattern.test(text));
    const order = [at(/^Dit woord staat niet op deze site: ‘xqzwv’/), at(/^Wij weten niet zeker/), at(/Oudersteunpunt/), at(/Hulp en uitleg \(/)];
    assert.deepEqual(order, [...order].sort((left, right) => left - right), parts.join('\n'));
    assert.ok(order[0] >= 0, parts.join('\n'));
  });
  await on_results('/zoeken/?q=dyslexie', async (page) => {
    assert.doesNotMatch(await page.locator('#resultaten').textContent(), /Wij weten niet zeker/);
  });
});

test('where nothing is found the question can be mailed, when the site has an address for it', async () => {
  const with_mail = await build_site(site, (sources) => {
    const file = path.join(sources, 'site.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('# meldadres: naam@voorbeeld.nl', 'meldadres: wegwijs@voorbeeld.example'));
  });
  const host = await serve_without_headers(with_mail);
  await on_page(await browser.newContext(), host.origin + '/zoeken/?q=xqzwv+%26+nog+wat', async (page) => {
    const mail = page.locator('#resultaten a[href^="mailto:"]');
    await mail.waitFor();
    const address = new URL(await mail.getAttribute('href'));
    assert.equal(address.pathname, 'wegwijs@voorbeeld.example');
    assert.equal(address.searchParams.get('body'), 'Ik zocht: xqzwv & nog wat');
  });
  host.stop();
});

test('a sentence that changes gives few files another name, and a reader in between is answered', async () => {
  // Its index is taken away below.
  const release = await build_site(site, () => {});
  const names_of = () => readdirSync(path.join(release.built, 'zoek')).filter((name) => name.endsWith('.bin'));
  const before = names_of();
  const host = await serve_without_headers(release);
  const reader = await browser.newContext();
  await on_page(reader, host.origin + '/zoeken/?q=dyslexie', async (page) => {
    await page.waitForSelector(titles);
    // The reader has the root of the old release; now comes a new one, of which nothing old is left.
    const next = await build_site(site, (sources) => {
      const file = path.join(sources, 'content/begrippen/faalangst.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^(uitleg|samenvatting): "/m, '$1: "Dit is een proefzin over zenuwen. '));
    });
    const after = readdirSync(path.join(next.built, 'zoek')).filter((name) => name.endsWith('.bin'));
    const gone = before.filter((name) => !after.includes(name));
    assert.ok(gone.length > 0 && gone.length < before.length / 8, `${gone.length} of ${before.length} files have another name`);
    for (const name of readdirSync(path.join(release.built, 'zoek'))) rmSync(path.join(release.built, 'zoek', name));
    cpSync(path.join(next.built, 'zoek'), path.join(release.built, 'zoek'), { recursive: true });
    for (const question of ['faalangst', 'zenuwen', 'rolstoel', 'kalender', 'praktijkonderwijs']) {
      await page.fill(field, question);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/zoeken/?q=${question}`);
      await page.waitForFunction((asked) => document.querySelector('#zoek-status').textContent.endsWith(`‘${asked}’`), question);
      assert.ok(await page.locator(titles).count() > 0, question);
    }
  });
  await reader.close();
  host.stop();
});

test('without a network the answer to another question goes away, and the list from A to Z is there', async () => {
  const { context: phone } = await open_context(browser, origin);
  await on_page(phone, `${origin}/zoeken/?q=dyslexie`, async (page) => {
    await page.waitForSelector(titles);
    await phone.setOffline(true);
    await page.fill(field, 'rolstoel');
    await page.waitForFunction(() => document.getElementById('zoek-status').textContent.startsWith('Zoeken lukt nu niet'));
    assert.equal(await page.isHidden('#resultaten'), true, 'the answer to what was asked before');
    assert.equal(await page.isVisible('#zoek-lijst'), true);
    assert.doesNotMatch(await page.title(), /dyslexie/);
    await phone.setOffline(false);
    await page.fill(field, 'rolstoel lift');
    await page.waitForSelector(titles);
    assert.match(await page.textContent('#zoek-status'), /rolstoel lift/);
  });
  await phone.close();
});

test('nothing is stored, and nothing leaves the site', async () => {
  const { cookies, origins } = await context.storageState();
  assert.deepEqual([cookies, origins], [[], []]);
});

test('without scripts the page is the list from A to Z, with a word of explanation', async () => {
  await on_page(without_scripts.context, origin + '/zoeken/?q=dyslexie', async (page) => {
    assert.ok(await page.locator('#zoek-lijst li a').count() > 100);
    assert.ok(await page.locator('noscript').count() > 0);
    assert.match(await page.locator('main').textContent(), /Zoeken op woorden kan alleen met JavaScript/);
  });
  assert.deepEqual(without_scripts.watch.take(), []);
});
