// The scripts of the theme: types as their JSDoc declares them, weight, and what the policy of the site rules out.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import ts from 'typescript';

import { build_site, here, repository, sites_present } from './site.mjs';

const folder = path.join(repository, 'themes/wegwijs/static/js');
const most_bytes = 14000; // of one page, without those of the search, as a server sends them
const most_form_bytes = 6000;
const scripts = readdirSync(folder).filter((file) => file.endsWith('.js') && !file.startsWith('search'))
  .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));

async function type_findings(project) {
  const compiler = path.join(here, 'node_modules/typescript/bin/tsc');
  const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', path.resolve(here, project)], { cwd: here }).catch((failure) => failure);
  return stdout;
}

test('the types of the scripts are right', async () => {
  assert.equal(await type_findings('tsconfig.json'), '');
});

// The search is written in parts that the build joins: together they are one module, which the other scripts import.
test('the types of the scripts of the search are right', async () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'wegwijs-types-'));
  try {
    const theme = path.join(repository, 'themes/wegwijs');
    for (const file of readdirSync(theme).filter((name) => name.endsWith('.d.ts'))) cpSync(path.join(theme, file), path.join(copy, file));
    cpSync(folder, path.join(copy, 'js'), { recursive: true });
    cpSync(path.join(theme, 'static/zoek'), path.join(copy, 'zoek'), { recursive: true });
    const joined = path.join(copy, 'zoek/search.js');
    assert.ok(statSync(joined).isDirectory());
    const text = readdirSync(joined).sort().map((part) => readFileSync(path.join(joined, part), 'utf8')).join('\n');
    rmSync(joined, { recursive: true });
    writeFileSync(joined, text);
    const { compilerOptions } = JSON.parse(readFileSync(path.join(here, 'tsconfig.json'), 'utf8'));
    writeFileSync(path.join(copy, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.d.ts', 'js/*.js', 'zoek/*.js'] }));
    assert.equal(await type_findings(copy), '');
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

// What the program tells the page is JSON of any form; all else has types.
test('the types of the scripts of the editor are right', async () => {
  assert.equal(await type_findings('tsconfig.editor.json'), '');
});

/// A script with what its names mean: of each the declaration that TypeScript finds for it.
function read_script(text) {
  const file = ts.createSourceFile('script.js', text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const host = {
    ...ts.createCompilerHost({}), getSourceFile: (name) => (name === 'script.js' ? file : undefined), fileExists: (name) => name === 'script.js',
  };
  const program = ts.createProgram(['script.js'], { allowJs: true, noLib: true, noResolve: true, target: ts.ScriptTarget.ES2022 }, host);
  return { file, checker: program.getTypeChecker() };
}

/// The tree of a script, node by node, without its comments and layout; what cannot be read gives `faults`. Of a variable that the
/// script declares not its name counts but which one it is: two scripts with other names that are the same have the same tree.
function tree_of(text) {
  const { file, checker } = read_script(text);
  const nodes = [];
  const numbers = new Map();
  const is_declared_here = (symbol) => symbol?.declarations?.some((declaration) => declaration.getSourceFile() === file);
  const variable = (name) => {
    const { parent } = name;
    if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent);
    const is_key = (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent)
      || ts.isGetAccessor(parent) || ts.isSetAccessor(parent)) && parent.name === name || ts.isBindingElement(parent) && parent.propertyName === name;
    return is_key || ts.isMetaProperty(parent) ? undefined : checker.getSymbolAtLocation(name);
  };
  const written = (name) => {
    const symbol = variable(name);
    if (!is_declared_here(symbol)) return name.text;
    if (!numbers.has(symbol)) numbers.set(symbol, numbers.size);
    return `variable ${numbers.get(symbol)}`;
  };
  const visit = (node) => {
    if (ts.isJSDoc(node)) return;
    // `{page}` and `{page: a}` are the same with another name.
    if (ts.isShorthandPropertyAssignment(node) && !node.objectAssignmentInitializer) nodes.push('key', node.name.text, written(node.name));
    else if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && ts.isIdentifier(node.initializer)) nodes.push('key', node.name.text, written(node.initializer));
    else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent) && !node.dotDotDotToken && ts.isIdentifier(node.name)
      && !(node.propertyName && ts.isComputedPropertyName(node.propertyName))) {
      nodes.push('key', (node.propertyName ?? node.name).getText(file), written(node.name));
      if (node.initializer) visit(node.initializer);
    } else if (ts.isIdentifier(node)) nodes.push(written(node));
    else {
      const children = node.getChildren(file).filter((child) => !ts.isJSDoc(child));
      nodes.push(children.length > 0 ? `${ts.SyntaxKind[node.kind]} of ${children.length}` : node.getText(file));
      children.forEach(visit);
    }
  };
  visit(file);
  return { nodes, faults: file.parseDiagnostics.length };
}

test('scripts that differ by the names of their variables have one tree, and others do not', () => {
  const same = (left, right) => assert.deepEqual(tree_of(left).nodes, tree_of(right).nodes);
  const differ = (left, right) => assert.notDeepEqual(tree_of(left).nodes, tree_of(right).nodes);
  same('export const f = ({ page }) => ({ page });', 'export const f = ({ page: a }) => ({ page: a });');
  differ('export const f = ({ page }) => ({ page });', 'export const f = ({ page: a }) => ({ a });');
  differ('export const f = (one, two) => one;', 'export const f = (a, b) => b;');
  differ('export const f = (one) => one.page;', 'export const f = (a) => a.b;');
  differ('export const f = (one) => document;', 'export const f = (a) => a;');
});

test('what is published of a script is the same script', async () => {
  const { built } = await build_site(sites_present()[0]);
  for (const place of ['js', 'zoek']) {
    const sources = path.join(repository, 'themes/wegwijs/static', place);
    for (const name of readdirSync(sources)) {
      const source = path.join(sources, name);
      const parts = statSync(source).isDirectory() ? readdirSync(source).sort().map((part) => path.join(source, part)) : [source];
      const written = tree_of(parts.map((part) => readFileSync(part, 'utf8')).join('\n'));
      const text = readFileSync(path.join(built, place, name), 'utf8');
      const published = tree_of(text);
      assert.equal(written.faults + published.faults, 0, name);
      assert.deepEqual(published.nodes, written.nodes, name);
      assert.doesNotMatch(text, /\n[ \t]|\/\*\*/, `${name} is published with its layout`);
    }
  }
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
