// A copy of a site in a git repository of its own, and the editor of its preview.
import { execFileSync, spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { after } from 'node:test';

import { open_context, start_browser } from './browser.mjs';
import { axe_findings } from './reading_checks.mjs';
import { build_site, program } from './site.mjs';

/// Starts `serve --edit`; gives its origin and the address that it prints.
async function serve_editor(options) {
  const port = await new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
  const child = spawn(program, ['serve', ...options, '--edit', '--port', String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.on('exit', () => child.kill('SIGTERM'));
  let said = '';
  child.stdout.on('data', (bytes) => { said += bytes; });
  for (let attempt = 0; attempt < 1200; ++attempt) {
    const address = /http:\S+#sleutel=\w+/.exec(said)?.[0];
    if (address && / ms\)/.test(said)) return { address, origin: `http://localhost:${port}`, stop: () => child.kill('SIGTERM') };
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`serve --edit does not begin: ${said}`);
}

/// The copy has one commit, so that `git` tells what an edit changed. `change` is given the folder with the sources first.
export async function edit_site(browser, site, change = (/** @type {string} */ _sources) => {}) {
  const { options } = await build_site(site, change);
  const root = options[options.indexOf('--root') + 1];
  const server = await serve_editor(options);
  const git = (...words) => execFileSync('git', ['-C', root, '-c', 'user.name=proef', '-c', 'user.email=proef@voorbeeld.nl', ...words], { encoding: 'utf8' });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'begin');
  const open_editor = async (about = {}) => {
    const opened = await open_context(browser, server.origin, about, true);
    // The preview tells the page of each build.
    await opened.context.unroute('**/-/herlaad.js');
    return opened;
  };
  return { root, git, server, open_editor };
}

/// A browser and the editor of a copy of `site`, for the tests of a whole file; both end after the last of them.
export async function begin_editing(site) {
  const browser = await start_browser();
  after(() => browser.close());
  const edited = await edit_site(browser, site);
  after(() => edited.server.stop());
  return edited;
}

/// A school of the example town, with the file of its profile and a row that has an answer.
export function a_school(root) {
  const school = 'iepenhof-college';
  return { school, school_file: path.join(root, 'schoolprofiles', `${school}.yaml`), claim: 'faalangst', claim_text: 'Training in een groep van acht.' };
}

/// Opens the form of an entry, at a field of it. In a document of its own: what stood in the window before is never taken for it.
export async function to_entry(page, server, collection, name, field = '') {
  await page.goto('about:blank');
  await page.goto(server.address);
  await page.evaluate((hash) => { location.hash = hash; }, `#/stuk/${collection}/${name}${field ? `/${field}` : ''}`);
  await page.locator(`form[data-stuk="${collection}/${name}"]`).waitFor();
}

/// The page of the site in the frame has tests of its own.
export async function axe_findings_of_editor(page) {
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

export const state_of = (page) => page.locator('[data-state]');
