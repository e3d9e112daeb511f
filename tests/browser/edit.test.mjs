// The editor of the preview, as somebody of the team uses it: a claim, a message at its field, a save that the preview shows,
// two people at one file, another address, a picture.
import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

import { on_page } from './browser.mjs';
import { a_school, axe_findings_of_editor, begin_editing, state_of, to_entry } from './editor.mjs';
import { is_short } from './pages.mjs';
import { layout_findings } from './reading_checks.mjs';
import { sites_present } from './site.mjs';

const { root, git, server, open_editor } = await begin_editing(sites_present().at(-1));
const { school, school_file, claim, claim_text } = a_school(root);

test('the page of the editor has an icon of its own', async () => {
  const { context } = await open_editor();
  await on_page(context, server.address, async (page) => {
    const icon = await page.evaluate(async () => {
      const answer = await fetch(document.querySelector('link[rel=icon]').href);
      return [answer.status, answer.headers.get('content-type')];
    });
    assert.deepEqual(icon, [200, 'image/svg+xml']);
  });
  await context.close();
});

test('a changed claim gets its message, is saved alone, and the preview shows it', async () => {
  const { context, watch } = await open_editor({ viewport: { width: 1280, height: 900 } });
  await on_page(context, 'about:blank', async (page) => {
    await to_entry(page, server, 'scholen', school, claim);
    const row = page.locator(`[data-veld="${claim}"]`);
    const text = row.locator('textarea').first();
    const before = await text.inputValue();
    await row.locator('select').first().selectOption('nee');
    await text.fill('');
    await page.locator('#zoek').focus();
    await row.locator('.foutzin').waitFor();
    assert.match(await row.locator('.foutzin').textContent(), /heeft een toelichting nodig/);
    assert.match(await state_of(page).textContent(), /1 wijziging, nog niet bewaard/);
    // The summary leads to the field.
    await page.locator('[data-summary] a').first().click();
    assert.equal(await page.evaluate((id) => document.activeElement?.closest('[data-veld]')?.dataset.veld === id, claim), true);

    await row.locator('select').first().selectOption('ja');
    await text.fill('Dit staat er sinds de proef.');
    await page.keyboard.press('Control+s');
    await page.getByText('Alles is bewaard').waitFor();
    const changed = git('diff', '--unified=0').split('\n').filter((line) => /^[+-](?![+-])/.test(line));
    assert.equal(changed.length, 2, changed.join('\n'));
    assert.ok(changed[1].includes('Dit staat er sinds de proef.'));
    await page.frameLocator('[data-frame]').getByText('Dit staat er sinds de proef.').first().waitFor({ timeout: 120000 });

    await text.fill(before);
    await page.locator('[data-save]').click();
    await page.waitForFunction(() => /Alles is bewaard/.test(document.querySelector('[data-state]').textContent));
    assert.equal(git('diff'), '');

    // What was just saved can be undone.
    await text.fill('Vergissing.');
    await page.keyboard.press('Control+s');
    await page.getByText('Alles is bewaard').waitFor();
    assert.ok(git('diff').includes('Vergissing.'));
    await page.getByRole('button', { name: 'Maak ongedaan' }).click();
    await page.getByText('Ongedaan gemaakt.').waitFor();
    assert.equal(git('diff'), '');
    assert.equal(await page.locator(`[data-veld="${claim}"] textarea`).first().inputValue(), before);
    assert.equal(await page.locator('[data-undo]').isVisible(), false);
  });
  assert.deepEqual(watch.take(), []);
  await context.close();
});

/// Holds back every answer whose address fits, until `release` is called.
async function hold(page, address) {
  const held = [];
  await page.route(address, (route) => { held.push(route); });
  return {
    arrived: async (count) => {
      for (let attempt = 0; held.length < count; ++attempt) {
        assert.ok(attempt < 1500, `only ${held.length} of ${count} were asked`);
        await new Promise((resolve) => { setTimeout(resolve, 20); });
      }
    },
    release: async () => {
      for (const route of held) await route.fulfill({ response: await route.fetch() });
      await page.unroute(address);
      // The page has had its turn to do something with them.
      await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 50); }));
    },
  };
}

