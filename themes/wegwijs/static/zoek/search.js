// The search in the reader's browser. The bytes that it reads are described in generator/search/search_format.h; what a
// word is and how it is stemmed is the same as in generator/text/words.h and dutch_stem.h, which tests compare.

const format_tag = 'wegwijs-3 dutch-2.2';

// ---- Words

const spelled = { ß: 'ss', æ: 'ae', ø: 'o', đ: 'd', ı: 'i', ł: 'l', œ: 'oe', '‐': '-', '’': "'" };

/// Lower case, without accents; as long as the text only when that has none.
export function fold(text) {
  return text.toLowerCase().normalize('NFKD').replace(/[\p{Mn}\u00AD]/gu, '').replace(/[ßæøđıłœ‐’]/g, (letter) => spelled[letter]);
}

export function words(text) {
  const found = fold(text).replace(/([a-z])'(?=[a-z])/g, '$1').match(/([a-z0-9]|(?=\p{L})[\u0370-\ud7ff])+/gu) ?? [];
  const joined = [];
  let letters = false;
  for (const word of found) {
    const single = /^[a-z]$/.test(word);
    if (single && letters) joined[joined.length - 1] += word;
    else joined.push(word);
    letters = single;
  }
  return joined;
}

/// The words of a query: a telephone number is one, however it is spaced.
const query_words = (query) => words(query.replace(/\+[\d\s().-]+|\b0[\d\s().-]+/g, (number) => {
  const digits = number.replace(/\D/g, '').replace(/^(00)?31(?=\d{9}$)/, '0');
  return /^0\d{9}$/.test(digits) ? digits + ' ' : number;
}));

/// Snowball's algorithm "dutch", version 2.2.
export function stem(word) {
  if (/[^a-z0-9]/.test(word)) return word;
  const letters = [...word];
  const is_vowel = (letter) => 'aeiouy'.includes(letter ?? '-');
  if (letters[0] === 'y') letters[0] = 'Y';
  for (let place = 1; place < letters.length; ++place) {
    if (!is_vowel(letters[place - 1])) continue;
    if (letters[place] === 'y') letters[place] = 'Y';
    else if (letters[place] === 'i' && is_vowel(letters[place + 1])) letters[place] = 'I';
  }
  let text = letters.join('');
  const region = (from) => {
    const match = /[aeiouy][^aeiouy]/.exec(text.slice(from));
    return match ? from + match.index + 2 : text.length;
  };
  const after_first = region(0);
  const first = Math.max(3, after_first);
  const second = region(after_first);
  const ends = (ending, from) => text.endsWith(ending) && text.length - ending.length >= from;
  const cut = (length) => { text = text.slice(0, text.length - length); };
  const undouble = () => { if (/(kk|dd|tt)$/.test(text)) cut(1); };
  const cut_en = (ending) => {
    if (!ends(ending, first) || !/[^aeiouy]$/.test(text.slice(0, -ending.length)) || text.endsWith('gem' + ending)) return false;
    cut(ending.length);
    undouble();
    return true;
  };
  let cut_an_e = false;
  const cut_e = () => {
    cut_an_e = false;
    if (!ends('e', first) || !/[^aeiouy]e$/.test(text)) return;
    cut(1);
    cut_an_e = true;
    undouble();
  };

  if (text.endsWith('heden')) {
    if (ends('heden', first)) text = text.slice(0, -5) + 'heid';
  } else if (text.endsWith('ene')) {
    cut_en('ene');
  } else if (text.endsWith('en')) {
    cut_en('en');
  } else {
    const ending = /se?$/.exec(text)?.[0];
    if (ending && ends(ending, first) && /[^aeiouyj]$/.test(text.slice(0, -ending.length))) cut(ending.length);
  }
  cut_e();
  if (ends('heid', second) && !text.endsWith('cheid')) {
    cut(4);
    cut_en('en');
  }
  const ending = /(end|ing|ig|lijk|baar|bar)$/.exec(text)?.[0];
  if (ending && ends(ending, second)) {
    if (ending === 'end' || ending === 'ing') {
      cut(3);
      if (ends('ig', second) && !text.endsWith('eig')) cut(2);
      else undouble();
    } else if (ending === 'ig') {
      if (!text.endsWith('eig')) cut(2);
    } else if (ending === 'lijk') {
      cut(4);
      cut_e();
    } else if (ending === 'baar' || cut_an_e) {
      cut(ending.length);
    }
  }
  if (/[^aeiouy](aa|ee|oo|uu)[^aeiouyI]$/.test(text)) text = text.slice(0, -2) + text.slice(-1);
  return text.toLowerCase();
}

// ---- The index

const decoder = new TextDecoder();

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.place = 0;
  }
  get has_more() {
    return this.place < this.bytes.length;
  }
  number() {
    for (let number = 0, factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.place++];
      number += (byte & 127) * factor;
      if (byte < 128) return number;
    }
  }
  take(length) {
    return this.bytes.subarray(this.place, this.place += length);
  }
  text() {
    return decoder.decode(this.take(this.number()));
  }
  packed(before) {
    return before.slice(0, this.number()) + this.text();
  }
  list(read) {
    return Array.from({ length: this.number() }, read);
  }
}

