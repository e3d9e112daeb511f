// Every page of the built sites through html-validate and the Nu checker, the styles through stylelint, and what a page weighs.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import stylelint from 'stylelint';

import { is_short } from './pages.mjs';
import { build_site, here, repository, sites_present } from './site.mjs';
import table_headers from './table_headers.mjs';

const css_folder = path.join(repository, 'themes/wegwijs/static/css');
const most_css_bytes = 9250; // all style sheets together, as a server sends them
const most_page_bytes = 40000; // a page with its style sheets

const config = JSON.parse(readFileSync(path.join(here, '.htmlvalidate.json'), 'utf8'));
config.plugins = [table_headers];
config.rules['wegwijs/table-headers'] = 'error';
const html_validate = new HtmlValidate(new StaticConfigLoader(config));

const gzip_bytes = (text) => gzipSync(text, { level: 6 }).length;

/// All findings in one message, the first fifty; a long list hides its beginning.
function no_findings(findings, what) {
  const shown = findings.slice(0, 50).join('\n  ');
  assert.equal(findings.length, 0, `${what}: ${findings.length}\n  ${shown}`);
}

function html_files(built) {
  return readdirSync(built, { recursive: true }).filter((file) => file.endsWith('.html')).sort();
}

/// One in `step` of the pages of a kind, from the one at `first` on: those beside each other, or of one name in folders of their own (the
/// form of each school). In the short run each checker has its own pages, and both the only page of a kind.
function some_of_each_kind(files, first, step) {
  const folder_of = (file) => path.dirname(path.dirname(file));
  const beside = new Map();
  for (const file of files) beside.set(folder_of(file), (beside.get(folder_of(file)) ?? 0) + 1);
  const kinds = new Map();
  for (const file of files) {
    const kind = beside.get(folder_of(file)) > 1 ? folder_of(file) : path.basename(path.dirname(file));
    kinds.set(kind, [...(kinds.get(kind) ?? []), file]);
  }
  return [...kinds.values()].flatMap((alike) => alike.filter((_, number) => number % step === first % Math.min(step, alike.length)));
}

async function validate_findings(html, name) {
  const report = await html_validate.validateString(html, name);
  return report.results.flatMap((result) =>
    result.messages.map(({ line, column, message, ruleId }) => `${name}:${line}:${column}: ${message} [${ruleId}]`));
}

/// One run over all of them: starting Java costs more than the checks.
async function nu_findings(folder, files) {
  const jar = path.join(here, 'node_modules/vnu-jar/build/dist/vnu.jar');
  // -Xss: the default stack is too small for its schema once only the quick compiler runs.
  const command = ['-XX:TieredStopAtLevel=1', '-Xss8m', '-jar', jar, '--skip-non-html', '--format', 'json', ...files.map((file) => path.join(folder, file))];
  const answer = await promisify(execFile)('java', command, { maxBuffer: 1 << 28 }).catch((failure) => failure);
  // The report is on stderr, and the exit code is 1 as soon as it holds an error.
  assert.match(answer.stderr, /^\{/, 'the Nu checker did not run');
  const { messages } = JSON.parse(answer.stderr);
  // In a file 'self' is no place; the browser tests see whether a page breaks its policy.
  const is_of_policy = ({ message }) => message.includes('violates Content Security Policy (meta tag)');
  return messages.filter((one) => !is_of_policy(one)).map(({ url, lastLine, lastColumn, message }) =>
    `${path.relative(folder, fileURLToPath(url))}:${lastLine}:${lastColumn}: ${message}`);
}

test('html-validate sees a table without header cells and a header cell without scope', async () => {
  const page = (table) => `<!DOCTYPE html>\n<html lang="nl"><head><title>Proef</title></head><body>${table}</body></html>`;
  const bare = await validate_findings(page('<table><tr><td>1</td></tr></table>'), 'bare');
  assert.match(bare.join('\n'), /table has no header cells/);
  const half = await validate_findings(page('<table><thead><tr><th>a</th></tr></thead><tr><td>1</td></tr></table>'), 'half');
  assert.match(half.join('\n'), /header cell has no scope/);
});

for (const site of sites_present()) {
  const { built } = await build_site(site);
  const files = html_files(built);

  test(`${site.name}: html-validate has nothing to say about any page`, async () => {
    const findings = [];
    const looked_at = is_short ? some_of_each_kind(files, 0, 8) : files;
    for (const file of looked_at) findings.push(...await validate_findings(readFileSync(path.join(built, file), 'utf8'), file));
    no_findings(findings, `${site.name}, ${looked_at.length} of ${files.length} pages`);
  });

  test(`${site.name}: the Nu checker has nothing to say about any page`, async () => {
    const looked_at = is_short ? some_of_each_kind(files, 2, 4) : files;
    no_findings(await nu_findings(built, looked_at), `${site.name}, ${looked_at.length} of ${files.length} pages`);
  });

  test(`${site.name}: every page with its styles is at most ${most_page_bytes} bytes`, () => {
    const findings = files.flatMap((file) => {
      const html = readFileSync(path.join(built, file), 'utf8');
      const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]*)"/g)].map(([, href]) => href);
      const bytes = [file, ...sheets].reduce((sum, name) => sum + gzip_bytes(readFileSync(path.join(built, name))), 0);
      return bytes > most_page_bytes ? [`${file}: ${bytes} bytes`] : [];
    });
    no_findings(findings, `${site.name}, too heavy`);
  });

  test(`${site.name}: the style sheets together are at most ${most_css_bytes} bytes`, () => {
    const folder = path.join(built, 'css');
    const sizes = readdirSync(folder).map((file) => [file, gzip_bytes(readFileSync(path.join(folder, file)))]);
    const sum = sizes.reduce((total, [, bytes]) => total + bytes, 0);
    assert.ok(sum <= most_css_bytes, `${sum} bytes: ${sizes.map(([file, bytes]) => `${file} ${bytes}`).join(', ')}`);
  });
}

test('stylelint has nothing to say about the styles', async () => {
  const { results } = await stylelint.lint({ files: `${css_folder}/**/*.css`, configFile: path.join(here, '.stylelintrc.json') });
  no_findings(results.flatMap(({ source, warnings }) => warnings.map(({ line, column, text }) =>
    `${path.relative(repository, source)}:${line}:${column}: ${text}`)), 'style sheets');
});