test('an answer that comes late never takes the place of what was asked after it', async () => {
  const { context } = await open_editor();
  await on_page(context, 'about:blank', async (page) => {
    const slow = await hold(page, /bewerken\/(aandacht|aanleveringen|stuk\?.*naam=over)$/);
    await page.goto(server.address);
    for (const [index, hash] of ['#/aanleveringen', '#/stuk/paginas/over', `#/stuk/scholen/${school}/${claim}`].entries()) {
      await slow.arrived(index + 1);
      await page.evaluate((wanted) => { location.hash = wanted; }, hash);
    }
    const form = page.locator(`form[data-stuk="scholen/${school}"]`);
    await form.waitFor();
    const text = page.locator(`[data-veld="${claim}"] textarea`).first();
    await text.fill('Dit blijft staan.');
    await slow.release();
    assert.equal(await form.count(), 1);
    assert.equal(await text.inputValue(), 'Dit blijft staan.');
    assert.equal(await page.locator('[data-content] h1').count(), 1);
    await page.keyboard.press('Control+s');
    await page.getByText('Alles is bewaard').waitFor();
    assert.deepEqual(git('diff', '--name-only').trim(), `schoolprofiles/${school}.yaml`);
    git('checkout', '-q', '.');
  });
  await context.close();
});

test('while an entry is on its way, the one before it cannot be edited any more', async () => {
  const { context } = await open_editor();
  await on_page(context, 'about:blank', async (page) => {
    await to_entry(page, server, 'scholen', school);
    const slow = await hold(page, /bewerken\/stuk\?.*naam=over$/);
    await page.evaluate(() => { location.hash = '#/stuk/paginas/over'; });
    await slow.arrived(1);
    assert.equal(await page.locator('form').count(), 0);
    await page.getByText('Even laden').waitFor();
    await slow.release();
    await page.locator('form[data-stuk="paginas/over"]').waitFor();
  });
  await context.close();
});

for (const field of [claim, '']) {
  test(`messages that come late leave the field with the focus alone (${field || 'no field asked for'})`, async () => {
    const { context } = await open_editor({ viewport: { width: 1280, height: 600 } });
    await on_page(context, 'about:blank', async (page) => {
      const slow = await hold(page, /bewerken\/meldingen/);
      await to_entry(page, server, 'scholen', school, field);
      const focused = () => page.evaluate(() => document.activeElement?.closest('[data-veld]')?.getAttribute('data-veld'));
      if (field) assert.equal(await focused(), field);
      const other = page.locator('[data-veld="grenzen"] textarea').first();
      await other.evaluate((node) => { for (let part = node; part; part = part.parentElement) if (part.localName === 'details') part.open = true; });
      await other.focus();
      const place = await page.evaluate(() => scrollY);
      assert.ok(place > 100);
      await slow.release();
      assert.equal(await focused(), 'grenzen');
      assert.equal(await page.evaluate(() => scrollY), place);
    });
    await context.close();
  });
}

test('who types on while it is saved is told that the rest is not saved yet', async () => {
  const { context } = await open_editor();
  await on_page(context, 'about:blank', async (page) => {
    await to_entry(page, server, 'scholen', school, claim);
    const text = page.locator(`[data-veld="${claim}"] textarea`).first();
    const slow = await hold(page, /bewerken\/bewaar/);
    await text.fill('Eerst dit.');
    await page.keyboard.press('Control+s');
    await slow.arrived(1);
    await text.fill('Daarna dat.');
    await slow.release();
    assert.match(await state_of(page).textContent(), /1 wijziging, nog niet bewaard/);
    assert.equal(await text.inputValue(), 'Daarna dat.');
    assert.ok(git('diff').includes('Eerst dit.'));
    await page.keyboard.press('Control+s');
    await page.getByText('Alles is bewaard').waitFor();
    assert.ok(git('diff').includes('Daarna dat.'));
    git('checkout', '-q', '.');
  });
  await context.close();
});

