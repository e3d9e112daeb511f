// Which pages answer a query best.

/** Of what stands on so many pages of all. @param {number} all @param {number} pages */
const rarity = (all, pages) => Math.log(1 + (all - pages + 0.5) / (pages + 0.5));

const name_impact = 7;
/// An impact of 0 says so much, and one of 6 says all.
const least_impact = 0.7, most_impact = 6 + least_impact;
/// A page that has the word for its name comes before those that have it in a longer one, when little else is asked.
const name_weight = 1.25;

/** Gives each slot what every page has of it: scores and lines by page number, and how rare it is. @param {SearchIndex} index @param {Slot[]} slots */
function look_up(index, slots) {
  const is_short = slots.length < least_sentence;
  for (const slot of slots) {
    slot.rarity = slot.variants.length ? 0.1 : rarity(index.pages, 0);
    slot.scores = new Float32Array(index.pages);
    slot.asked = new Float32Array(index.pages);
    slot.lines = new Uint32Array(index.pages);
    for (const variant of slot.variants) {
      const weight = rarity(index.pages, variant.pages) * variant.weight;
      slot.rarity = Math.max(slot.rarity, weight);
      for (const { page, impact, lines, asked } of postings_of(variant)) {
        slot.asked[page] = Math.max(slot.asked[page], variant.weight * asked);
        slot.scores[page] = Math.max(slot.scores[page], weight * (impact < name_impact ? (impact + least_impact) / most_impact : is_short ? name_weight : 1));
        slot.lines[page] |= lines;
      }
    }
    if (is_short) add_kind(index, slot);
  }
}

const kind_weight = 0.5;

/** A page has the name of its kind, though it does not say it: stappenplan praktijkonderwijs. In a sentence it is a word as others. @param {SearchIndex} index @param {Slot} slot */
function add_kind(index, slot) {
  const is_named = index.kinds.map(({ label, flags }, kind) => kind % 2 === 0 && !(flags & 1) && words(label).map(stem).join() === slot.own);
  if (!is_named.includes(true)) return;
  const pages = index.kind_of.filter((kind) => is_named[kind]).length;
  const weight = kind_weight * rarity(index.pages, pages);
  slot.rarity = Math.max(slot.rarity, weight);
  index.kind_of.forEach((kind, page) => { if (is_named[kind]) slot.scores[page] = Math.max(slot.scores[page], weight); });
}

const line_weight = 0.4;
const title_weight = 0.7;
const least_share = 0.25;
const asked_share = 0.8;
/// The same of a query of a few words, or with one that counts, which says little about what is asked.
const asked_share_of_words = 0.3;
/// What pages differ in that a sentence leads to e times as likely, squared: a page with less has a part of the gain.
const asked_spread = 4;
/// A page that has the whole query in its title stands before others until the titles are there: then those decide.
const titled_place = 1.5;
/// A question of so many words is mostly one in a reader's own words, of which the site has few: what it leads to counts beside those.
const least_story = 6;
const story_weight = 0.6;

/** @param {Hit} left @param {Hit} right */
const best_first = (left, right) => right.score * right.place - left.score * left.place || left.page - right.page;

/** The lines of a page by what they have of the query, as rarity: index 0 the title, 1 the summary, from 2 the lines. @param {Slot[]} slots @param {number} page */
function line_scores(slots, page) {
  /** @type {number[]} */
  const scores = [];
  for (const slot of slots) {
    for (let bits = slot.lines[page], line = 0; bits; bits >>>= 1, ++line) {
      if (bits & 1) scores[line] = (scores[line] ?? 0) + slot.rarity;
    }
  }
  return scores;
}

/**
 * Everything that has something of the query, best first, and not what has little of it beside the best. A page with
 * more of its words comes before one with a rarer word only, and one with several of them in one line before one with the
 * same words here and there. Those pages gain that readers' questions with its words lead to; of a sentence most, by its small words too.
 * @param {SearchIndex} index @param {Slot[]} slots @param {string[]} all @param {Float32Array} [asked_by_small] of a sentence
 */
