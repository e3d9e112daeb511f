// The generator and the search client must fold and stem alike, or words of a page are not found: both go over Debian's
// list of Dutch words, and over what people type beside words.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';

import { here, import_client } from './client.mjs';

const program = process.env.WEGWIJS_PRINT_STEMS ?? path.join(here, '../../build/release/tests/print_stems');
/// The parts of the module in a row, as the build joins them.
const parts = path.join(here, '../../themes/wegwijs/static/zoek/search.js');
const joined = path.join(mkdtempSync(path.join(tmpdir(), 'wegwijs-stems-')), 'search.js');
writeFileSync(joined, readdirSync(parts).sort().map((part) => readFileSync(path.join(parts, part), 'utf8')).join('\n'));
const { stem, words } = await import_client(joined);

function compare(lines) {
  const printed = execFileSync(program, { input: lines.join('\n') + '\n', maxBuffer: 2 ** 28, encoding: 'utf8' }).split('\n');
  const differences = [];
  lines.forEach((line, number) => {
    const found = words(line);
    const [folded, stems] = printed[number].split('\t');
    const ours = [found, found.map(stem)].map((list) => list.map((word) => word + ' ').join(''));
    if (ours[0] !== folded || ours[1] !== stems) differences.push(`${line}: client ${ours.join('/ ')}, generator ${folded}/ ${stems}`);
  });
  assert.deepEqual(differences.slice(0, 20), [], `${differences.length} of ${lines.length} differ`);
}

test('every word of the Dutch word list has the same stem in both', () => {
  const list = readFileSync('/usr/share/dict/dutch', 'utf8').split('\n').filter(Boolean);
  assert.ok(list.length > 400000, 'the word list is not there: install wdutch');
  compare(list);
});

test('whatever a reader types is divided into the same words by both', () => {
  compare(["auto's, foto’s en 's ochtends", 't.l.v. of T L V', 'vmbo-t/havo (2e klas)', 'ĲSSELMEER œuvre Straße Łódź Ørsted Ærø', 'e\u0301e\u0301n co\u00F6rdinator',
    'Steun\u00ADpunt', 'spinoza20first', '٣ 你好 школа', 'ﬁets ½', 'a b c d-e f', "'tis 'n dag'", '😀school😀', 'İstanbul ΑΣ']);
});
