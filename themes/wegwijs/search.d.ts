// The types of the scripts in static/zoek. Not published: a reader's browser has no use for them.

/**
 * What readers say and what the site says in its place, both as stems; `rest` is what follows the first word, or, where small
 * words count, all of it with a * in the place of that word; of a verb in two pieces *, - and the piece that comes later.
 */
interface SearchPhrase {
  rest: string[];
  meaning: string[];
}

/** What the index has of one stem: on how many pages it stands, and where (generator/search/search_format.h). */
interface SearchTerm {
  stem: string;
  pages: number;
  bytes: Uint8Array;
  phrases: SearchPhrase[];
}

/** A term that stands for a word of the question, with how well it does. */
interface Variant extends SearchTerm {
  weight: number;
}

interface SearchCard {
  address: string;
  title: string;
  /** Of title and summary; empty: that of the site. */
  language: string;
  summary: string;
  facts: string;
  lines: string[];
}

/** A word that a mistyped one may be meant to be. */
interface KnownWord {
  word: string;
  pages: number;
}

interface SearchPlace {
  name: string;
  count: number;
}

/** `flags`: 1 stands apart, 2 has figures. */
interface SearchKind {
  label: string;
  precedence: number;
  flags: number;
}

/** A part of the index, fetched when it is read first. */
interface SearchShard<Key, Content> {
  key: Key;
  letter: string;
  /** Empty when all shards are in the root. */
  name: string;
  size: number;
  parse: (bytes: Uint8Array) => Content;
  content?: Promise<Content>;
  read: () => Promise<Content>;
}

interface SearchIndex {
  pages: number;
  stop_words: Set<string>;
  /** Those of them that say something in questions of readers. */
  telling_words: Set<string>;
  number_words: Set<string>;
  /** Stems of words for who and where, which count half beside others. */
  background: Set<string>;
  spellings: Map<string, string>;
  places: Map<string, SearchPlace>;
  unplaced: number;
  kind_of_places: number;
  kinds: SearchKind[];
  kind_of: number[];
  terms: SearchShard<string, Map<string, SearchTerm>>[];
  cards: SearchShard<number, Map<number, SearchCard>>[];
  words: SearchShard<string, KnownWord[]>[];
}

/** A word of the question that counts, or was covered by a phrase or a correction. */
interface Slot {
  word: string;
  counts: boolean;
  /** Its stem. */
  own: string;
  variants: Variant[];
  phrases: SearchPhrase[];
  /** What it was taken for. */
  meant?: string;
  is_rare?: boolean;
  /** Whether only a part of it was found, as of a compound that the site does not have. */
  is_guess?: boolean;
  rarity: number;
  scores: Float32Array;
  lines: Uint32Array;
  /** What it says in the questions that lead to a page, by page number. */
  asked: Float32Array;
}

interface Hit {
  page: number;
  asked: number;
  /** By how much more than its score it is weighed when the hits are put in order. */
  place: number;
  share: number;
  score: number;
}

interface SearchResult extends SearchCard {
  kind: string;
  line: string;
  fragment: string;
  score: number;
}

interface SearchGroup {
  label: string;
  count: number;
  results: SearchResult[];
}

interface SearchAnswer {
  groups: SearchGroup[];
  count: number;
  kinds: Map<string, number>;
  unsure: boolean;
  small: boolean;
  places: (SearchPlace & { elsewhere: string; unplaced: number })[];
  unknown: string[];
  meant: Map<string, string>;
  looked_closer: boolean;
  stems: Set<string>;
}

interface SearchOptions {
  is_typing?: boolean;
  most?: number;
  kind?: string;
}

/** A form of a word that says who is in need (help_now.js). */
interface HelpForm {
  core: string;
  open_begin: boolean;
  open_end: boolean;
  is_exact: boolean;
}