function ranked(index, slots, all, asked_by_small) {
  look_up(index, slots);
  const for_numbers = asks_for_numbers(index, all);
  const whole = slots.reduce((sum, slot) => sum + slot.rarity, 0);
  /** @type {Hit[]} */
  const hits = [];
  let most_asked = 0;
  for (let page = 0; page < index.pages; ++page) {
    let sum = 0, asked = asked_by_small?.[page] ?? 0, covered = 0, guessed = 0, rarest = 0;
    for (const slot of slots) {
      if (!slot.scores[page]) continue;
      sum += slot.scores[page];
      asked += slot.asked[page];
      covered += slot.rarity;
      // What has a part of a compound only (zomerschool: school) is no answer to rely on.
      if (slot.is_guess) guessed += slot.rarity;
      rarest = Math.max(rarest, slot.rarity);
    }
    if (!sum) continue;
    const lines = line_scores(slots, page);
    // Of one word only a page that has it for its name, and that whatever kind of page it is.
    const is_named = !slots[1] && sum > whole;
    const place = is_named || slots[1] && lines[0] === whole ? titled_place : 1;
    sum += line_weight * (Math.max(rarest / 2, ...lines.filter(Boolean)) - rarest / 2);
    most_asked = Math.max(most_asked, asked);
    const { precedence, flags } = index.kinds[index.kind_of[page]];
    if (for_numbers && flags & 2) sum *= numbers_weight;
    hits.push({ page, asked, place, share: (covered - guessed) / whole, score: sum * (1 + covered / whole) * (is_named ? Math.max(precedence, 1) : precedence) });
  }
  const gain = asked_by_small && slots.length > 1 ? asked_share : asked_share_of_words;
  const added = all.length < least_story ? 0 : story_weight;
  for (const hit of hits) hit.score = hit.score * (1 + gain * Math.exp((hit.asked - most_asked) / asked_spread)) + added * hit.asked;
  return hits.sort(best_first).filter(({ score }, place) => place < 5 || score >= least_share * hits[0].score);
}

/** The text of the card that has most of the query: a line, or the summary; and where a browser finds a line on its page. @param {SearchCard} card @param {number[]} scores */
function shown_line(card, scores) {
  const texts = ['', card.summary, ...card.lines];
  let best = 1;
  texts.forEach((_, place) => { if (place && (scores[place] ?? 0) > (scores[best] ?? 0)) best = place; });
  return { line: texts[best], fragment: best > 1 ? ':~:text=' + encodeURIComponent(texts[best]).replace(/-/g, '%2D') : '' };
}

/// In questions of readers the small words that are rare say more than their number does beside others.
const small_asked = 1.3;

/** How much the small words of a sentence say in the questions that lead to each page. @param {SearchIndex} index @param {string[]} all */
async function asked_by_small_words(index, all) {
  const asked = new Float32Array(index.pages);
  const found = await Promise.all([...new Set(all)].filter((word) => index.telling_words.has(word)).map((word) => entry_of(index, '_' + word)));
  for (const entry of found) if (entry) for (const posting of postings_of(entry)) asked[posting.page] += small_asked * posting.asked;
  return asked;
}

const most_alike = 60;
const least_known = 0.35;

/** Whether the first pages are no answer to rely on: they have little of the question, or too many say the same of it. @param {Hit[]} hits */
function is_unsure(hits) {
  const alike = hits.filter(({ score }) => score > 0.99 * hits[0].score).length;
  return alike > most_alike || hits.slice(0, 3).every(({ share }) => share < least_known);
}

/** @param {SearchIndex} index @param {number} page */
async function card_of(index, page) {
  const card = (await shard_of(index.cards, page)).get(page);
  if (!card) throw new Error(`no card of page ${page}`);
  return card;
}