/// Element of the table that may hold key.
function shard_number(table, key) {
  let found = 0;
  while (found + 1 < table.length && table[found + 1].key <= key) ++found;
  return found;
}

/// Opens the index; get gives the bytes of a file by its name beside this module. The root keeps its name, and one that a
/// browser kept may name shards that are gone; shards are named by what is in them.
export async function open_index(get) {
  const root = new Reader(await get('root.bin', 'no-cache'));
  if (root.text() !== format_tag) throw new Error(format_tag);
  const index = { pages: root.number() };
  index.stop_words = new Set(root.list(() => root.text()));
  index.number_words = new Set(root.list(() => root.text()));
  index.spellings = new Map(root.list(() => [root.text(), root.text()]));
  index.kinds = root.list(() => ({ label: root.text(), precedence: root.number() / 100, flags: root.number() }));
  index.kind_of = root.list(() => [root.number(), root.number()]).flatMap(([kind, pages]) => Array(pages).fill(kind));
  const is_whole = root.number() > 0;
  const tables = [['t', terms_in], ['d', cards_in], ['f', words_in]].map(([letter, parse]) => {
    let key = '';
    let page = 0;
    let group;
    return root.list((_, place) => {
      const shard = { key: page, parse };
      if (letter === 'd') page += root.number();
      else shard.key = key = root.packed(key);
      if (is_whole) shard.size = root.number();
      else {
        if (!(place % 16)) group = root.number();
        shard.name = `${letter}${group}-${place % 16}.bin`;
      }
      return shard;
    });
  });
  for (const shard of tables.flat()) {
    const bytes = is_whole && root.take(shard.size);
    shard.read = () => shard.content ??= Promise.resolve(bytes || get(shard.name)).then((found) => shard.parse(new Reader(found), shard.key));
  }
  [index.terms, index.cards, index.words] = tables;
  return index;
}

function* keys_in(reader) {
  for (let key = ''; reader.has_more;) yield key = reader.packed(key);
}

const terms_in = (reader) => new Map(Array.from(keys_in(reader), (key) => {
  const pages = reader.number();
  const bytes = reader.take(reader.number());
  const phrases = pages % 2 ? reader.list(() => ({ rest: stems_in(reader.text()), meaning: stems_in(reader.text()) })) : [];
  return [key, { stem: key, pages: pages >> 1, bytes, phrases }];
}));

const stems_in = (text) => text.split(' ').filter(Boolean);

function cards_in(reader, page) {
  const cards = new Map();
  while (reader.has_more) {
    cards.set(page++, {
      address: reader.text(), title: reader.text(), summary: reader.text(), facts: reader.text(), lines: reader.list(() => reader.text()),
    });
  }
  return cards;
}

const words_in = (reader) => Array.from(keys_in(reader), (word) => ({ word, pages: reader.number() }));

const shard_of = (table, key) => table[shard_number(table, key)]?.read() ?? Promise.resolve(new Map());

/// What the index has at a stem.
const entry_of = async (index, wanted) => (await shard_of(index.terms, wanted)).get(wanted);

