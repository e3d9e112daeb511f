// Asks the search of a built site the questions of queries.tsv, with the client's own code, and checks what it finds.
//
//   node tests/search_quality/measure.mjs [--site public] [--queries FILE] [--misses] [--typing] [--show QUERY]
//
// --misses lists the questions whose page is not among the first five; --typing asks as at the last
// letter of a reader who is still typing; --show gives the results of one question.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { here, import_client } from './client.mjs';

const { values: options } = parseArgs({
  options: {
    site: { type: 'string', default: 'public' },
    queries: { type: 'string', default: path.join(here, 'queries.tsv') },
    misses: { type: 'boolean', default: false },
    typing: { type: 'boolean', default: false },
    show: { type: 'string' },
  },
});

/// What part of the questions of a kind must find their page among the first five.
const floors = { zin: 0.6, all: 0.85 };

const folder = path.join(path.resolve(options.site), 'zoek');
const { open_index, search } = await import_client(path.join(folder, 'search.js'));
const index = await open_index(async (name) => new Uint8Array(await readFile(path.join(folder, name))));

/// The pages in the order in which the results show them.
async function pages_for(query) {
  const { groups } = await search(index, query, { is_typing: options.typing });
  return groups.flatMap((group) => group.results.map((result) => result.address));
}

if (options.show !== undefined) {
  const { groups, count, meant } = await search(index, options.show);
  console.log(`${count} pages`, ...meant);
  for (const { label, results } of groups) {
    console.log(label ?? '-');
    for (const { address, score, line } of results) console.log(`  ${score.toFixed(2)}  ${address}  ${line}`);
  }
  process.exit();
}

const rows = (await readFile(options.queries, 'utf8')).split('\n').filter((line) => line && !line.startsWith('#'));
const kinds = new Map();
const problems = [];
for (const row of rows) {
  const [kind, query, accepted] = row.split('\t');
  const pages = accepted.split('|');
  for (const page of pages) {
    const is_there = existsSync(path.join(path.resolve(options.site), page, 'index.html'));
    if (!is_there) problems.push(`${query}: ${page} does not exist`);
  }
  const found = await pages_for(query);
  const rank = found.findIndex((page) => pages.includes(page)) + 1;
  if (options.misses && (rank === 0 || rank > 5)) console.log(`${kind}\t${query}\t${rank}\t${found.slice(0, 5).join(' ')}`);
  for (const name of [kind, 'all']) {
    if (!kinds.has(name)) kinds.set(name, []);
    kinds.get(name).push(rank);
  }
}

const average = (ranks, value) => ranks.reduce((sum, rank) => sum + value(rank), 0) / ranks.length;
console.log('kind          questions  recall@1  recall@5   MRR');
for (const [kind, ranks] of kinds) {
  const first = average(ranks, (rank) => (rank === 1 ? 1 : 0));
  const five = average(ranks, (rank) => (rank >= 1 && rank <= 5 ? 1 : 0));
  const mean = average(ranks, (rank) => (rank === 0 ? 0 : 1 / rank));
  console.log(`${kind.padEnd(12)}${String(ranks.length).padStart(11)}${[first, five, mean].map((value) => value.toFixed(3).padStart(10)).join('')}`);
  if (five < (floors[kind] ?? 0)) problems.push(`${kind}: recall@5 is ${five.toFixed(3)}, the floor is ${floors[kind]}`);
}
for (const problem of problems) console.error(problem);
process.exit(problems.length ? 1 : 0);
