// The search module of the theme in node.
import { rmSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, writeFile } from 'node:fs/promises';
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
