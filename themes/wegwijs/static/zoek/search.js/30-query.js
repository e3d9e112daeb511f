// What a query asks for: its words, each with the terms of the site that stand for it.

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
