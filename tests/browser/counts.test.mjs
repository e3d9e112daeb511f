// Every number that a reader meets of a wish or a choice: as the page of the finder is sent, with its script, on the page of the
// wish or the choice itself, and in the comparisons. One school may not be a "no" here and unknown there.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { on_page, open_context, start_browser } from './browser.mjs';
import { is_short } from './pages.mjs';
import { build_site, serve_site, sites_or_one } from './site.mjs';

const browser = await start_browser();
after(() => browser.close());

const address_word = (id) => id.replaceAll('_', '-');

/// What the boxes of the finder say, by name and value: "3", "3, 2 unknown". What is hidden is not said.
const said_by_boxes = (page) => page.$$eval('[data-finder] input[type=checkbox]:not([name=open])', (boxes) => boxes.map((box) => {
  const label = box.closest('label');
  const part = label.querySelector('[data-unknown-part]');
  const unknown = part.hidden ? '' : `, ${part.querySelector('[data-unknown]').textContent} unknown`;
  return { box: `${box.name} ${box.value}`, said: label.querySelector('[data-count]').textContent + unknown };
}));

/// The same once the script has counted everything, with every group in view.
async function counted_by_script(page) {
  await page.evaluate(() => new Promise((resolve) => {
    for (const one of document.querySelectorAll('[data-group]')) one.open = true;
    dispatchEvent(new Event('scroll'));
    setTimeout(resolve, 350);
  }));
  return said_by_boxes(page);
}

/// In how many schools each wish is stated, denied and unknown, by the cards that stand in each part when it is the only one.
const found_by_wish = (page) => page.$$eval('[data-finder] input[name=hulp]', (boxes) => {
  const number = (part) => document.querySelectorAll(`[data-part=${part}] li.kaart`).length;
  return Object.fromEntries(boxes.map((box) => {
    box.click();
    // Who scrolls sees the rest at once.
    dispatchEvent(new Event('scroll'));
    const found = { stated: number('all'), denied: number('denied'), unknown: number('open') };
    box.click();
    return [box.value, found];
  }));
});

/// The same on a page that has the schools by answer, by the id of the heading of the row; a school with two answers counts by the
/// better one. `silent`: schools of which a source was read that says nothing, which are among the unknown.
const told_by_row = (page, row_selector) => page.$$eval(row_selector, (rows) => Object.fromEntries(rows.map((row) => {
  const answers = new Map();
  const order = ['ja', 'deels', 'genoemd', 'nee', 'in_ontwikkeling', 'niet_vermeld'];
  for (const heading of row.querySelectorAll('h3.status')) {
    const schools = new Set();
    for (let next = heading.nextElementSibling; next && !next.matches('h3, .onbekend'); next = next.nextElementSibling) {
      for (const link of next.querySelectorAll('li > p:first-child > a')) schools.add(link.pathname);
    }
    const said = Number(heading.querySelector('.stil').textContent.replace(/\D/g, ''));
    if (said !== schools.size) throw new Error(`${row.id}: "${heading.textContent}" and ${schools.size} schools`);
    for (const school of schools) {
      const now = order.indexOf(heading.dataset.status);
      answers.set(school, Math.min(now, answers.get(school) ?? order.length));
    }
  }
  const number = (from, to) => [...answers.values()].filter((one) => one >= from && one < to).length;
  const silent = number(5, 6);
  const not_looked_at = Number(row.querySelector('.onbekend')?.textContent.match(/\d+/)[0] ?? 0);
  const id = row.querySelector('h2').id;
  return [id, { stated: number(0, 3), denied: number(3, 5), unknown: silent + not_looked_at }];
})));

