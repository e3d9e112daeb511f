// What a word may mean that the site does not have, or hardly: another form of one, another one with a slip, or one made of others.

import { entry_of, postings_of, shard_number, stem, term } from './search.js';

/** Of a word with an ending of English: harassed, harassing, harassment; worries. @param {string} word */
function english_forms(word) {
  const base = word.replace(/ie[sd]$/, 'y').replace(/(.{3})(ing|ed|es|s|ly|ment|ness)$/, '$1');
  return base === word ? [] : [base, base + 'e', base.replace(/(.)\1$/, '$1'), base + 'ing', base + 'ment', base + 'ed'].map(stem);
}

const shortest_inflected = 3;

/** Stems that are one of another form of the same word, where neither form is of the site: huilt, gehuild; okas; doofheid, briefje. @param {string} word @param {string} own */
export function other_forms(word, own) {
  // What is added to or taken from a word of two letters makes any other.
  if (word.length < shortest_inflected) return [];
  /** @param {string} base */
  const infinitive = (base) => [base, base.replace(/f$/, 'v').replace(/s$/, 'z'), base + base.slice(-1)].map((text) => stem(text + 'en'));
  return [
    ...(/^ge.{3,}[td]$/.test(word) ? infinitive(word.slice(2, -1)) : []),
    ...(/^.{3,}[td]$/.test(word) ? infinitive(word.slice(0, -1)) : []),
    ...[/heid$/, /[tp]?jes?$/, /jes?$/].filter((ending) => ending.test(word.slice(3))).map((ending) => stem(word.replace(ending, ''))),
    ...(/^.{2,}[aiouy]s$/.test(word) ? [stem(word.slice(0, -1))] : []),
    own.replace(/d$/, 't'), own.replace(/t$/, 'd'), own.replace(/v$/, 'f'), own.replace(/z$/, 's'), own + 't', own + 's',
    ...english_forms(word),
  ];
}

/** Number of insertions, deletions, substitutions and swaps of neighbours between two words; more than most is one more. @param {string} from @param {string} to @param {number} most */
function distance(from, to, most) {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [], last = before, row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; ++i) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= to.length; ++j) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1));
      if (from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
  }
  return row[to.length];
}

/** Letters that are written for each other: kapaciteit, fader, sieke. @type {Record<string, string>} */
const alike = { c: 'k', k: 'c', f: 'v', v: 'f', s: 'z', z: 's' };

/** How words are misheard and misread (dislectie, konsentrasie): of a short word only these slips make it likely that another one was meant. @param {string} word */
const sounds = (word) => word.replace(/ei/g, 'ij').replace(/au/g, 'ou').replace(/ch/g, 'g').replace(/c(?=[eiy])/g, 's').replace(/ck|c/g, 'k').replace(/x/g, 'ks').replace(/ph/g, 'f')
  .replace(/v/g, 'f').replace(/z/g, 's').replace(/ts?ie/g, 'sie').replace(/ie|y/g, 'i').replace(/dt|d$/g, 't').replace(/th/g, 't').replace(/(.)\1/g, '$1');
/** @param {string} left @param {string} right */
const same_letters = (left, right) => [...left].sort().join() === [...right].sort().join();

/**
 * Whether somebody who wrote one word may have meant the other: one letter more or less than a short word has is mostly
 * another word (brief, brie).
 * @param {string} word @param {string} known
 */
const may_be_slip = (word, known) =>
  Math.min(word.length, known.length) > shortest_free || sounds(word) === sounds(known) || word[0] === known[0] && (same_letters(word, known) || has_gap(word, known));

/** Whether a letter of the known word was left out between others: kaios, kairos. @param {string} word @param {string} known */
const has_gap = (word, known) => word.length === shortest_free && known.length > word.length && word.slice(-1) === known.slice(-1);

const shortest_free = 5, shortest_long = 11;

