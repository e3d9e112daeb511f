// What a query asks for: its words, each with the terms of the site that stand for it.

/** Before it is looked up, a word is on no page. */
const none = new Float32Array(), no_lines = new Uint32Array();

const most_words = 32;
/// A shorter word that the site has, if seldom, is not looked at as one made of others.
const shortest_compound = 9;
const most_prefixes = 40;

/** @param {Slot} slot */
const is_unknown = (slot) => slot.counts && !slot.variants.length;

const numbers_weight = 2.5;

/** A question for how many, how much or a year: a table or a report answers it. @param {SearchIndex} index @param {string[]} all */
const asks_for_numbers = (index, all) => all.some((word) => index.number_words.has(word) || /^20[0-9]{2}$/.test(word));

/// A phrase of several words that count weighs more than one word, but less than all of these.
const covered_weight = 0.5;

/// What the words of readers say of one that the site has itself.
const beside_own = 0.7;

const separated_weight = 0.8;

/** Puts what the site says in place of the words of readers: in all slots that the longest phrase covers. @param {SearchIndex} index @param {Slot[]} slots */
async function apply_phrases(index, slots) {
  const counting = slots.filter((slot) => slot.counts);
  for (const slot of counting) {
    for (const { rest, meaning } of slot.counts ? slot.phrases : []) {
      if (rest[1] === '-') {
        // A verb in two pieces, of which the last ends the sentence: meld … aan. Elsewhere it is mostly a word of its own (op school).
        const whole = slots[slots.length - 1].own === rest[2] && await term(index, meaning[0]);
        if (whole) slot.variants.push({ ...whole, weight: separated_weight });
        continue;
      }
      // A * is the place of the word itself in a phrase whose small words count.
      const has_small = rest.includes('*');
      const wanted = has_small ? rest : ['*', ...rest];
      const row = has_small ? slots : counting;
      const from = row.indexOf(slot) - wanted.indexOf('*');
      if (!wanted.every((one, place) => one === '*' || row[from + place]?.own === one)) continue;
      if (meaning[0].startsWith('+')) {
        // The name of a page: under its words others are found too.
        const name = await term(index, meaning[0].slice(1));
        if (name) slot.variants.push({ ...name, weight: 1 });
        break;
      }
      if (rest.length) slot.variants = [];
      const covered = row.slice(from, from + wanted.length);
      const whole = (!rest.length && slot.variants.length ? beside_own : 1) + covered_weight * (covered.filter(({ counts }) => counts).length - 1);
      for (const other of covered) if (other !== slot) other.counts = false;
      const found = await Promise.all(meaning.map((other) => term(index, other)));
      slot.variants.push(...found.flatMap((one) => one ?? []).map((one, number) => ({ ...one, weight: whole * (number ? 0.8 : 1) })));
      break;
    }
  }
}

const joined_weight = 0.8;

/** Neighbours that are one word on the site: leerling steunpunt, vmbo t. `only_meant`: of words that were corrected. @param {SearchIndex} index @param {Slot[]} slots */
async function join_neighbours(index, slots, only_meant = false) {
  await Promise.all(slots.slice(1).map(async (slot, place) => {
    const before = slots[place];
    if (only_meant && !before.meant && !slot.meant) return;
    // With a stop word only what is unknown by itself (door stroomtoets), or a postcode.
    if (!(before.counts && slot.counts) && !is_unknown(before) && !is_unknown(slot) && !/^\d{4}$/.test(before.word)) return;
    for (const joint of ['', 's', 'en']) {
      const found = await term(index, stem((before.meant || before.word) + joint + (slot.meant || slot.word)));
      if (!found) continue;
      for (const one of [before, slot]) if (one.counts) one.variants.push({ ...found, weight: joined_weight });
    }
  }));
}

/// So many pieces a reader waits for to get the words with a beginning.
const most_begun = 3;

