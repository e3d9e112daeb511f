// The editor of the preview, as somebody of the team uses it: a claim, a message at its field, a save that the preview shows,
// two people at one file, another address, a picture.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import test, { after } from 'node:test';

import { on_page, open_context, start_browser } from './browser.mjs';
import { axe_findings, layout_findings } from './reading_checks.mjs';
import { build_site, program, sites_present } from './site.mjs';

const browser = await start_browser();
after(() => browser.close());

const site = await build_site(sites_present().at(-1));
const root = site.options[site.options.indexOf('--root') + 1];

/// Starts `serve --edit`; gives its origin and the address that it prints.
async function serve_editor() {
  const port = await new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
  const child = spawn(program, ['serve', ...site.options, '--edit', '--port', String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.on('exit', () => child.kill('SIGTERM'));
  let said = '';
  child.stdout.on('data', (bytes) => { said += bytes; });
  for (let attempt = 0; attempt < 600; ++attempt) {
    const address = /http:\S+#sleutel=\w+/.exec(said)?.[0];
    if (address && / ms\)/.test(said)) return { address, origin: `http://localhost:${port}`, stop: () => child.kill('SIGTERM') };
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`serve --edit does not begin: ${said}`);
}

const server = await serve_editor();
after(() => server.stop());

const git = (...words) => execFileSync('git', ['-C', root, '-c', 'user.name=proef', '-c', 'user.email=proef@voorbeeld.nl', ...words], { encoding: 'utf8' });
git('init', '-q');
git('add', '-A');
git('commit', '-qm', 'begin');

const school = 'iepenhof-college';
const school_file = path.join(root, 'schoolprofiles', `${school}.yaml`);
const claim = 'faalangst';
const claim_text = 'Training in een groep van acht.';

const open_editor = async (options = {}) => {
  const opened = await open_context(browser, server.origin, options, true);
  // The preview tells the page of each build.
  await opened.context.unroute('**/-/herlaad.js');
  return opened;
};

async function to_entry(page, collection, name, field = '') {
  await page.goto(server.address);
  await page.evaluate((hash) => { location.hash = hash; }, `#/stuk/${collection}/${name}${field ? `/${field}` : ''}`);
  await page.locator('form #kop').waitFor();
}

/// The page of the site in the frame has tests of its own.
async function axe_findings_of_editor(page) {
  // Axe cannot see the ground of what is behind the bar that stays in view, wherever the page has scrolled to.
  const set_apart = (is_apart) => page.evaluate((apart) => {
    document.querySelector('[data-frame]').hidden = apart;
    for (const bar of document.querySelectorAll('.bewaarbalk')) bar.style.position = apart ? 'static' : '';
  }, is_apart);
  await set_apart(true);
  const findings = await axe_findings(page);
  await set_apart(false);
  return findings;
}

const state = (page) => page.locator('[data-state]');

test('a changed claim gets its message, is saved alone, and the preview shows it', async () => {
  const { context, watch } = await open_editor({ viewport: { width: 1280, height: 900 } });
  await on_page(context, 'about:blank', async (page) => {
    await to_entry(page, 'scholen', school, claim);
    const row = page.locator(`[data-veld="${claim}"]`);
    const text = row.locator('textarea').first();
    const before = await text.inputValue();
    await row.locator('select').first().selectOption('nee');
    await text.fill('');
    await page.locator('#zoek').focus();
    await row.locator('.foutzin').waitFor();
    assert.match(await row.locator('.foutzin').textContent(), /heeft een toelichting nodig/);
    assert.match(await state(page).textContent(), /1 wijziging, nog niet bewaard/);
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

test('two people at one file: both versions are shown, and nothing is lost', async () => {
  const { context } = await open_editor({ viewport: { width: 1280, height: 900 } });
  await on_page(context, 'about:blank', async (page) => {
    await to_entry(page, 'scholen', school, claim);
    const row = page.locator(`[data-veld="${claim}"]`);
    await row.locator('textarea').first().fill('Van mij.');
    const bytes = readFileSync(school_file, 'utf8');
    writeFileSync(school_file, bytes.replace(claim_text, 'Van de ander.'));
    appendFileSync(school_file, '# een opmerking\n');
    await page.locator('[data-save]').click();
    const conflict = page.locator('[data-conflict]');
    await conflict.waitFor();
    assert.match(await conflict.textContent(), /Van de ander\./);
    assert.match(await conflict.textContent(), /Van mij\./);
    assert.deepEqual(await axe_findings_of_editor(page), []);
    await conflict.locator('input[value=here]').check();
    await conflict.locator('button[type=submit]').click();
    await page.getByText('Alles is bewaard').waitFor();
    const saved = readFileSync(school_file, 'utf8');
    assert.ok(saved.includes('Van mij.') && saved.endsWith('# een opmerking\n'));
  });
  await context.close();
  git('checkout', '-q', '.');
});

test('another address: what changes is told first, then all of it changes in one go', async () => {
  const { context } = await open_editor();
  await on_page(context, 'about:blank', async (page) => {
    await to_entry(page, 'scholen', school);
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

for (const width of [320, 1280]) {
  test(`the list, a form and a dialog are clean for axe and do not scroll sideways at ${width} px`, async () => {
    const { context } = await open_editor({ viewport: { width, height: 900 } });
    await on_page(context, 'about:blank', async (page) => {
      await page.goto(server.address);
      await page.locator('[data-content] h1').waitFor();
      assert.deepEqual(await axe_findings_of_editor(page), []);
      await to_entry(page, 'scholen', school, claim);
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