/** The known word that an unknown one is most likely meant to be; a small word when it is one of these. @param {SearchIndex} index @param {string} word @param {number} most_slips */
export async function corrected(index, word, most_slips) {
  const most = word.length < 4 || /[^a-z]/.test(word) ? 0 : Math.min(most_slips, word.length < 8 ? 1 : 2);
  const heard = sounds(word);
  for (const small of most ? index.stop_words : []) {
    if (small.length > 3 && small[0] === word[0] && (heard === sounds(small) || distance(word, small, 1) < 2)) return small;
  }
  for (const beginnings of most ? likely_beginnings(word) : []) {
    const lists = await Promise.all(beginnings.map((beginning) => words_from(index, beginning)));
    /** @type {(KnownWord & { away: number }) | undefined} */
    let best;
    for (const known of lists.flat()) {
      // A plural is as near to the word as its singular; of shorter words without their endings others are near too (overdragen, overdag).
      const between = distance(word, known.word, most);
      const stems = distance(stem(word), stem(known.word), most);
      const away = heard === sounds(known.word) ? 0 : between > most && stems > 0 && word.length < shortest_long ? between : Math.min(between, stems);
      if (away <= most && may_be_slip(word, known.word) && (!best || away < best.away || away === best.away && known.pages > best.pages)) best = { ...known, away };
    }
    if (best) return best.word;
  }
}

/**
 * How the word that was meant may begin, the likeliest first, so that few shards are read: as what was written; with another second
 * letter; with a slip in the first one, which is rare.
 * @param {string} word
 */
const likely_beginnings = ([first, second, third]) => [
  [first + second],
  [first],
  [...new Set([second + first, second + third, ...alike[first] ? [alike[first] + second] : []])],
];

/// So many pieces a reader waits for to get all words with a first letter; of one that most words begin with there are more.
const most_shards = 4;

/** @param {SearchIndex} index @param {string} beginning */
async function words_from(index, beginning) {
  const shards = index.words.slice(shard_number(index.words, beginning), shard_number(index.words, beginning + '~') + 1);
  if (beginning.length < 2 && shards.length > most_shards) return [];
  const lists = await Promise.all(shards.map((shard) => shard.read()));
  return lists.flat().filter(({ word }) => word.startsWith(beginning));
}

/** What the site has for a part of a compound: the word itself, and what it says in its place where it is one of readers. @param {SearchIndex} index @param {string} wanted */
async function known_part(index, wanted) {
  const own = await term(index, wanted);
  const meaning = (await entry_of(index, wanted))?.phrases.find(({ rest }) => !rest.length)?.meaning ?? [];
  const others = await Promise.all(meaning.map((other) => term(index, other)));
  return [...new Set([own, ...others])].flatMap((one) => one ?? []);
}

/**
 * The known words that a compound is made of, each with what stands for it, or the known one that it begins with. The first one
 * stands near the compound in the alphabet, so it is looked for first: mostly in a shard that is there already.
 * @param {SearchIndex} index @param {string} word
 */
export async function parts(index, word) {
  /** @type {SearchTerm[][]} */
  let begin = [];
  for (let split = 3; split + 4 <= word.length; ++split) {
    const first = await known_part(index, stem(word.slice(0, split)));
    if (!first.length) continue;
    const rest = word.slice(split);
    for (const joint of ['', 's', 'en', 'e']) {
      const tail = stem(rest.slice(joint.length));
      const second = rest.startsWith(joint) && tail.length > 3 ? await known_part(index, tail) : [];
      if (second.length) return [first, second];
    }
    if (split > 4) begin = [first];
  }
  return begin;
}

/** Whether some page has something of both parts of a compound. @param {SearchTerm[][]} parts_found */
export function stand_together([first, second]) {
  if (!second) return false;
  const pages = new Set(first.flatMap((part) => [...postings_of(part)].map(({ page }) => page)));
  return second.some((part) => [...postings_of(part)].some(({ page }) => pages.has(page)));
}