const least_sentence = 3;
const most_compared = 8;
const sentence_weight = 0.6;
const small_word_weight = 0.5;
/// Pages that the words of a question lead to equally are mostly on one matter: after the first they make room for another one.
const again_weight = 0.8;

/** How much of the sentence stands in text, from 0 to 1: its words, small ones too, and its pairs of words. @param {{ own: string, weight: number }[]} sentence @param {string} text */
function likeness(sentence, text) {
  const own_words = words(text).map(stem);
  const single = new Set(own_words);
  const pairs = new Set(own_words.slice(1).map((word, place) => own_words[place] + ' ' + word));
  let found = 0, all = 0;
  sentence.forEach(({ own, weight }, place) => {
    all += weight;
    if (single.has(own)) found += weight;
    if (!place) return;
    all += small_word_weight;
    if (pairs.has(sentence[place - 1].own + ' ' + own)) found += small_word_weight;
  });
  return found / all;
}

/** Looks again at the hits of a sentence: what says nearly the same as it in a title or a line comes first, of one matter one page. @param {SearchIndex} index @param {Hit[]} hits @param {string[]} all */
async function compare_sentences(index, hits, all) {
  const sentence = all.map((word) => ({ own: stem(word), weight: index.stop_words.has(word) ? small_word_weight : 1 }));
  await Promise.all(hits.slice(0, most_compared).map(async (hit) => {
    const { title, lines } = await card_of(index, hit.page);
    hit.score *= 1 + sentence_weight * Math.max(...[title, ...lines].map((text) => likeness(sentence, text)));
  }));
  const met = new Set();
  for (const hit of hits.sort(best_first)) {
    if (hit.asked && met.has(hit.asked)) hit.score *= again_weight;
    met.add(hit.asked);
  }
  hits.sort(best_first);
}

/// The name of the lists of a collection whose entries stand apart: they are shown with the other pages.
export const lists_of_apart = '*';

/** The kind that a reader chooses a page by: that of its collection, entries and lists alike. @param {SearchIndex} index @param {number} page */
function kind_name(index, page) {
  const number = index.kind_of[page];
  const entries = number & ~1;
  return number !== entries && index.kinds[entries].flags & 1 ? lists_of_apart : index.kinds[entries + 1].label;
}

const filtered_weight = 3;
/// Of more words the others ask for something else.
const most_filtered = 5;

/**
 * Where every word is in the title of some list of the collection with places, and no list has them all (vso in zuidoost), the entries
 * that have them all are asked for.
 * @param {SearchIndex} index @param {Hit[]} hits @param {Slot[]} slots
 */
function lift_filtered(index, hits, slots) {
  if (!index.places.size) return;
  const entries = index.kind_of_places * 2;
  const lists = hits.filter(({ page }) => index.kind_of[page] === entries + 1).map(({ page }) => slots.map(({ lines }) => lines[page] & 1));
  if (!slots.every((_, number) => lists.some((named) => named[number])) || lists.some((named) => !named.includes(0))) return;
  for (const hit of hits) if (index.kind_of[hit.page] === entries && hit.share > 0.99) hit.score *= filtered_weight;
  hits.sort(best_first);
}

/// So many results are shown at first: two screens of a phone. Each takes a card, of which a reader waits for the bytes.
export const most_at_first = 8;

/**
 * Searches. Gives the groups in the order in which they are shown, each with its number of pages and its results; the kinds
 * of pages with the number of each; the words that were taken for other ones, and those that the site does not know; whether
 * the answer is unsure, or the query has small words only; the places that it asks for; and the stems to mark. At most `most`
 * results in all, of each group at least three; of one kind only when it is given.
 * @param {SearchIndex} index @param {string} query @param {SearchOptions} [options] @returns {Promise<SearchAnswer>}
 */
