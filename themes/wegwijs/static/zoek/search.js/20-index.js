// The files of the index, as generator/search/search_format.h describes them.

const format_tag = 'wegwijs-5 dutch-2.2';

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

/// Element of the table that may hold key.
export function shard_number(table, key) {
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
  index.stop_words = new Set(root.sorted());
  index.number_words = new Set(root.list(() => root.text()));
  index.spellings = new Map(root.list(() => [root.text(), root.text()]));
  index.places = new Map(root.list(() => [root.text(), { name: root.text(), count: root.number() }]));
  if (index.places.size) [index.unplaced, index.kind_of_places] = [root.number(), root.number()];
  index.kinds = root.list(() => ({ label: root.text(), precedence: root.number() / 100, flags: root.number() }));
  index.kind_of = root.list(() => [root.number(), root.number()]).flatMap(([kind, pages]) => Array(pages).fill(kind));
  const is_whole = root.number() > 0;
  let page = 0;
  const tables = [['t', terms_in], ['d', cards_in], ['f', words_in]].map(([letter, parse]) => {
    // Of cards the number of the first page.
    const keys = letter === 'd' ? root.list(() => (page += root.number())).map((_, place, ends) => ends[place - 1] ?? 0) : root.sorted();
    return keys.map((key) => ({ key, letter, parse }));
  });
  const shards = tables.flat();
  for (const shard of shards) {
    if (is_whole) shard.size = root.number();
    else shard.name = `${shard.letter}${[...root.take(3)].map((byte) => byte.toString(16).padStart(2, 0)).join('')}.bin`;
  }
  for (const shard of shards) {
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
export const entry_of = async (index, wanted) => (await shard_of(index.terms, wanted)).get(wanted);

/// The term of a stem, or of the one that it is another form of; undefined when the site does not have it.
export async function term(index, wanted) {
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

/// The bytes of a file beside this module.
async function get(name, cache = 'force-cache') {
  const answer = await fetch(new URL(name, import.meta.url), { cache });
  if (!answer.ok) throw new Error(name);
  return new Uint8Array(await answer.arrayBuffer());
}