/** The terms of the shards that may hold words with a beginning: the first of these, and those that begin with it. @param {SearchIndex} index @param {string} beginning */
async function terms_begun(index, beginning) {
  const first = shard_number(index.terms, beginning);
  const shards = index.terms.slice(first, first + most_begun).filter(({ key }, place) => !place || key.startsWith(beginning));
  const read = await Promise.all(shards.map((shard) => shard.read()));
  return read.flatMap((terms) => [...terms]);
}

const background_weight = 0.5;

/** Beside other words, those for who and where say less (leerling, brugklas), as does a number of one or two digits. @param {SearchIndex} index @param {Slot[]} slots */
function lighten_background(index, slots) {
  const known = slots.filter((slot) => slot.counts && slot.variants.length);
  const light = known.filter(({ word, own }) => index.background.has(own) || /^\d\d?$/.test(word));
  if (light.length === known.length) return;
  for (const { variants } of light) for (const variant of variants) variant.weight *= background_weight;
}

/** What reads a word that the site does not have, or hardly: most questions have none, and it is fetched for those that do. @param {Slot} slot */
function unknown_words(slot) {
  slot.is_rare = true;
  return import('./unknown.js');
}

/** The words that count, each with the terms that stand for it: exact, begun, corrected, split or joined ones. @param {SearchIndex} index @param {string[]} all @param {boolean} [is_typing] */
async function slots_of(index, all, is_typing) {
  const slots = await Promise.all(all.map(async (word, place) => {
    const own = stem(word);
    /** @type {Slot} */
    const slot = { word, counts: !index.stop_words.has(word), own, variants: [], phrases: [], rarity: 0, scores: none, asked: none, lines: no_lines };
    if (!slot.counts) return slot;
    const entry = await entry_of(index, own);
    const exact = entry?.pages ? entry : undefined;
    slot.phrases = entry?.phrases ?? [];
    if (exact) slot.variants.push({ ...exact, weight: 1 });
    if (!entry) {
      const { other_forms } = await unknown_words(slot);
      for (const other of other_forms(word, own)) {
        const found = await entry_of(index, other);
        if (!found) continue;
        slot.phrases = found.phrases;
        if (found.pages) slot.variants.push({ ...found, weight: 0.9 });
        break;
      }
    }
    if (place === all.length - 1 && word.length > (is_typing ? 2 : 3) && (is_typing || !slot.variants.length && !slot.phrases.length)) {
      const begun = (await terms_begun(index, word)).filter(([name, found]) => found.pages && name.startsWith(word) && name !== own);
      // A word that the site has is no rarer for being the beginning of a rare one.
      const pages = exact?.pages ?? 0;
      for (const [, found] of begun.slice(0, most_prefixes)) slot.variants.push({ ...found, pages: Math.max(pages, found.pages), weight: 0.6 });
    }
    return slot;
  }));
  await apply_phrases(index, slots);
  await join_neighbours(index, slots);
  await Promise.all(slots.map(async (slot) => {
    if (!slot.counts || slot.phrases.length || slot.variants.some((variant) => variant.pages > 2 || slot.word.length < shortest_compound)) return;
    const { corrected, parts, stand_together } = await unknown_words(slot);
    const found = await parts(index, slot.word);
    slot.meant = slot.variants.length ? undefined : await corrected(index, slot.word, found.length < 2 ? 2 : 1);
    const meant = slot.meant ? await term(index, stem(slot.meant)) : undefined;
    if (slot.meant && index.stop_words.has(slot.meant)) slot.counts = false;
    if (meant) slot.variants.push({ ...meant, weight: 0.8 });
    else {
      slot.is_guess = !slot.variants.length && (!stand_together(found) || found.flat().some((part) => index.background.has(part.stem)));
      for (const part of found.flat()) slot.variants.push({ ...part, weight: 0.6 });
    }
  }));
  await join_neighbours(index, slots, true);
  lighten_background(index, slots);
  return slots.filter((slot) => slot.counts);
}
