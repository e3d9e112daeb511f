// What a card says of what the reader looks for: the answers with the way to their source, and how far the school is.

import { element, icon } from './elements.js';
import { status_word, word } from './words.js';

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

/**
 * What is known of one row at one school, with the way to its source and date.
 * @param {Card} one
 * @param {Row} row
 * @param {Set<string> | undefined} levels
 * @param {Map<string, string>} level_names
 */
export function answer_lines({ card, link }, row, levels, level_names) {
  const claims = claims_for(card.dataset.claims ?? '', row.id, levels);
  const href = `${link.href.split(/[?#]/)[0]}#pagina-${row.id}`;
  if (claims.length === 0) {
    return [element('li', { 'data-status': 'open' }, icon('open'), `${row.name}: ${word('not_looked_at')}`)];
  }
  const marks = claims.map((claim) => claim.marks).join('');
  return [
    ...claims.map((claim) => element('li', { 'data-status': claim.status }, icon(claim.status),
      element('a', { href }, `${row.name}: ${status_word(claim.said)}`), limits(claim, level_names),
      claim.marks.includes('o') && element('span', { class: 'vlag' }, word('old')))),
    ...marks.includes('v') ? [element('li', { class: 'vlag' }, word('differs'))] : [],
  ];
}

/** @param {Card} one @param {Map<string, number> | null} away */
export function show_distance({ card, entry, link }, away) {
  card.querySelector('[data-distance]')?.remove();
  if (!away) return;
  const distance = away.get(entry.place);
  const text = distance === undefined ? word('no_distance')
    : word('distance', { afstand: distance.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1, minimumFractionDigits: 1 }) });
  link.parentElement?.after(element('p', { 'data-distance': true, class: 'klein' }, text));
}