export async function search(index, query, { is_typing, most = most_at_first, kind = '' } = {}) {
  const all = query_words(query).slice(0, most_words);
  // The signs are where the query begins and ends.
  let spelled = ` ^ ${all.join(' ')} $ `;
  for (const [written, looked_up] of index.spellings) spelled = spelled.replaceAll(` ${written} `, ` ${looked_up} `);
  const is_sentence = all.length >= least_sentence;
  const [slots, asked_by_small] = await Promise.all([
    slots_of(index, spelled.split(' ').filter((word) => /[^$^]/.test(word)), is_typing),
    is_sentence ? asked_by_small_words(index, all) : undefined,
  ]);
  const stems = new Set(slots.flatMap((slot) => slot.variants.map((variant) => variant.stem)));
  const found = ranked(index, slots, all, asked_by_small);
  const unsure = found.length > 0 && is_unsure(found);
  if (all.length < most_filtered) lift_filtered(index, found, slots);
  if (is_sentence) await compare_sentences(index, found, all);
  /** @type {Map<string, number>} */
  const kinds = new Map();
  for (const { page } of found) {
    const name = kind_name(index, page);
    kinds.set(name, (kinds.get(name) ?? 0) + 1);
  }
  const hits = kinds.has(kind) ? found.filter(({ page }) => kind_name(index, page) === kind) : found;
  /** @type {Map<number, { label: string, count: number, hits: Hit[] }>} */
  const groups = new Map();
  hits.forEach((hit, place) => {
    const number = index.kind_of[hit.page];
    const { label, flags } = index.kinds[number];
    const is_apart = flags & 1;
    const key = is_apart ? number : -1;
    const group = groups.get(key) ?? { label: is_apart ? label : '', count: 0, hits: [] };
    groups.set(key, group);
    ++group.count;
    if (place < most || group.hits.length < 3) group.hits.push(hit);
  });
  const shown = await Promise.all([...groups.values()].map(async ({ label, count, hits: first }) => {
    const results = await Promise.all(first.map((hit) => result_of(index, hit, slots, stems, all)));
    return { label, count, results: results.sort((left, right) => right.score - left.score) };
  }));
  return {
    groups: shown.sort((left, right) => right.results[0].score - left.results[0].score),
    count: hits.length,
    kinds,
    unsure,
    small: !!all[0] && !slots[0],
    places: all.some((word) => index.places.has(word)) ? (await import('./places.js')).places_asked(index, all) : [],
    unknown: slots.filter((slot) => !slot.variants.length).map((slot) => slot.word),
    meant: new Map(slots.filter(({ meant }) => meant).map(({ word, meant = '' }) => [word, meant])),
    looked_closer: slots.some(({ is_rare }) => is_rare),
    // Also what the reader typed and other words were looked up for: 'school' in 'niet naar school'.
    stems: new Set([...stems, ...all.filter((word) => !index.stop_words.has(word)).map(stem)]),
  };
}

const named_weight = 2;

/** What is shown of a hit. A title that the query gives in full counts once more, and doubly one that is the query, and the name of what stands apart: is er een lift op …. @param {SearchIndex} index @param {Hit} hit @param {Slot[]} slots @param {Set<string>} stems @param {string[]} all */
async function result_of(index, hit, slots, stems, all) {
  const card = await card_of(index, hit.page);
  const called = words(card.title);
  const title = called.filter((word) => !index.stop_words.has(word));
  const covered = title.filter((word) => stems.has(stem(word))).length / (title.length || 1);
  const number = index.kind_of[hit.page];
  const { label, flags } = index.kinds[number];
  const is_named = called.join() === all.join() || number % 2 === 0 && flags & 1 && title.length && title.every((word) => slots.some(({ own }) => own === stem(word)));
  const score = hit.score * (1 + title_weight * covered) * (is_named ? named_weight : 1);
  return { ...card, kind: label, ...shown_line(card, line_scores(slots, hit.page)), score };
}
