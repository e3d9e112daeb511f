// Asks the search of a built site the questions of queries.tsv, with the client's own code, and checks what it finds and
// what a reader has to fetch for it, each question as the first one.
//
//   node tests/search_quality/measure.mjs [--site public] [--queries FILE] [--first PART] [--five PART] [--misses] [--typing] [--show QUERY]
//
// --first and --five are the parts of all questions that must find their page first, and among the first five; --misses lists the questions whose page is not among the first five; --typing asks as at the last
// letter of a reader who is still typing; --show gives the results of one question.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

import { here, import_client } from './client.mjs';

const { values: options } = parseArgs({
  options: {
    site: { type: 'string', default: 'public' },
    queries: { type: 'string', default: path.join(here, 'queries.tsv') },
    first: { type: 'string', default: '0' },
    five: { type: 'string', default: '0' },
    // Of a set that is harder, or asks for more, than what all others keep to.
    engels: { type: 'string', default: '0.85' },
    usual: { type: 'string', default: '26200' },
    every: { type: 'string', default: '27000' },
    half: { type: 'string', default: '18150' },
    misses: { type: 'boolean', default: false },
    typing: { type: 'boolean', default: false },
    show: { type: 'string' },
  },
});

/// What part of the questions of a kind must find their page among the first five, whatever the set.
const floors = { zin: 0.93, schoolnaam: 0.9, samenstelling: 0.9, tikfout: 0.95, engels: Number(options.engels), vreemd: 0.9, all: Number(options.five) };

/// Bytes (gzip, code included) from the focus to the first results: of nineteen in twenty questions of a kind that has twenty
/// or more, and of every question, where a word that the site does not know costs more; of half of all questions; and of the code alone.
const ceilings = { usual: Number(options.usual), every: Number(options.every), half: Number(options.half), code: 8_550 };

const folder = path.join(path.resolve(options.site), 'zoek');
const { open_index, search, words } = await import_client(path.join(folder, 'search.js'));
const files = new Map();

/// Opens the index as a reader does who has nothing of it yet; `fetched` gets the size of each file.
function open_anew(fetched) {
  return open_index(async (name) => {
    if (!files.has(name)) files.set(name, { bytes: new Uint8Array(await readFile(path.join(folder, name))), size: await size_of(name) });
    fetched.push(files.get(name).size);
    return files.get(name).bytes;
  });
}

/// As a server sends it: `publish` makes a compressed form of what has 256 bytes or more, where that is smaller.
const size_of = async (name) => {
  const bytes = await readFile(path.join(folder, name));
  return bytes.length < 256 ? bytes.length : Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length);
};

/// What the page with results fetches of code.
const code_size = (await size_of('search.js')) + (await size_of('results.js'));

/// What it fetches more for a question with a word that the site does not have.
const unknown_size = await size_of('unknown.js');

/// What it fetches more for a question with the name of a place.
const places_size = await size_of('places.js');

/// The pages in the order in which the results show them, and what was fetched for them.
async function answer_to(query) {
  const fetched = [code_size];
  const index = await open_anew(fetched);
  const { groups, looked_closer } = await search(index, query, { is_typing: options.typing });
  if (looked_closer) fetched.push(unknown_size);
  if (words(query).some((word) => index.places.has(word))) fetched.push(places_size);
  return {
    pages: groups.flatMap((group) => group.results.map((result) => result.address)),
    bytes: fetched.reduce((sum, size) => sum + size, 0),
    requests: fetched.length,
  };
}

if (options.show !== undefined) {
  const { groups, count, meant } = await search(await open_anew([]), options.show);
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
  const found = await answer_to(query);
  const rank = found.pages.findIndex((page) => pages.includes(page)) + 1;
  if (options.misses && (rank === 0 || rank > 5)) console.log(`${kind}\t${query}\t${rank}\t${found.pages.slice(0, 5).join(' ')}`);
  if (found.bytes > ceilings.every) problems.push(`${query}: ${found.bytes} bytes, the ceiling is ${ceilings.every}`);
  for (const name of [kind, 'all']) {
    if (!kinds.has(name)) kinds.set(name, []);
    kinds.get(name).push({ rank, bytes: found.bytes, requests: found.requests });
  }
}

const average = (answers, value) => answers.reduce((sum, { rank }) => sum + value(rank), 0) / answers.length;
/// The value that the given part of the answers does not exceed.
const share = (answers, name, part) => answers.map((answer) => answer[name]).sort((left, right) => left - right)[Math.ceil(part * answers.length) - 1];

console.log('kind          questions  recall@1  recall@5       MRR  bytes median     p95    most  requests');
for (const [kind, answers] of kinds) {
  const first = average(answers, (rank) => (rank === 1 ? 1 : 0));
  const five = average(answers, (rank) => (rank >= 1 && rank <= 5 ? 1 : 0));
  const mean = average(answers, (rank) => (rank === 0 ? 0 : 1 / rank));
  const usual = share(answers, 'bytes', 0.95);
  const quality = [first, five, mean].map((value) => value.toFixed(3).padStart(10)).join('');
  const bytes = [share(answers, 'bytes', 0.5), usual, share(answers, 'bytes', 1)].map((value) => String(value).padStart(8)).join('');
  console.log(`${kind.padEnd(14)}${String(answers.length).padStart(9)}${quality}${' '.repeat(6)}${bytes}${String(share(answers, 'requests', 0.5)).padStart(10)}`);
  if (five < (floors[kind] ?? 0)) problems.push(`${kind}: recall@5 is ${five.toFixed(3)}, the floor is ${floors[kind]}`);
  if (kind === 'all' && first < Number(options.first)) problems.push(`recall@1 is ${first.toFixed(3)}, the floor is ${options.first}`);
  if (kind === 'all' && share(answers, 'bytes', 0.5) > ceilings.half) problems.push(`half of the questions take more than ${ceilings.half} bytes`);
  if (answers.length >= 20 && usual > ceilings.usual) problems.push(`${kind}: one question in twenty takes ${usual} bytes or more, the ceiling is ${ceilings.usual}`);
}
if (code_size > ceilings.code) problems.push(`the code is ${code_size} bytes, the ceiling is ${ceilings.code}`);
for (const problem of problems) console.error(problem);
process.exit(problems.length ? 1 : 0);
