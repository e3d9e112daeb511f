// The schools on the reader's list beside each other, and the questions that stay open: counted again from the profiles.
import assert from 'node:assert/strict';
import path from 'node:path';
import test, { after } from 'node:test';

import { in_fragment, on_page, open_context, shown_address, start_browser, with_spaces } from './browser.mjs';
import { tab_findings } from './keyboard_checks.mjs';
import { is_short, widths } from './pages.mjs';
import { applies, read_profiles } from './profiles.mjs';
import { print_findings } from './print_checks.mjs';
import { axe_findings, layout_findings, without_script_findings } from './reading_checks.mjs';
import { build_site, repository, serve_site, sites_or_one } from './site.mjs';

const browser = await start_browser();
const large_browser = await start_browser('defaultFontSize=32');
after(() => Promise.all([browser.close(), large_browser.close()]));

const words = {
  ja: 'Ja', deels: 'Deels', nee: 'Nee', in_ontwikkeling: 'In ontwikkeling', niet_vermeld: 'Niet vermeld', genoemd: 'Genoemd',
};
const status_of = (claim) => claim.status ?? 'genoemd';

/// Rows that are compared, with what each school must show: the words of its claims in any order, or why there are none.
function expected(data, ids) {
  const schools = ids.map((id) => data.schools.find((school) => school.id === id));
  const rows = data.rows.filter((row) => row.compare === 'true' && schools.some((school) => applies(school, row)));
  const cells = (row) => schools.map((school) => {
    const claims = school.claims(row.id);
    if (claims.length > 0) return claims.map((claim) => words[status_of(claim)]).sort().join('+');
    return applies(school, row) ? 'Nog niet nagekeken' : 'Niet van toepassing';
  });
  const known = rows.filter((row) => schools.some((school) => school.claims(row.id).length > 0));
  const differing = known.filter((row) => {
    // What is unknown differs from nothing.
    const answers = schools.filter((school) => applies(school, row))
      .map((school) => [...new Set(school.claims(row.id).map(status_of))].filter((status) => status !== 'niet_vermeld'))
      .filter((statuses) => statuses.length > 0)
      .map((statuses) => statuses.sort().join());
    return new Set(answers).size > 1;
  });
  return { rows: known.map((row) => ({ name: (row.plain ?? row.label).nl, cells: cells(row) })), differing: differing.length, silent: rows.length - known.length };
}

function shown(page) {
  return page.evaluate(() => [...document.querySelectorAll('[data-comparison-table] tbody')].map((body) => ({
    name: body.querySelector('th').textContent,
    cells: [...body.querySelectorAll('tr:nth-child(2) > td')].map((cell) =>
      [...cell.querySelectorAll('.status')].map((one) => one.textContent).sort().join('+')),
  })));
}

/// Waits until the profiles have come and are shown.
async function on_comparison(context, url, use) {
  return on_page(context, url, async (page) => {
    await page.waitForFunction(() => !document.querySelector('[aria-busy=true]') &&
      (document.querySelector('[data-own-status]').textContent !== '' || document.querySelector('[data-own-schools] section')));
    return use(page);
  });
}

function no_findings(findings, where) {
  assert.equal(findings.length, 0, `${where}:\n  ${[...new Set(findings)].slice(0, 25).join('\n  ')}`);
}

/// Four schools of which little to much is known: the sparse case first.
function schools_by_facts(data) {
  const known = (school) => data.rows.filter((row) => school.claims(row.id).length > 0).length;
  const sorted = [...data.schools].sort((left, right) => known(left) - known(right));
  const at_least = (number) => sorted.find((school) => known(school) >= number) ?? sorted.at(-1);
  return { none: at_least(0).id, two: at_least(2).id, four: at_least(4).id, most: sorted.at(-1).id };
}

