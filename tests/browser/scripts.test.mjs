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
const most_bytes = 12000; // all scripts but those of the search, as a server sends them
const scripts = readdirSync(folder).filter((file) => file.endsWith('.js') && !file.startsWith('search'))
  .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));

test('the types of the scripts are right', async () => {
  const compiler = path.join(here, 'node_modules/typescript/bin/tsc');
  const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', here], { cwd: here }).catch((failure) => failure);
  assert.equal(stdout, '');
});

test(`the published scripts weigh at most ${most_bytes} bytes together`, async () => {
  const { built } = await build_site(sites_present()[0]);
  const sizes = scripts.map(({ file }) => [file, gzipSync(readFileSync(path.join(built, 'js', file)), { level: 6 }).length]);
  const sum = sizes.reduce((total, [, bytes]) => total + bytes, 0);
  assert.ok(sum <= most_bytes, `${sum} bytes: ${sizes.map(([file, bytes]) => `${file} ${bytes}`).join(', ')}`);
});

test('no script writes HTML, stores anything or asks another host', () => {
  for (const { file, text } of scripts) {
    const found = text.match(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|localStorage|sessionStorage|indexedDB|cookie|https?:\/\/(?!www\.w3\.org)/);
    assert.equal(found, null, `${file}: ${found}`);
  }
});
