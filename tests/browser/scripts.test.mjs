// The scripts of the theme: types as their JSDoc declares them, weight, and what the policy of the site rules out.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import { build_site, here, repository, sites_present } from './site.mjs';

const folder = path.join(repository, 'themes/wegwijs/static/js');
const most_bytes = 14000; // of one page, without those of the search, as a server sends them
const most_form_bytes = 6000;
const scripts = readdirSync(folder).filter((file) => file.endsWith('.js') && !file.startsWith('search'))
  .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));

async function type_findings(project) {
  const compiler = path.join(here, 'node_modules/typescript/bin/tsc');
  const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', path.join(here, project)], { cwd: here }).catch((failure) => failure);
  return stdout;
}

test('the types of the scripts are right', async () => {
  assert.equal(await type_findings('tsconfig.json'), '');
});

// What the program tells the page is JSON of any form; all else has types.
test('the types of the scripts of the editor are right', async () => {
  assert.equal(await type_findings('tsconfig.editor.json'), '');
});

/// A script with all that it imports before anything is asked of it.
function with_imports(file, all = new Set()) {
  if (all.has(file)) return all;
  all.add(file);
  const { text } = scripts.find((one) => one.file === file);
  for (const [, imported] of text.matchAll(/^import [^;]*from '\.\/(.*)';/gm)) with_imports(imported, all);
  return all;
}

test(`the scripts of a page weigh at most ${most_bytes} bytes`, async () => {
  const { built } = await build_site(sites_present()[0]);
  const size = (file) => gzipSync(readFileSync(path.join(built, 'js', file)), { level: 6 }).length;
  const everywhere = ['travel.js', 'shortlist.js', 'toggletips.js'];
  for (const own of ['finder.js', 'comparison.js', 'questions.js', 'school.js']) {
    const files = new Set([...everywhere, own].flatMap((file) => [...with_imports(file)]));
    const sum = [...files].reduce((total, file) => total + size(file), 0);
    assert.ok(sum <= most_bytes, `${own}: ${sum} bytes: ${[...files].map((file) => `${file} ${size(file)}`).join(', ')}`);
  }
  assert.ok(size('form.js') <= most_form_bytes, `form.js: ${size('form.js')} bytes`);
});

test('no script writes HTML, stores anything or asks another host', () => {
  for (const { file, text } of scripts) {
    // What the reader asked this device to remember is written in one place, and the draft of a form in another.
    const allowed = file === 'kept.js' || file === 'form.js' ? text.replaceAll('localStorage', '') : text;
    const found = allowed.match(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|localStorage|sessionStorage|indexedDB|cookie|https?:\/\/(?!www\.w3\.org)/);
    assert.equal(found, null, `${file}: ${found}`);
  }
});