async function test_site(site) {
  const built = await build_site(site);
  const { origin, stop } = await serve_site(built);
  after(stop);
  const data = read_profiles(path.join(repository, site.root));
  const { none, two, four, most } = schools_by_facts(data);
  const readers = await open_context(browser, origin, { viewport: { width: 1280, height: 900 } }, true);
  const phone = await open_context(browser, origin, { viewport: { width: 320, height: 640 } }, true);
  const without_scripts = await open_context(browser, origin, { javaScriptEnabled: false, viewport: { width: 320, height: 800 } });

  for (const ids of [[most, four, two, none], [none, two], [most, four], [none]]) {
    const address = `/vergelijken/?s=${ids.join(',')}`;
    test(`${site.name} ${address}: every cell is that of the profiles, and silence is never "nee"`, async () => {
      await on_comparison(readers.context, origin + address, async (page) => {
        const wanted = expected(data, ids);
        assert.deepEqual(await shown(page), wanted.rows);
        const said = with_spaces(await page.textContent('[data-own-status]'));
        if (wanted.rows.length > 1 && ids.length > 1) assert.ok(said.includes(`Over ${wanted.rows.length} onderwerpen`) && said.includes(`Bij ${wanted.differing || 'geen daarvan'} is`), said);
        // Never "bij 0", and "1 onderwerp" in the singular.
        assert.doesNotMatch(said, /\b0 |\b1 onderwerpen/);
        const text = with_spaces(await page.textContent('[data-comparison-table]'));
        if (wanted.silent > 1) assert.ok(text.includes(`Over ${wanted.silent} onderwerpen`), 'the rows of which nothing is known are folded');
        // Source and date stand in the cell of every claim.
        const bare = await page.$$eval('[data-comparison-table] .claim', (claims) => claims.filter((claim) => !/Bron \d+.*, ./.test(claim.querySelector('.bron')?.textContent ?? '')).length);
        assert.equal(bare, 0, 'claims without source or date');
        assert.equal(await page.locator('[data-comparison-lead]').isVisible(), false, 'what to choose first is said above what was chosen');
      });
      no_findings(readers.watch.take(), address);
    });
  }

  test(`${site.name}: twice the same school, a strange id and one that is gone do no harm and are told`, async () => {
    await on_comparison(readers.context, `${origin}/vergelijken/?s=${most},${most}&s=bestaat-niet,..%2F..,${none}`, async (page) => {
      assert.equal(await page.locator('.vgl thead th').count(), 2);
      assert.match(await page.textContent('[data-own-status]'), /Niet gevonden: bestaat-niet/);
    });
    // The answer 404 of the missing profile is the only thing that may be noted.
    const noted = readers.watch.take().filter((one) => !/404/.test(one));
    no_findings(noted, 'strange ids');
  });

  test(`${site.name}: the names of the schools stay in view wherever the table is`, async () => {
    for (const [width, height] of [[320, 640], [1280, 900]]) {
      const { context } = await open_context(browser, origin, { viewport: { width, height } });
      await on_comparison(context, `${origin}/vergelijken/?s=${most},${four},${two}`, async (page) => {
        const covered = await page.evaluate(() => {
          const table = document.querySelector('[data-comparison-table] table');
          const found = [];
          for (let place = table.getBoundingClientRect().top + scrollY + 20; ; place += 67) {
            scrollTo(0, place);
            // Near its end the last rows push the names out.
            if (scrollY < place - 1 || table.getBoundingClientRect().bottom < 300) break;
            for (const head of table.querySelectorAll('thead th')) {
              const box = head.getBoundingClientRect();
              const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
              if (box.top < -1 || !head.contains(seen)) found.push(`${head.textContent} at ${Math.round(place)}`);
            }
          }
          return found;
        });
        assert.deepEqual(covered, [], `${width} px`);
      });
      await context.close();
    }
  });

  test(`${site.name}: the button that takes a school off stands beside its name at every width`, async () => {
    for (const width of widths) {
      const { context } = await open_context(browser, origin, { viewport: { width, height: 900 } });
      await on_comparison(context, `${origin}/vergelijken/?s=${most},${none}`, async (page) => {
        await page.waitForSelector('[data-comparison-schools] button');
        const gaps = await page.$$eval('[data-comparison-schools] .gereedschap', (rows) => rows.map((row) => {
          const name = row.querySelector('label span').getBoundingClientRect();
          const button = row.querySelector('button').getBoundingClientRect();
          return { across: button.left - name.right, is_beside: button.top < name.bottom && name.top < button.bottom };
        }));
        for (const { across, is_beside } of gaps) assert.ok(is_beside && across >= 4 && across < 40, `${width}: ${across} px, beside: ${is_beside}`);
      });
      await context.close();
    }
  });

  test(`${site.name}: at most four of twelve stand beside each other, and which is in the address`, async () => {
    const ids = data.schools.slice(0, 12).map(({ id }) => id);
    await on_comparison(readers.context, `${origin}/vergelijken/?s=${ids.join(',')}`, async (page) => {
      const beside = () => page.$$eval('[data-comparison-schools] input:checked', (boxes) => boxes.map((box) => box.value));
      assert.deepEqual(await beside(), ids.slice(0, 4));
      assert.equal(await page.locator('[data-comparison-schools] input:disabled').count(), ids.length - 4, 'full');
      await page.click(`[data-comparison-schools] label:has(input[value="${ids[0]}"])`);
      await page.waitForFunction(() => document.querySelectorAll('[data-comparison-schools] input:checked').length === 3);
      await page.click(`[data-comparison-schools] label:has(input[value="${ids.at(-1)}"])`);
      const chosen = [...ids.slice(1, 4), ids.at(-1)];
      await page.waitForFunction(() => document.querySelectorAll('[data-comparison-schools] input:checked').length === 4);
      assert.equal(in_fragment(await shown_address(page), 'naast'), chosen.join(','));
      const again = (await shown_address(page)).href;
      await page.goto(again);
      await page.waitForFunction(() => document.querySelectorAll('[data-comparison-schools] input:checked').length === 4);
      assert.deepEqual(await beside(), chosen, 'the same address shows the same');
      await page.click(`[data-comparison-schools] button[data-list-entry="${ids[1]}"]`);
      await page.waitForFunction((gone) => !document.querySelector(`[data-comparison-schools] input[value="${gone}"]`), ids[1]);
      assert.ok(!(await shown_address(page)).searchParams.get('s').includes(`${ids[1]},`));
    });
    no_findings(readers.watch.take(), 'twelve schools');
  });

  test(`${site.name}: only what differs, only the chosen topics, and back again`, async () => {
    await on_comparison(readers.context, `${origin}/vergelijken/?s=${most},${two}`, async (page) => {
      const wanted = expected(data, [most, two]);
      // Where nothing differs there is nothing to choose.
      assert.equal(await page.locator('input[name=verschil]').isVisible(), wanted.differing > 0);
      if (wanted.differing > 0) {
        await page.check('input[name=verschil]');
        await page.waitForFunction((number) => document.querySelectorAll('.vgl[class] tbody').length === number, wanted.differing);
        assert.equal(in_fragment(await shown_address(page), 'verschil'), 'ja');
        await page.uncheck('input[name=verschil]');
      }
      const topic = data.rows.find((row) => (row.plain ?? row.label).nl === wanted.rows[0].name).id;
      await page.click('[data-topics] summary');
      await page.check(`input[name=hulp][value=${topic}]`);
      await page.waitForFunction(() => document.querySelectorAll('[data-comparison-table] tbody').length === 1);
      assert.equal(in_fragment(await shown_address(page), 'hulp'), topic);
      await page.goBack();
      await page.waitForFunction((number) => document.querySelectorAll('[data-comparison-table] tbody').length === number, wanted.rows.length);
    });
    no_findings(readers.watch.take(), 'choosing rows');
  });

  test(`${site.name}: four schools fit on a phone; accessible in every width and mode`, async () => {
    const findings = [];
    for (const ids of [[most, four, two, none], ...is_short ? [] : [[none, two], [none]]]) {
      const address = `/vergelijken/?s=${ids.join(',')}`;
      await on_comparison(phone.context, origin + address, async (page) => {
        for (const width of widths) {
          // So high that the list at the bottom of the window lies over nothing.
          await page.setViewportSize({ width, height: 6000 });
          const found = [...await axe_findings(page), ...await layout_findings(page)];
          findings.push(...found.map((one) => `${address}, ${width} px: ${one}`));
        }
        await page.setViewportSize({ width: 320, height: 800 });
        const columns = await page.$$eval('.vgl thead th', (heads) => heads.map((head) => head.getBoundingClientRect()).every((box, number, all) =>
          box.width > 40 && (number === 0 || box.left >= all[number - 1].right - 1)));
        assert.ok(columns, 'the columns stand beside each other');
        // As tall as the page: what a bar that sticks lies over is a matter of scrolling.
        await page.setViewportSize({ width: 320, height: 8000 });
        await page.emulateMedia({ forcedColors: 'active' });
        findings.push(...(await axe_findings(page, 'not colours')).map((one) => `${address}, forced colours: ${one}`));
        await page.emulateMedia({ forcedColors: 'none', colorScheme: 'dark' });
        findings.push(...(await axe_findings(page, 'colours')).map((one) => `${address}, dark: ${one}`));
      });
    }
    no_findings([...findings, ...phone.watch.take()], site.name);
  });

  test(`${site.name}: readable with text at 200 %`, async () => {
    const large = await open_context(large_browser, origin);
    const findings = [];
    for (const address of [`/vergelijken/?s=${[most, four, two, none].join(',')}`, `/vragen/?s=${none},${two}`, `/scholen/${most}/`]) {
      await on_page(large.context, origin + address, async (page) => {
        await page.waitForTimeout(500);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          findings.push(...(await layout_findings(page)).map((one) => `${address}, ${width} px: ${one}`));
        }
      });
    }
    await large.context.close();
    no_findings(findings, site.name);
  });

  test(`${site.name}: with the keyboard alone, and on paper`, async () => {
    const address = `/vergelijken/?s=${[most, two].join(',')}`;
    const findings = [
      ...await on_comparison(phone.context, origin + address, tab_findings),
      ...await on_comparison(phone.context, origin + address, (page) => print_findings(page, path.join(built.folder, 'comparison.pdf'))),
    ];
    no_findings([...findings, ...phone.watch.take()], address);
  });

  test(`${site.name}: a script that does not come leaves the overviews to be used, after eight seconds`, async () => {
    const { context } = await open_context(browser, origin, { viewport: { width: 320, height: 640 } });
    await context.route('**/js/comparison.js', (route) => route.abort());
    await on_page(context, `${origin}/vergelijken/`, async (page) => {
      const is_seen = () => document.querySelector('[data-comparison-other] li a').checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
      assert.equal(await page.evaluate(is_seen), false, 'nothing moves while the script can still come');
      await page.waitForFunction(is_seen, null, { timeout: 15000 });
    });
    await context.close();
  });

  test(`${site.name}: without scripts there are the overviews, and the page of a school has its neighbours beside it`, async () => {
    await on_page(without_scripts.context, `${origin}/vergelijken/?s=${most}`, async (page) => {
      assert.equal(await page.locator('[data-comparison]').isVisible(), false);
      assert.ok(await page.locator('main a[href^="/vergelijken/"]').count() > 10);
      assert.match(await page.textContent('[data-comparison-start]'), /JavaScript/);
      no_findings(await without_script_findings(page), '/vergelijken/');
    });
    const beside = data.schools.filter(({ values }) => values.gebied !== undefined).map(({ id }) => id);
    let with_neighbours = 0;
    for (const id of beside.slice(0, is_short ? 3 : 12)) {
      await on_page(without_scripts.context, `${origin}/scholen/${id}/`, async (page) => {
        const names = await page.$$eval('.vgl thead a', (links) => links.map((link) => link.getAttribute('href').split('/')[2]));
        if (names.length === 0) return;
        with_neighbours += 1;
        assert.equal(names[0], id);
        assert.ok(names.length >= 2 && names.length <= 4);
        const own = data.schools.find((school) => school.id === id).values;
        for (const other of names.slice(1)) {
          const { values } = data.schools.find((school) => school.id === other);
          assert.equal(values.gebied, own.gebied);
          assert.ok(values.niveaus.some((level) => own.niveaus.includes(level)), `${id} and ${other} share a level`);
        }
        const wanted = expected(data, names).rows;
        const cells = await page.$$eval('.vgl tbody', (bodies) => bodies.map((body) => ({ name: body.querySelector('th').textContent,
          cells: [...body.querySelectorAll('tr:nth-child(2) > td')].map((cell) => [...cell.querySelectorAll('.status')].map((one) => one.textContent).sort().join('+')) })));
        assert.deepEqual(cells, wanted);
      });
    }
    assert.ok(with_neighbours > 0, 'no school has neighbours');
  });

  const open_questions = (id) => data.rows.filter((row) => {
    const school = data.schools.find((one) => one.id === id);
    return row.compare === 'true' && applies(school, row) && !school.claims(row.id).some((claim) => ['ja', 'genoemd'].includes(status_of(claim)));
  });

  test(`${site.name} /vragen/: per school every topic of which no source says ja, as a question in plain words; deels leaves open for whom`, async () => {
    await on_comparison(readers.context, `${origin}/vragen/?s=${[none, two, most].join(',')}`, async (page) => {
      const told = await page.$$eval('[data-own-schools] > section', (sections) => sections.map((section) => [...section.querySelectorAll('li')].map((line) => line.firstChild.textContent)));
      assert.deepEqual(told, [none, two, most].map((id) => open_questions(id).map((row) => (row.question ?? row.plain ?? row.label).nl)));
      assert.equal(await page.locator('[data-all-questions]').isVisible(), false);
      const topic = open_questions(none)[0].id;
      await page.click('[data-topics] summary');
      await page.check(`input[name=hulp][value=${topic}]`);
      await page.waitForFunction(() => document.querySelectorAll('[data-own-schools] > section:first-child li').length === 1);
      assert.equal(in_fragment(await shown_address(page), 'hulp'), topic);
    });
    no_findings(readers.watch.take(), '/vragen/');
  });

  for (const address of [`/vragen/?s=${none}`, `/vergelijken/?s=${most}`]) {
    test(`${site.name} ${address}: a topic is found by its first letters, and what is chosen stays chosen`, async () => {
      await on_comparison(phone.context, origin + address, async (page) => {
        await page.click('[data-topics] summary');
        const seen = () => page.$$eval('[data-topics] label.vink:has([name=hulp])', (labels) => labels.filter((label) => label.checkVisibility()).map((label) => label.textContent));
        const all = await seen();
        await page.locator('[data-topics] input[name=hulp]').last().check();
        const word = all[0].split(/[ ,]/)[0];
        await page.fill('[data-row-search]', word.toUpperCase());
        const found = await seen();
        assert.ok(found.length > 0 && found.length < all.length / 2 && found.includes(all[0]), `${word}: ${found.length} of ${all.length}`);
        assert.match(await page.textContent('[data-row-found]'), new RegExp(`\\b${found.length}\\b`));
        assert.equal(await page.locator('[data-topics] fieldset[data-group]:visible legend').count(), await page.locator('[data-topics] fieldset[data-group]:has(label.vink:visible)').count());
        await page.fill('[data-row-search]', '');
        assert.deepEqual(await seen(), all);
        assert.ok(await page.locator('[data-topics] input[name=hulp]').last().isChecked());
      });
      no_findings(phone.watch.take(), address);
    });
  }

  test(`${site.name} /vragen/: of a chosen topic that a source mentions stand its words, the source and the date, and no more is claimed`, async () => {
    const stated = data.rows.filter((row) => data.schools.find(({ id }) => id === most).claims(row.id).length > 0
      && row.compare === 'true' && !open_questions(most).includes(row)).map(({ id }) => id).slice(0, 3);
    await on_comparison(readers.context, `${origin}/vragen/?s=${most}#hulp=${stated.join(',')}`, async (page) => {
      const profile = await page.evaluate(async (id) => (await fetch(`/scholen/${id}/index.json`)).json(), most);
      const wanted = stated.flatMap((id) => profile.beweringen[id].map((claim) => ({ said: claim.toelichting ?? claim.tekst ?? '', date: claim.peildatum_in_woorden })));
      const lines = await page.$$eval('[data-own-schools] [data-said]', (all) => all.map((line) => line.textContent));
      assert.equal(lines.length, wanted.length);
      for (const { said, date } of wanted) assert.ok(lines.some((line) => line.includes(said) && line.endsWith(date) && line.includes('Bron: ')), said);
      assert.doesNotMatch(await page.textContent('[data-own-schools]'), /alles bekend/);
    });
    no_findings(readers.watch.take(), '/vragen/');
  });

  test(`${site.name} /vragen/: accessible in every width, with the keyboard, on paper and without scripts`, async () => {
    const address = `/vragen/?s=${[none, most].join(',')}`;
    const findings = [];
    await on_comparison(phone.context, origin + address, async (page) => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        findings.push(...[...await axe_findings(page), ...await layout_findings(page)].map((one) => `${width} px: ${one}`));
      }
    });
    findings.push(...await on_comparison(phone.context, origin + address, tab_findings));
    findings.push(...await on_comparison(phone.context, origin + address, (page) => print_findings(page, path.join(built.folder, 'questions.pdf'))));
    await on_page(without_scripts.context, origin + address, async (page) => {
      assert.equal(await page.locator('[data-all-questions] li:visible').count(), data.rows.filter((row) => row.compare === 'true').length);
      findings.push(...await without_script_findings(page));
    });
    no_findings([...findings, ...phone.watch.take(), ...without_scripts.watch.take()], address);
  });

  test(`${site.name}: nothing is stored`, async () => {
    for (const { context } of [readers, phone, without_scripts]) {
      const { cookies, origins } = await context.storageState();
      assert.deepEqual([cookies, origins], [[], []]);
      await context.close();
    }
  });
}

for (const site of sites_or_one('voorbeeldstad')) await test_site(site);
