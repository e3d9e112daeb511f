// The files of the index, as generator/search/search_format.h describes them.

const format_tag = 'wegwijs-10 dutch-2.2';

const decoder = new TextDecoder();

class Reader {
  /** @param {Uint8Array} bytes */
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
  /** @param {number} length */
  take(length) {
    return this.bytes.subarray(this.place, this.place += length);
  }
  text() {
    return decoder.decode(this.take(this.number()));
  }
  /** @param {string} before */
  packed(before) {
    return before.slice(0, this.number()) + this.text();
  }
  /** @template T @param {() => T} read @returns {T[]} */
  list(read) {
    return Array.from({ length: this.number() }, read);
  }
  sorted() {
    let text = '';
    return this.list(() => {
      const from = this.place;
      while (this.bytes[this.place] > 7) ++this.place;
      const rest = decoder.decode(this.bytes.subarray(from, this.place));
      return text = text.slice(0, this.bytes[this.place++]) + rest;
    });
  }
}

/** Element of the table that may hold key. @template K @param {{ key: K }[]} table @param {K} key */
export function shard_number(table, key) {
  let found = 0;
  while (found + 1 < table.length && table[found + 1].key <= key) ++found;
  return found;
}

/**
 * Opens the index; get gives the bytes of a file by its name beside this module. The root keeps its name, and one that a
 * browser kept may name shards that are gone; shards are named by what is in them.
 * @param {(name: string, cache?: RequestCache) => Promise<Uint8Array>} get
 * @returns {Promise<SearchIndex>}
 */
export async function open_index(get) {
  const root = new Reader(await get('root.bin', 'no-cache'));
  if (root.text() !== format_tag) throw new Error(format_tag);
  const pages = root.number();
  const silent_words = root.sorted();
  const telling_words = new Set(root.sorted());
  const stop_words = new Set([...silent_words, ...telling_words]);
  const number_words = new Set(root.list(() => root.text()));
  const background = new Set(root.sorted().map(stem));
  /** @type {Map<string, string>} */
  const spellings = new Map();
  root.list(() => spellings.set(root.text(), root.text()));
  /** @type {Map<string, SearchPlace>} */
  const places = new Map();
  root.list(() => places.set(root.text(), { name: root.text(), count: root.number() }));
  const [unplaced, kind_of_places] = places.size ? [root.number(), root.number()] : [0, 0];
  const kinds = root.list(() => ({ label: root.text(), precedence: root.number() / 100, flags: root.number() }));
  const kind_of = root.list(() => [root.number(), root.number()]).flatMap(([kind, number]) => Array(number).fill(kind));
  const is_whole = root.number() > 0;

  /** @template K, V @param {K[]} keys @param {string} letter @param {(reader: Reader, key: K) => V} parse */
  const table = (keys, letter, parse) => keys.map((key) => {
    /** @type {SearchShard<K, V>} */
    const shard = {
      key, letter, name: '', size: 0,
      parse: (bytes) => parse(new Reader(bytes), key),
      read: () => shard.content ??= get(shard.name).then(shard.parse),
    };
    return shard;
  });
  const terms = table(root.sorted(), 't', terms_in);
  let page = 0;
  // Of cards the number of the first page.
  const cards = table(root.list(() => (page += root.number())).map((_, place, ends) => ends[place - 1] ?? 0), 'd', cards_in);
  const known = table(root.sorted(), 'f', words_in);
  /** @type {SearchShard<any, any>[][]} */
  const tables = [terms, cards, known];
  for (const shards of tables) {
    if (is_whole) for (const shard of shards) shard.size = root.number();
    else shards_named(root, shards);
  }
  for (const shard of is_whole ? tables.flat() : []) {
    const bytes = root.take(shard.size);
    shard.read = () => shard.content ??= Promise.resolve(shard.parse(bytes));
  }
  return { pages, stop_words, telling_words, number_words, background, spellings, places, unplaced, kind_of_places, kinds, kind_of, terms, cards, words: known };
}

/** Gives the shards of one kind the names of their files: the digest of their group, and the place in it. @param {Reader} root @param {SearchShard<any, any>[]} shards */
function shards_named(root, shards) {
  let number = 0;
  for (const size of root.list(() => root.number())) {
    const digest = [...root.take(3)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    for (let place = 0; place < size; ++place, ++number) shards[number].name = `${shards[number].letter}${digest}${place.toString(36)}.bin`;
  }
}

/** @param {Reader} reader */
function* keys_in(reader) {
  for (let key = ''; reader.has_more;) yield key = reader.packed(key);
}

/** @param {Reader} reader @returns {Map<string, SearchTerm>} */
const terms_in = (reader) => new Map(Array.from(keys_in(reader), (key) => {
  const pages = reader.number();
  const bytes = reader.take(reader.number());
  const phrases = pages % 2 ? reader.list(() => ({ rest: stems_in(reader.text()), meaning: stems_in(reader.text()) })) : [];
  return [key, { stem: key, pages: pages >> 1, bytes, phrases }];
}));

/** Each page that a term is in, how much it says about it from 0 to 6, or 7 for a name of it, in which lines it stands there, and how much it says in the questions that lead there. @param {SearchTerm} term */
export function* postings_of({ bytes }) {
  const reader = new Reader(bytes);
  for (let page = 0; reader.has_more;) {
    const code = reader.number();
    const is_asked = code & 2;
    page += code >> (is_asked ? 9 : 5);
    yield { page, impact: code >> 2 & 7, lines: code & 1 ? reader.number() : 0, asked: is_asked ? code >> 5 & 15 : 0 };
  }
}

/** @param {string} text */
const stems_in = (text) => text.split(' ').filter(Boolean);

/** @param {Reader} reader @param {number} page of the first */
function cards_in(reader, page) {
  /** @type {Map<number, SearchCard>} */
  const cards = new Map();
  while (reader.has_more) {
    cards.set(page++, {
      address: reader.text(), title: reader.text(), language: reader.text(), summary: reader.text(), facts: reader.text(), lines: reader.list(() => reader.text()),
    });
  }
  return cards;
}

/** @param {Reader} reader @returns {KnownWord[]} */
const words_in = (reader) => Array.from(keys_in(reader), (word) => ({ word, pages: reader.number() }));

/** @template K, V @param {SearchShard<K, Map<K, V>>[]} table @param {K} key @returns {Promise<Map<K, V>>} */
const shard_of = async (table, key) => (await table[shard_number(table, key)]?.read()) ?? new Map();

/** What the index has at a stem. @param {SearchIndex} index @param {string} wanted */
export const entry_of = async (index, wanted) => (await shard_of(index.terms, wanted)).get(wanted);

/** The term of a stem, or of the one that it is another form of; undefined when the site does not have it. @param {SearchIndex} index @param {string} wanted */
export async function term(index, wanted) {
  const found = await entry_of(index, wanted);
  if (found?.pages) return found;
  const form = found?.phrases.find(({ rest, meaning }) => !rest.length && meaning.length < 2);
  const other = form && await entry_of(index, form.meaning[0]);
  return other?.pages ? other : undefined;
}

/** The bytes of a file beside this module. @param {string} name @param {RequestCache} [cache] */
async function get(name, cache = 'force-cache') {
  const answer = await fetch(new URL(name, import.meta.url), { cache });
  if (!answer.ok) throw new Error(name);
  return new Uint8Array(await answer.arrayBuffer());
}
