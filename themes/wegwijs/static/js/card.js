// What a card says of what the reader looks for: the answers with the way to their source, and how far the school is.

import { element, icon } from './elements.js';
import { how_far, status_word, word } from './words.js';

/**
 * The claims on a row that stand on a card, "dyslexie:ja:havo,vwo:o lift:nee": those that speak of pupils of the chosen levels.
 * @param {string} text
 * @param {string} wanted
 * @param {Set<string> | undefined} chosen
 * @returns {CardClaim[]}
 */
function claims_for(text, wanted, chosen) {
  return [...new Set(text.split(' '))].flatMap((word) => {
    const [row, status, levels = '', marks = '', said = status] = word.split(':');
    const claim = { status, levels: levels.split(',').filter(Boolean), marks, said };
    const is_for = !chosen || chosen.size === 0 || claim.levels.length === 0 || claim.levels.some((level) => chosen.has(level));
    return row === wanted && status && is_for ? [claim] : [];
  });
}

/** @param {CardClaim} claim @param {Map<string, string>} level_names */
function limits(claim, level_names) {
  const parts = claim.levels.map((level) => level_names.get(level) ?? level);
  if (claim.marks.includes('j')) parts.push(word('some_years'));
  return parts.length > 0 && ` (${word('only_for')}: ${parts.join(', ')})`;
}

/** @param {string} text */
const open_line = (text) => element('li', { 'data-status': 'open' }, icon('open'), text);

/**
 * What is known of one row at one school, with the way to its source and date.
 * @param {Card} one
 * @param {Row} row
 * @param {Set<string> | undefined} levels
 * @param {Map<string, string>} level_names
 */
function answer_lines({ card, link }, row, levels, level_names) {
  const claims = claims_for(card.dataset.claims ?? '', row.id, levels);
  const href = `${link.href.split(/[?#]/)[0]}#pagina-${row.id}`;
  if (claims.length === 0) return [open_line(`${row.name}: ${word('not_looked_at')}`)];
  const marks = claims.map((claim) => claim.marks).join('');
  return [
    ...claims.map((claim) => element('li', { 'data-status': claim.status }, icon(claim.status),
      element('a', { href }, `${row.name}: ${status_word(claim.said)}`), limits(claim, level_names),
      claim.marks.includes('o') && element('span', { class: 'vlag' }, word('old')))),
    ...marks.includes('v') ? [element('li', { class: 'vlag' }, word('differs'))] : [],
  ];
}

/**
 * What a card says of the rows. Where its heading says that nobody looked, one word does for all of these.
 * @param {Card} one
 * @param {Row[]} rows
 * @param {Set<string> | undefined} levels
 * @param {Map<string, string>} level_names
 * @param {boolean} is_apart
 */
export function answers_of(one, rows, levels, level_names, is_apart) {
  const known = is_apart ? rows.filter(({ id }) => claims_for(one.card.dataset.claims ?? '', id, levels).length > 0) : rows;
  return [...known.flatMap((row) => answer_lines(one, row, levels, level_names)), ...known.length < rows.length ? [open_line(word('not_looked_at'))] : []];
}

/** @param {Card} one @param {Map<string, number> | null} away */
export function show_distance({ card, entry, link }, away) {
  card.querySelector('[data-distance]')?.remove();
  if (!away) return;
  const distance = away.get(entry.place);
  const text = distance === undefined ? word('no_distance') : how_far(distance);
  link.parentElement?.after(element('p', { 'data-distance': true, class: 'klein' }, text));
}
