// The search module of the theme in node.
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const here = path.dirname(fileURLToPath(import.meta.url));

/// Imports the module at `file`: for a browser any script of this type is a module, for node a file of this name.
export async function import_client(file) {
  const folder = await mkdtemp(path.join(tmpdir(), 'wegwijs-search-'));
  const copy = path.join(folder, 'search.mjs');
  await copyFile(file, copy);
  const client = await import(pathToFileURL(copy).href);
  await rm(folder, { recursive: true });
  return client;
}