test('two people at one file in two windows: both versions are shown, and nothing is lost', async () => {
  const [one, other] = [await open_editor({ viewport: { width: 1280, height: 900 } }), await open_editor({ viewport: { width: 1280, height: 900 } })];
  const text_in = (page) => page.locator(`[data-veld="${claim}"] textarea`).first();
  await on_page(other.context, 'about:blank', (others) => on_page(one.context, 'about:blank', async (page) => {
    await to_entry(page, server, 'scholen', school, claim);
    await to_entry(others, server, 'scholen', school, claim);
    await text_in(others).fill('Van de ander.');
    await others.locator('[data-save]').click();
    await others.getByText('Alles is bewaard').waitFor();
    // A change beside it, by another program.
    appendFileSync(school_file, '# een opmerking\n');
    const theirs = readFileSync(school_file, 'utf8');

    await text_in(page).fill('Van mij.');
    await page.locator('[data-save]').click();
    const conflict = page.locator('[data-conflict]');
    await conflict.waitFor();
    assert.equal(readFileSync(school_file, 'utf8'), theirs);
    assert.match(await conflict.textContent(), /Van de ander\./);
    assert.match(await conflict.textContent(), /Van mij\./);
    assert.deepEqual(await axe_findings_of_editor(page), []);
    await conflict.locator('input[value=here]').check();
    await conflict.locator('button[type=submit]').click();
    await page.getByText('Alles is bewaard').waitFor();
    const saved = readFileSync(school_file, 'utf8');
    assert.equal(saved, theirs.replace('Van de ander.', 'Van mij.'));

    // The window of the other one is the older now: it is refused as well, and may take what is there.
    await text_in(others).fill('Toch van de ander.');
    await others.locator('[data-save]').click();
    const second = others.locator('[data-conflict]');
    await second.waitFor();
    assert.match(await second.textContent(), /Van mij\./);
    assert.match(await second.textContent(), /Toch van de ander\./);
    assert.equal(readFileSync(school_file, 'utf8'), saved);
  }));
  for (const { context } of [one, other]) await context.close();
  git('checkout', '-q', '.');
});

test('another address: what changes is told first, then all of it changes in one go', async () => {
  const { context } = await open_editor();
  await on_page(context, 'about:blank', async (page) => {
    await to_entry(page, server, 'scholen', school);
    await page.getByRole('button', { name: 'Verander het adres' }).click();
    const dialog = page.locator('[data-dialog]');
    await dialog.locator('input').fill('proefnaam');
    await dialog.getByText('Het oude adres blijft werken.').waitFor();
    assert.equal(git('status', '--short'), '');
    await dialog.locator('button[type=submit]').click();
    await page.waitForFunction(() => location.hash === '#/stuk/scholen/proefnaam');
    const moved = git('status', '--short');
    assert.match(moved, new RegExp(`D .*${school}.yaml`));
    assert.match(moved, /\?\? .*proefnaam.yaml/);
    await page.getByText('Het adres is veranderd.').waitFor();
    assert.deepEqual(await axe_findings_of_editor(page), []);
    await page.getByRole('button', { name: 'Maak ongedaan' }).click();
    await page.waitForFunction((name) => location.hash === `#/stuk/scholen/${name}`, school);
    assert.equal(git('status', '--short'), '');
  });
  await context.close();
});

/// A photo as a browser makes it, 2400 by 1200, with a comment in its bytes that must not be published.
async function photo(context) {
  const base64 = await on_page(context, 'about:blank', (page) => page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 2400;
    canvas.height = 1200;
    const pen = canvas.getContext('2d');
    for (let stripe = 0; stripe < 24; ++stripe) {
      pen.fillStyle = `hsl(${stripe * 15} 60% 50%)`;
      pen.fillRect(stripe * 100, 0, 100, 1200);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
  }));
  const bytes = Buffer.from(base64, 'base64');
  const comment = Buffer.from('gemaakt op een plek die niemand hoeft te weten');
  const segment = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
  return Buffer.concat([bytes.subarray(0, 2), segment, comment, bytes.subarray(2)]);
}

