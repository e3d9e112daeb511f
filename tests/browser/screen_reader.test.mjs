// What those hear who do not see the page: the accessibility tree of Chromium, what is told after a choice, and where the focus goes.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { on_page, open_context, start_browser } from './browser.mjs';
import { is_short, widths } from './pages.mjs';
import { build_site, serve_site, sites_present } from './site.mjs';
import { spoken_findings, spoken_nodes } from './spoken_checks.mjs';

const site = sites_present().find(({ name }) => name === 'the real site');
const { origin, stop } = await serve_site(await build_site(site));
const browser = await start_browser();
after(async () => {
  await browser.close();
  stop();
});

const list = 's=het-cartesius,barlaeus-gymnasium';
const addresses = [
  '/', '/scholen/', `/scholen/?${list}#hulp=dyslexie&hulp=hoogbegaafdheid`, '/scholen/orion-college-amstel/', `/scholen/het-cartesius/?${list}`,
  '/vergelijken/', `/vergelijken/?${list}`, '/vergelijken/basisondersteuning/vwo/', '/vragen/', `/vragen/?${list}#hulp=dyslexie`,
  '/procedures/overstap-po-vo/', '/procedures/leerkracht/', '/procedures/welke-route/', '/kalender/', '/zoeken/?q=dyslexie', '/open-dagen/gebied/oost/',
  '/plannen/meerjarenbegroting-2024-2027/', '/ondersteuning/', '/talen/', '/talen/ar/', '/talen/en/', '/talen/uk/', '/oudersteunpunt/',
];

/// Waits until the scripts of the page have said what they have to say.
const settled = (page) => page.waitForFunction(() => !document.querySelector('.gevraagd, [aria-busy="true"], [data-comparison]:not([hidden], [data-ready])'));

for (const width of is_short ? [widths[0]] : widths) {
  test(`at ${width} pixels every page has one main heading, no level left out, and a name for everything`, async () => {
    const { context, watch } = await open_context(browser, origin, { viewport: { width, height: 800 } });
    const findings = [];
    for (const address of addresses) {
      await on_page(context, origin + address, async (page) => {
        await settled(page);
        findings.push(...(await spoken_findings(page)).map((one) => `${address}: ${one}`));
      });
    }
    findings.push(...watch.take());
    await context.close();
    assert.equal(findings.length, 0, `${findings.length}\n  ${findings.join('\n  ')}`);
  });
}

test('what is wrong with what is heard is found', async () => {
  const { context } = await open_context(browser, origin);
  await on_page(context, 'about:blank', async (page) => {
    await page.setContent(`<html lang="nl"><main><h1>Een</h1><h3>Drie</h3><h1>Twee</h1><button><svg></svg></button><button>Weg \u00d7</button>
      <a href="/een/">Scholen scholen</a> <p><a href="https://a.example/">Meer</a> <a href="https://b.example/">Meer</a></p><table><caption>Kop</caption><tr><td>1</td></tr><tr><td>2</td></tr></table>
      <details><summary>Uitleg</summary></details><details><summary>Uitleg</summary></details><p>\u0627\u0644\u0639\u0631\u0628\u064a\u0629</p>
      <div lang="ar" dir="rtl"><p>Nog niet nagekeken</p></div><p data-status="ja"><i>\u2714</i></p><nav><a href="/c/">C</a></nav></main></html>`);
    const findings = (await spoken_findings(page)).join('\n');
    for (const wanted of [/2 headings of level 1/, /"Drie" of level 3 after level 1/, /a button without a name/, /a sign is read aloud: button "Weg/,
      /said twice: link "Scholen scholen"/, /two of one name: link "Meer"/, /two of one name: DisclosureTriangle "Uitleg"/, /table .*without heads of (columns|rows)/,
      /not marked as ar/, /not marked as nl: "Nog niet/, /a state without a word/, /a navigation without a name/, /0 of banner/]) {
      assert.match(findings, wanted);
    }
  });
  await context.close();
});

/// What the live regions of the page say now; one that is hidden says nothing, also later.
const told = async (page) => (await spoken_nodes(page)).filter(({ role }) => role === 'status').length;

test('a choice is told where it was waited for: how many schools, questions and topics', async () => {
  const { context } = await open_context(browser, origin, { viewport: { width: 360, height: 740 } });
  await on_page(context, `${origin}/scholen/`, async (page) => {
    assert.ok(await told(page) >= 2, 'the places where it is told are there before');
    await page.click('[data-filter-open]');
    const before = await page.textContent('[data-finder-status]');
    await page.locator('[data-row-group] summary').first().click();
    await page.locator('[data-row-group] label').first().click();
    await page.click('[data-filter-show]');
    const said = await page.textContent('[data-finder-status]');
    assert.notEqual(said, before);
    assert.match(said, new RegExp(`^${await page.locator('[data-part="all"] li.kaart').count()} `));
    await page.locator('li.kaart:visible button').first().click();
    const name = await page.locator('li.kaart:visible a').first().textContent();
    assert.equal(await page.textContent('[data-list-status]'), `${name} staat op uw lijst. 1 school op uw lijst.`);
  });
  await on_page(context, `${origin}/vragen/`, async (page) => {
    const all = await page.textContent('[data-questions-count]');
    assert.match(all, new RegExp(`^${await page.locator('[data-all-questions] li:visible').count()} vragen`));
    await page.click('[data-topics] summary');
    await page.locator('[data-topics] label.vink:visible').first().click();
    await page.waitForFunction((before) => document.querySelector('[data-questions-count]').textContent !== before, all);
    assert.equal(await page.textContent('[data-questions-count]'), '1 vraag.');
  });
  await on_page(context, `${origin}/vragen/?${list}#hulp=gedrag`, async (page) => {
    await page.waitForFunction(() => document.querySelector('[data-questions-count]').textContent !== '');
    for (const name of ['Het Cartesius', 'Barlaeus Gymnasium']) assert.match(await page.textContent('[data-questions-count]'), new RegExp(`${name}: (1 vraag|geen vragen)\\.`));
  });
  await on_page(context, `${origin}/vergelijken/?${list}`, async (page) => {
    await settled(page);
    const before = await page.textContent('[data-comparison] [data-own-status]');
    assert.match(before, /\d/);
    await page.click('[data-topics] summary');
    await page.locator('[data-topics] label:has([name=hulp]):visible').first().click();
    await page.waitForFunction((text) => document.querySelector('[data-comparison] [data-own-status]').textContent !== text, before);
  });
  await context.close();
});

/// The name of what has the focus.
const focused = (page) => page.evaluate(() => document.activeElement.textContent.replace(/\s+/g, ' ').trim());

test('the focus goes into a dialog, stays with what is taken off, and comes back', async () => {
  const { context } = await open_context(browser, origin, { viewport: { width: 360, height: 740 } });
  await on_page(context, `${origin}/scholen/?${list}`, async (page) => {
    await page.focus('[data-filter-open]');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'Waar, en welke hulp?');
    await page.keyboard.press('Escape');
    assert.equal(await focused(page), 'Kies plaats, niveau en hulp');
    await page.focus('.mijn-lijst [data-list-open]');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('[data-list-names] button').length === 2);
    assert.equal(await focused(page), 'Mijn lijst en keuzes');
    await page.locator('[data-list-names] button').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('[data-list-names] button').length === 1);
    assert.match(await focused(page), /Haal van mijn lijst: Barlaeus Gymnasium$/);
    assert.match(await page.textContent('[data-list-said]'), /Het Cartesius staat niet meer op uw lijst\. 1 school op uw lijst/);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('[data-list-names] button').length === 0);
    assert.equal(await focused(page), 'Mijn lijst en keuzes');
  });
  await on_page(context, `${origin}/vergelijken/?${list}`, async (page) => {
    await settled(page);
    const buttons = page.locator('[data-comparison-schools] button');
    await buttons.first().focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('[data-comparison-schools] button').length === 1);
    assert.match(await focused(page), /Haal van mijn lijst: Barlaeus Gymnasium$/);
    assert.equal(await page.textContent('[data-list-status]'), 'Het Cartesius staat niet meer op uw lijst. 1 school op uw lijst.');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('[data-comparison]').hidden);
    assert.equal(await focused(page), 'de lijst van scholen');
  });
  await context.close();
});