/// The term of a stem, or of the one that it is another form of; undefined when the site does not have it.
async function term(index, wanted) {
  const found = await entry_of(index, wanted);
  if (found?.pages) return found;
  const form = found?.phrases.find(({ rest, meaning }) => !rest.length && meaning.length < 2);
  const other = form && await entry_of(index, form.meaning[0]);
  return other?.pages ? other : undefined;
}

/// Stems that are one of another form of the same word, where neither form is of the site: huilt, gehuild; okas.
function other_forms(word, own) {
  const infinitive = (base) => [base, base.replace(/f$/, 'v').replace(/s$/, 'z')].map((text) => stem(text + 'en'));
  return [
    ...(/^ge.{3,}[td]$/.test(word) ? infinitive(word.slice(2, -1)) : []),
    ...(/^.{3,}[td]$/.test(word) ? infinitive(word.slice(0, -1)) : []),
    ...(/^.{2,}[aiouy]s$/.test(word) ? [stem(word.slice(0, -1))] : []),
    own + 't', own + 's',
  ];
}

// ---- What a query asks for

/// Number of insertions, deletions, substitutions and swaps of neighbours between two words; more than most is one more.
function distance(from, to, most) {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let before = [], last = [], row = Array.from({ length: to.length + 1 }, (_, column) => column);
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

/// Letters that are written for each other: kapaciteit, fader, sieke.
const alike = { c: 'k', k: 'c', f: 'v', v: 'f', s: 'z', z: 's' };

/// How words are misheard and misread: of a short word only these slips make it likely that another one was meant.
const sounds = (word) => word.replace(/ei/g, 'ij').replace(/au/g, 'ou').replace(/ch/g, 'g').replace(/ck|c/g, 'k').replace(/ph/g, 'f').replace(/v/g, 'f').replace(/z/g, 's')
  .replace(/dt|d$/g, 't').replace(/y/g, 'i').replace(/th/g, 't').replace(/(.)\1/g, '$1');
const same_letters = (left, right) => [...left].sort().join() === [...right].sort().join();

/// Whether somebody who wrote one word may have meant the other: one letter more or less than a short word has is mostly
/// another word (brief, brie).
const may_be_slip = (word, known) =>
  Math.min(word.length, known.length) > shortest_free || sounds(word) === sounds(known) || word[0] === known[0] && same_letters(word, known);

const shortest_free = 5;

/// The known word that an unknown one is most likely meant to be; a small word when it is one of these.
async function corrected(index, word) {
  const most = word.length < 4 || /[^a-z]/.test(word) ? 0 : word.length < 8 ? 1 : 2;
  for (const small of most ? index.stop_words : []) {
    if (small.length > 3 && small[0] === word[0] && distance(word, small, 1) < 2) return small;
  }
  let best;
  // A slip in the first letter is rare: only when nothing else is near, words with another one are looked at.
  for (const letter of most ? new Set(word[0] + word[1] + (alike[word[0]] ?? '')) : []) {
    const first = shard_number(index.words, letter), last = shard_number(index.words, letter + '~');
    const lists = await Promise.all(index.words.slice(first, last + 1).map((shard) => shard.read()));
    for (const known of lists.flat()) {
      if (known.word[0] !== letter) continue;
      // A plural is as near to the word as its singular.
      const away = Math.min(distance(word, known.word, most), distance(stem(word), stem(known.word), most));
      if (away <= most && may_be_slip(word, known.word) && (!best || (away - best.away || best.pages - known.pages) < 0)) best = { ...known, away };
    }
    if (best) return best.word;
  }
}

/// The known words that a compound is made of, or the known one that it begins with. The first one stands near the compound
/// in the alphabet, so it is looked for first: mostly in a shard that is there already.
async function parts(index, word) {
  let begin = [];
  for (let split = 3; split + 4 <= word.length; ++split) {
    const head = stem(word.slice(0, split));
    const first = await term(index, head);
    if (!first) continue;
    const rest = word.slice(split);
    for (const joint of ['', 's', 'en', 'e']) {
      const tail = stem(rest.slice(joint.length));
      const second = rest.startsWith(joint) && tail.length > 3 && await term(index, tail);
      if (second) return [[head, first], [tail, second]];
    }
    if (split > 4) begin = [[head, first]];
  }
  return begin;
}

const most_words = 32;
const most_prefixes = 40;

const is_unknown = (slot) => slot.counts && !slot.variants.length;

const numbers_weight = 2.5;

/// A question for how many, how much or a year: a table or a report answers it.
const asks_for_numbers = (index, all) => all.some((word) => index.number_words.has(word) || /^20[0-9]{2}$/.test(word));

/// Puts what the site says in place of the words of readers: in all slots that the longest phrase covers.
async function apply_phrases(index, slots) {
  const counting = slots.filter((slot) => slot.counts);
  for (const [place, slot] of counting.entries()) {
    const phrase = slot.counts && slot.phrases.find(({ rest }) => rest.every((wanted, next) => counting[place + 1 + next]?.own === wanted));
    if (!phrase) continue;
    const { rest, meaning } = phrase;
    if (rest.length) slot.variants = [];
    for (const covered of counting.slice(place + 1, place + 1 + rest.length)) covered.counts = false;
    const found = await Promise.all(meaning.map((wanted) => term(index, wanted)));
    slot.variants.push(...found.filter(Boolean).map((one, number) => ({ ...one, weight: number ? 0.8 : 1 })));
  }
}

/// The words that count, each with the terms that stand for it: exact, begun, corrected, split or joined ones.
async function slots_of(index, all, is_typing) {
  const slots = await Promise.all(all.map(async (word, place) => {
    const slot = { word, counts: !index.stop_words.has(word), variants: [], phrases: [] };
    if (!slot.counts) return slot;
    const own = slot.own = stem(word);
    const entry = await entry_of(index, own);
    const exact = entry?.pages ? entry : undefined;
    slot.phrases = entry?.phrases ?? [];
    if (exact) slot.variants.push({ ...exact, weight: 1 });
    if (!entry) {
      for (const other of other_forms(word, own)) {
        const found = await term(index, other);
        if (found && !slot.variants.length) slot.variants.push({ ...found, weight: 0.9 });
      }
    }
    if (place === all.length - 1 && word.length > 2 && (is_typing || !slot.variants.length && !slot.phrases.length)) {
      const begun = [...await shard_of(index.terms, word)].filter(([name, found]) => found.pages && name.startsWith(word) && name !== own);
      // A word that the site has is no rarer for being the beginning of a rare one.
      const pages = exact?.pages ?? 0;
      for (const [, found] of begun.slice(0, most_prefixes)) slot.variants.push({ ...found, pages: Math.max(pages, found.pages), weight: 0.6 });
    }
    return slot;
  }));
  await apply_phrases(index, slots);
  // Neighbours that are one word on the site: leerling steunpunt, vmbo t.
  await Promise.all(slots.slice(1).map(async (slot, place) => {
    const before = slots[place];
    // With a stop word only what is unknown by itself (door stroomtoets), or a postcode.
    if (!(before.counts && slot.counts) && !is_unknown(before) && !is_unknown(slot) && !/^\d{4}$/.test(before.word)) return;
    for (const joint of ['', 's', 'en']) {
      const found = await term(index, stem(before.word + joint + slot.word));
      if (!found) continue;
      for (const one of [before, slot]) if (one.counts) one.variants.push({ ...found, weight: 1 });
    }
  }));
  await Promise.all(slots.map(async (slot) => {
    if (!slot.counts || slot.phrases.length || slot.variants.some((variant) => variant.pages > 2)) return;
    const found = await parts(index, slot.word);
    slot.meant = found.length < 2 && !slot.variants.length && await corrected(index, slot.word);
    const meant = slot.meant && await term(index, stem(slot.meant));
    if (index.stop_words.has(slot.meant)) slot.counts = false;
    if (meant) slot.variants.push({ ...meant, weight: 0.8 });
    else for (const [, part] of found) slot.variants.push({ ...part, weight: 0.6 });
  }));
  return slots.filter((slot) => slot.counts);
}

// ---- Ranking

const rarity = (index, pages) => Math.log(1 + (index.pages - pages + 0.5) / (pages + 0.5));

/// Gives each slot what every page has of it: scores and lines by page number, and how rare it is.
function look_up(index, slots) {
  for (const slot of slots) {
    slot.rarity = slot.variants.length ? 0.1 : rarity(index, 0);
    slot.scores = new Float32Array(index.pages);
    slot.lines = new Uint32Array(index.pages);
    for (const variant of slot.variants) {
      const weight = rarity(index, variant.pages) * variant.weight;
      slot.rarity = Math.max(slot.rarity, weight);
      const reader = new Reader(variant.bytes);
      for (let page = 0; reader.has_more;) {
        const code = reader.number();
        page += Math.floor(code / 16);
        slot.scores[page] = Math.max(slot.scores[page], weight * ((code >> 1 & 7) + 1) / 8);
        if (code % 2) slot.lines[page] |= reader.number();
      }
    }
  }
}

const line_weight = 0.8;
const title_weight = 0.4;
const least_share = 0.25;

/// The lines of a page by what they have of the query, as rarity: index 0 the title, 1 the summary, from 2 the lines.
function line_scores(slots, page) {
  const scores = [];
  for (const slot of slots) {
    for (let bits = slot.lines[page], line = 0; bits; bits >>>= 1, ++line) {
      if (bits & 1) scores[line] = (scores[line] ?? 0) + slot.rarity;
    }
  }
  return scores;
}

/// Everything that has something of the query, best first, and not what has little of it beside the best. A page with
/// more of its words comes before one with a rarer word only, and one with several of them in one line before one with the
/// same words here and there.
function ranked(index, slots, for_numbers) {
  look_up(index, slots);
  const weight_of = ({ precedence, flags }) => precedence * (for_numbers && flags & 2 ? numbers_weight : 1);
  const all = slots.reduce((sum, slot) => sum + slot.rarity, 0);
  const hits = [];
  for (let page = 0; page < index.pages; ++page) {
    let sum = 0, covered = 0, rarest = 0, lines = 0;
    for (const slot of slots) {
      if (!slot.scores[page]) continue;
      sum += slot.scores[page];
      covered += slot.rarity;
      rarest = Math.max(rarest, slot.rarity);
      lines |= slot.lines[page];
    }
    if (!sum) continue;
    const best = lines && Math.max(...line_scores(slots, page).filter(Boolean));
    sum += line_weight * Math.max(0, best - rarest * 0.5);
    hits.push({ page, share: covered / all, score: sum * (0.4 + 0.6 * covered / all) * weight_of(index.kinds[index.kind_of[page]]) });
  }
  const least = least_share * hits.reduce((most, hit) => Math.max(most, hit.score), 0);
  const good = hits.filter((hit) => hit.score >= least);
  const kept = good.length < 5 ? hits : good;
  kept.sort((left, right) => right.score - left.score || left.page - right.page);
  return kept.slice(0, Math.max(5, good.length));
}

/// The text of the card that has most of the query: a line, or the summary.
function shown_line(card, scores) {
  const texts = ['', card.summary, ...card.lines];
  let best = 1;
  texts.forEach((_, place) => { if (place && (scores[place] ?? 0) > (scores[best] ?? 0)) best = place; });
  return texts[best];
}

const most_alike = 60;
const least_known = 0.35;

/// Whether the first pages are no answer to rely on: they have little of the question, or too many say the same of it.
function is_unsure(hits) {
  const alike = hits.filter((hit) => hit.score > 0.99 * hits[0].score).length;
  return alike > most_alike || Math.max(...hits.slice(0, 3).map((hit) => hit.share)) < least_known;
}

const least_sentence = 4;
const most_compared = 10;
const sentence_weight = 1;
const small_word_weight = 0.25;

/// How much of the sentence stands in text, from 0 to 1: its words, small ones too, and its pairs of words.
function likeness(sentence, text, weight) {
  const own = words(text).map(stem);
  const single = new Set(own);
  const pairs = new Set(own.slice(1).map((word, place) => own[place] + ' ' + word));
  let found = 0, all = 0;
  sentence.forEach((word, place) => {
    const counted = weight(word);
    all += counted;
    if (single.has(word)) found += counted;
    if (!place) return;
    all += small_word_weight;
    if (pairs.has(sentence[place - 1] + ' ' + word)) found += small_word_weight;
  });
  return found / all;
}

/// Looks again at the first hits of a sentence: what says nearly the same as it in a title or a line comes first.
async function compare_sentences(index, hits, all) {
  const sentence = all.map(stem);
  const small = new Set(all.filter((word) => index.stop_words.has(word)).map(stem));
  const weight = (word) => (small.has(word) ? small_word_weight : 1);
  const first = hits.slice(0, most_compared);
  await Promise.all(first.map(async (hit) => {
    const card = (await shard_of(index.cards, hit.page)).get(hit.page);
    const best = Math.max(...[card.title, ...card.lines].map((text) => likeness(sentence, text, weight)));
    hit.score *= 1 + sentence_weight * best;
  }));
  first.sort((left, right) => right.score - left.score || left.page - right.page);
  hits.splice(0, first.length, ...first);
}

/// Searches. Gives the groups in the order in which they are shown, each with its results; the words that were taken for
/// other ones, and those that the site does not know; whether the answer is unsure; and the stems to mark. At most most results in all, of each group at least three.
export async function search(index, query, { is_typing, most = 10 } = {}) {
  const all = query_words(query).slice(0, most_words).map((word) => index.spellings.get(word) ?? word);
  const slots = await slots_of(index, all, is_typing);
  const stems = new Set(slots.flatMap((slot) => slot.variants.map((variant) => variant.stem)));
  const hits = ranked(index, slots, asks_for_numbers(index, all));
  const unsure = hits.length > 0 && is_unsure(hits);
  if (all.length >= least_sentence) await compare_sentences(index, hits, all);
  const groups = new Map();
  hits.forEach((hit, place) => {
    const number = index.kind_of[hit.page];
    const { label, flags } = index.kinds[number];
    const is_apart = flags & 1;
    const key = is_apart ? number : -1;
    if (!groups.has(key)) groups.set(key, { label: is_apart ? label : '', hits: [] });
    const group = groups.get(key);
    if (place < most || group.hits.length < 3) group.hits.push(hit);
  });
  await Promise.all([...groups.values()].map(async (group) => {
    group.results = await Promise.all(group.hits.map((hit) => result_of(index, hit, slots, stems)));
    group.results.sort((left, right) => right.score - left.score);
  }));
  return {
    groups: [...groups.values()].sort((left, right) => right.results[0].score - left.results[0].score),
    count: hits.length,
    unsure,
    unknown: slots.filter((slot) => !slot.variants.length).map((slot) => slot.word),
    meant: new Map(slots.filter((slot) => slot.meant).map((slot) => [slot.word, slot.meant])),
    stems,
  };
}

/// What is shown of a hit. A title that the query gives in full counts once more.
async function result_of(index, hit, slots, stems) {
  const card = (await shard_of(index.cards, hit.page)).get(hit.page);
  const title = words(card.title).filter((word) => !index.stop_words.has(word));
  const covered = title.filter((word) => stems.has(stem(word))).length / Math.max(1, title.length);
  return { ...card, kind: index.kinds[index.kind_of[hit.page]].label, line: shown_line(card, line_scores(slots, hit.page)), score: hit.score * (1 + title_weight * covered) };
}

// ---- The page

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/// text in parts: those that are words of the query, in the form of the text, are marked.
function with_marks(text, stems) {
  return text.split(/([\p{L}\p{N}'’]+)/u)
    .map((part) => (words(part).some((word) => stems.has(stem(word))) ? element('mark', part) : part));
}

const beside = (path) => new URL(path, import.meta.url).href;

async function get(name, cache = 'force-cache') {
  const answer = await fetch(beside(name), { cache });
  if (!answer.ok) throw new Error(name);
  return new Uint8Array(await answer.arrayBuffer());
}

function result_item(result, stems, has_kind) {
  const link = element('a', ...with_marks(result.title, stems));
  link.href = beside('..' + result.address);
  const item = element('li', element('h3', link), element('p', ...with_marks(result.line, stems)));
  const small = [has_kind && result.kind, result.facts].filter(Boolean).join(' · ');
  if (small) item.appendChild(element('p', small)).className = 'klein stil';
  return item;
}

let opened;

/// Begins to search for what stands in field; on every page but the one with results it only fetches the index.
export function start(field) {
  opened ??= open_index(get);
  const place = document.getElementById('resultaten');
  if (!place || place.dataset.ready) return;
  place.dataset.ready = 'yes';
  const status = document.getElementById('zoek-status');
  const list = document.getElementById('zoek-lijst');
  const words_of_page = place.dataset;
  const page_title = document.title;
  const heading = document.querySelector('h1');
  const own_heading = heading.textContent;
  let turn = 0;
  let most = 10;

  const show = async (is_typing) => {
    const query = field.value.trim();
    const mine = ++turn;
    let found;
    try {
      found = query && await search(await (opened ??= open_index(get)), query, { is_typing, most });
    } catch {
      // Asked anew at the next letter; the list from A to Z is there.
      opened = undefined;
      status.textContent = words_of_page.failed;
      return;
    }
    // A reader who typed on is answered by the later turn; until the answer is there, the list is.
    if (mine !== turn) return;
    document.title = query ? query + ' - ' + page_title : page_title;
    heading.textContent = query ? words_of_page.title : own_heading;
    list.hidden = query !== '';
    place.hidden = !query;
    place.replaceChildren(...(query ? shown_parts(query, found) : []));
    status.textContent = query && words_of_page[['none', 'one'][found.count] ?? 'many']
      .replace('{aantal}', found.count).replace('{vraag}', () => query);
  };

  const shown_parts = (query, { groups, count, meant, unknown, unsure, stems }) => {
    const parts = unknown.length ? [element('p', words_of_page.unknown.replace('{woorden}', () => unknown.map((word) => `‘${word}’`).join(', ')))] : [];
    const copy_of = (id) => document.getElementById(id).content.cloneNode(true);
    if (!count) return [...parts, copy_of('zoek-niets'), copy_of('zoek-praat')];
    if (unsure) parts.push(element('p', words_of_page.unsure), copy_of('zoek-praat'));
    if (meant.size) {
      const better = words(query).map((word) => meant.get(word) ?? word).join(' ');
      const link = element('a', better);
      link.href = '?q=' + encodeURIComponent(better);
      parts.push(element('p', words_of_page.meant + ' ', link, '?'));
    }
    let shown = 0;
    for (const group of groups) {
      const items = element('ul', ...group.results.map((result) => result_item(result, stems, !group.label)));
      items.className = 'lijst kaal';
      shown += group.results.length;
      parts.push(element('section', element('h2', group.label || words_of_page.pages), items));
    }
    if (shown < count) {
      const button = element('button', words_of_page.more);
      button.onclick = async () => {
        most += 20;
        await show(false);
        place.querySelectorAll('h3 a')[shown]?.focus();
      };
      parts.push(button);
    }
    return parts;
  };

  const read_address = () => {
    field.value = new URLSearchParams(location.search).get('q') ?? '';
    return show(false);
  };
  // What else the address says (the list of a reader, wishes) stays.
  const write_address = (write) => {
    const query = field.value.trim();
    const others = location.search.slice(1).split('&').filter((part) => part && !part.startsWith('q='));
    const parts = query ? ['q=' + encodeURIComponent(query), ...others] : others;
    history[write](history.state, '', location.pathname + (parts.length > 0 ? '?' + parts.join('&') : '') + location.hash);
  };

  let waiting;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    most = 10;
    waiting = setTimeout(() => {
      write_address('replaceState');
      show(true);
    }, 150);
  });
  field.form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    write_address('pushState');
    show(false);
  });
  addEventListener('popstate', read_address);
  addEventListener('keydown', (event) => {
    const stops = [field, ...place.querySelectorAll('h3 a')];
    const from = stops.indexOf(document.activeElement);
    if (from < 0 || place.hidden || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, Escape: -from }[event.key];
    if (!step || !stops[from + step]) return;
    event.preventDefault();
    stops[from + step].focus();
  });
  // A reader may have typed before this script came.
  if (!field.value) return read_address();
  write_address('replaceState');
  return show(true);
}