for (const site of sites_or_one('the real site')) {
  const built = await build_site(site);
  const { origin, stop } = await serve_site(built);
  after(stop);
  const desk = { viewport: { width: 1280, height: 900 } };
  const with_script = await open_context(browser, origin, desk);
  const without_script = await open_context(browser, origin, { ...desk, javaScriptEnabled: false });
  after(() => Promise.all([with_script.context.close(), without_script.context.close()]));

  test(`${site.name}: the choices of the finder say the same before its script counts them as after`, async () => {
    const sent = await on_page(without_script.context, `${origin}/scholen/`, said_by_boxes);
    const counted = await on_page(with_script.context, `${origin}/scholen/`, counted_by_script);
    assert.ok(sent.length > 50, `${sent.length} choices`);
    const differing = sent.filter(({ said }, index) => said !== counted[index].said).map(({ box, said }) => ({ box, said, counted: counted.find((one) => one.box === box).said }));
    assert.deepEqual(differing, []);
  });

  test(`${site.name}: the finder counts for each wish the schools that it then shows`, async () => {
    await on_page(with_script.context, `${origin}/scholen/`, async (page) => {
      const counted = new Map((await counted_by_script(page)).map(({ box, said }) => [box, said]));
      for (const [wish, { stated, unknown }] of Object.entries(await found_by_wish(page))) {
        assert.equal(counted.get(`hulp ${wish}`), unknown > 0 ? `${stated}, ${unknown} unknown` : String(stated), wish);
      }
    });
  });

  test(`${site.name}: the page of a wish tells of as many schools that they have it, have it not, or are unknown, as the finder`, async () => {
    const found = await on_page(with_script.context, `${origin}/scholen/`, found_by_wish);
    let compared = 0;
    for (const [wish, numbers] of Object.entries(found).filter((_, index) => !is_short || index % 3 === 0)) {
      const address = `${origin}/scholen/hulp/${address_word(wish)}/`;
      if (!(await fetch(address)).ok) continue;
      await on_page(without_script.context, address, async (page) => {
        assert.deepEqual(await told_by_row(page, 'section:has(> #pagina-antwoorden)'), { 'pagina-antwoorden': numbers }, wish);
        const links = await page.$$eval('section:has(> #pagina-andere) .waarden a', (all) => all.map((one) => [one.pathname, one.querySelector('.stil').textContent]));
        for (const [other, { stated }] of Object.entries(found)) {
          const link = links.find(([pathname]) => pathname === `/scholen/hulp/${address_word(other)}/`);
          if (link) assert.equal(link[1], `(${stated})`, `${address}: link to ${other}`);
        }
      });
      compared += 1;
    }
    assert.ok(compared > 0);
  });

  test(`${site.name}: a comparison of the schools with a level tells the same of each wish as the finder with that level`, async () => {
    const pages = await on_page(without_script.context, `${origin}/vergelijken/`, (page) =>
      page.$$eval('[data-comparison-other] a', (all) => all.map(({ pathname }) => pathname)));
    const level_of = (address) => address.split('/').at(-2);
    const levels = [...new Set(pages.map(level_of))];
    assert.ok(levels.length > 5, `${levels}`);
    let compared = 0;
    for (const level of is_short ? levels.slice(3, 4) : levels) {
      const found = await on_page(with_script.context, `${origin}/scholen/#niveaus=${level}`, found_by_wish);
      for (const address of pages.filter((one) => level_of(one) === level)) {
        const rows = await on_page(without_script.context, origin + address, (page) => told_by_row(page, 'section.onderwerp:has(> .klein)'));
        for (const [id, numbers] of Object.entries(rows)) {
          // A wish of which no source says anything cannot be chosen.
          const wanted = found[id.replace('pagina-', '')] ?? { ...numbers, stated: 0, denied: 0 };
          assert.deepEqual(numbers, wanted, `${address}: ${id}`);
          compared += 1;
        }
      }
    }
    assert.ok(compared > 5, `${compared} rows`);
  });

  test(`${site.name}: the list of a choice has as many schools as its link and the finder say`, async () => {
    const { links, said } = await on_page(without_script.context, `${origin}/scholen/`, async (page) => ({
      links: await page.$$eval('[data-finder-links] a', (all) => all.map((one) => ({
        address: one.pathname, name: one.firstChild.textContent.trim(), number: one.querySelector('.stil').textContent.replace(/\D/g, ''),
      }))),
      said: await page.$$eval('[data-finder] [data-facet] label', (all) => all.map((one) =>
        [one.querySelector('[data-name]').textContent.trim(), one.querySelector('[data-count]').textContent])),
    }));
    assert.ok(links.length > 10);
    for (const { address, name, number } of is_short ? links.filter((_, index) => index % 5 === 0) : links) {
      await on_page(without_script.context, origin + address, async (page) => {
        const cards = String(await page.locator('li.kaart').count());
        const heading = (await page.textContent('#pagina-scholen')).replace(/\D/g, '');
        assert.deepEqual(new Set([number, heading, ...said.filter(([one]) => one === name).map(([, count]) => count)]), new Set([cards]), address);
      });
    }
  });
}