test('a picture goes from the form to the page: its bytes, what it shows, its size', async () => {
  const { context, watch } = await open_editor({ viewport: { width: 1280, height: 900 } });
  const bytes = await photo(context);
  await on_page(context, 'about:blank', async (page) => {
    await to_entry(page, server, 'paginas', 'over');
    const text = page.locator('#tekst');
    await text.evaluate((area) => area.setSelectionRange(area.value.length, area.value.length));
    await page.getByRole('button', { name: 'Plaatje erbij' }).click();
    const dialog = page.locator('[data-dialog]');
    assert.deepEqual(await axe_findings_of_editor(page), []);

    // What is no picture is refused with a sentence, and the dialog stays.
    await dialog.locator('input[type=file]').setInputFiles({ name: 'hal.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<script>') });
    await dialog.locator('input:not([type=file])').fill('Leerlingen [in] de hal');
    await dialog.locator('button[type=submit]').click();
    await dialog.getByText('Dit is geen plaatje, of het is beschadigd.').waitFor();
    assert.equal(git('status', '--short'), '');
    watch.take();

    await dialog.locator('input[type=file]').setInputFiles({ name: 'Onze hal (groot).JPG', mimeType: 'image/jpeg', buffer: bytes });
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'hidden' });
    assert.match(await text.inputValue(), /!\[Leerlingen in de hal\]\(\/bestanden\/onze-hal-groot\.jpg\)$/);
    assert.deepEqual(readFileSync(path.join(root, 'content/bestanden/onze-hal-groot.jpg')), bytes);

    await page.keyboard.press('Control+s');
    await page.getByText('Alles is bewaard').waitFor();
    const picture = page.frameLocator('[data-frame]').getByAltText('Leerlingen in de hal');
    await picture.waitFor({ timeout: 120000 });
    await picture.scrollIntoViewIfNeeded();
    const shown = await picture.evaluate(async (image) => {
      await image.decode();
      return { width: image.getAttribute('width'), height: image.getAttribute('height'), natural: [image.naturalWidth, image.naturalHeight], src: image.src };
    });
    assert.deepEqual({ ...shown, src: '' }, { width: '1600', height: '800', natural: [1600, 800], src: '' });
    const published = Buffer.from(await (await fetch(shown.src)).arrayBuffer());
    assert.ok(!published.includes('niemand hoeft te weten'));

    // Undone is the text; the file stays for whoever wants it.
    await page.getByRole('button', { name: 'Maak ongedaan' }).click();
    await page.getByText('Ongedaan gemaakt.').waitFor();
    assert.equal(git('status', '--short'), '?? content/bestanden/\n');
  });
  assert.deepEqual(watch.take(), []);
  await context.close();
  git('clean', '-fdq');
  assert.ok(!existsSync(path.join(root, 'content/bestanden')));
});

for (const width of is_short ? [320] : [320, 1280]) {
  test(`the list, a form and a dialog are clean for axe and do not scroll sideways at ${width} px`, async () => {
    const { context } = await open_editor({ viewport: { width, height: 900 } });
    await on_page(context, 'about:blank', async (page) => {
      await page.goto(server.address);
      await page.locator('[data-content] h1').waitFor();
      assert.deepEqual(await axe_findings_of_editor(page), []);
      await to_entry(page, server, 'scholen', school, claim);
      assert.deepEqual(await axe_findings_of_editor(page), []);
      assert.deepEqual(await layout_findings(page), []);
      await page.getByRole('button', { name: 'Verwijder', exact: true }).click();
      await page.locator('[data-dialog] .knop').waitFor();
      assert.deepEqual(await axe_findings_of_editor(page), []);
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('[data-dialog]').isVisible(), false);
    });
    await context.close();
  });
}