/// Where the page shows the title of a page in another language, and in which language it is read there.
const titles_shown = (page, titles) => page.evaluate((wanted) => {
  const is_shown = (one) => wanted.find(({ text }) => text === one.textContent.trim());
  return [...document.querySelectorAll('a, span')].filter((one) => is_shown(one) && !one.querySelector('a, span'))
    .map((one) => ({ ...is_shown(one), read_in: one.closest('[lang]').lang, direction: getComputedStyle(one).direction }));
}, titles);

test('the title of a page in another language is read in that language wherever it is shown', async () => {
  const { context } = await open_context(browser, origin);
  const titles = [];
  for (const language of ['ar', 'en', 'tr', 'pl', 'uk']) {
    await on_page(context, `${origin}/talen/${language}/`, async (page) => titles.push({ language, text: (await page.textContent('h1')).trim() }));
  }
  const seen = async (page, where, least) => {
    const found = await titles_shown(page, titles);
    assert.ok(found.length >= least, `${where}: ${found.length} titles`);
    for (const { language, text, read_in, direction } of found) {
      assert.equal(read_in, language, `${where}: ${text}`);
      assert.equal(direction, language === 'ar' ? 'rtl' : 'ltr', `${where}: ${text}`);
    }
  };
  await on_page(context, `${origin}/zoeken/`, (page) => seen(page, 'A to Z', 5));
  await on_page(context, `${origin}/`, (page) => seen(page, 'what changed', 1));
  for (const { language } of titles) await on_page(context, `${origin}/talen/${language}/`, (page) => seen(page, `the way to ${language}`, 1));
  for (const { text } of titles) {
    await on_page(context, `${origin}/zoeken/?q=${encodeURIComponent(text)}`, async (page) => {
      await page.locator('#resultaten h3').first().waitFor();
      await seen(page, `results for ${text}`, 1);
    });
    await on_page(context, `${origin}/`, async (page) => {
      await page.fill('input[name=q]', text);
      await page.locator('[role=option]').first().waitFor();
      await seen(page, `suggestions for ${text}`, 1);
    });
  }
  await context.close();
});

test('a page in another language is read in that language, its Dutch words in Dutch', async () => {
  const { context } = await open_context(browser, origin);
  for (const [language, direction] of [['ar', 'rtl'], ['en', 'ltr'], ['tr', 'ltr'], ['pl', 'ltr'], ['uk', 'ltr']]) {
    await on_page(context, `${origin}/talen/${language}/`, async (page) => {
      const found = await page.evaluate(() => {
        const heading = document.querySelector('h1');
        return { language: heading.closest('[lang]').lang, direction: getComputedStyle(heading).direction,
          dutch: [...document.querySelectorAll('main [lang] [lang="nl"]')].map((one) => one.textContent) };
      });
      assert.equal(found.language, language);
      assert.equal(found.direction, direction);
      for (const word of ['Nog niet nagekeken', 'Oudersteunpunt', 'zorgplicht']) assert.ok(found.dutch.includes(word), `${language}: ${word}`);
    });
  }
  await context.close();
});
