// The search module of the theme in node.
import { rmSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const here = path.dirname(fileURLToPath(import.meta.url));

/// Imports the module at `file`, with what lies beside it: for a browser any script of this type is a module, for node those of a
/// folder that says so.
export async function import_client(file) {
  const folder = await mkdtemp(path.join(tmpdir(), 'wegwijs-search-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  await writeFile(path.join(folder, 'package.json'), '{"type": "module"}');
  const beside = path.dirname(file);
  for (const name of await readdir(beside)) {
    if (name.endsWith('.js')) await copyFile(path.join(beside, name), path.join(folder, name));
  }
  return import(pathToFileURL(path.join(folder, path.basename(file))).href);
}

/// The search of a built site: its module's `search` with the index to give it, and `found`, the addresses that a query finds, best first.
export async function open_search(site) {
  const folder = path.join(site, 'zoek');
  const { open_index, search } = await import_client(path.join(folder, 'search.js'));
  const index = await open_index((name) => readFile(path.join(folder, name)));
  const found = async (query) => (await search(index, query)).groups.flatMap(({ results }) => results.map(({ address }) => address));
  return { index, search, found };
}
