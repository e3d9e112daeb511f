// On a phone the months of a list of days that come after the next one are folded, each with how many days it has. The list is the
// page's own: without this script, on a wide screen and on paper it is whole.

import { element, is_wide } from './elements.js';
import { open_place } from './folds.js';
import { counted } from './words.js';

const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.maanden a'))];

/** The part of the page with the first day of a month. @param {HTMLAnchorElement | undefined} link */
const part_of = (link) => (link && document.getElementById(link.hash.slice(1))?.closest('section')) ?? null;

/** How many months a day comes after the running one. @param {string} id "dag-2026-12-05" */
function months_away(id) {
  const [, year, month] = id.split('-').map(Number);
  const today = new Date();
  return (year - today.getFullYear()) * 12 + month - 1 - today.getMonth();
}

/** The parts of the page from `first` until `last`. @param {Element} first @param {Element | null} last */
function parts_until(first, last) {
  const parts = [first];
  for (let part = first.nextElementSibling; part !== last && part?.matches('section'); part = part.nextElementSibling) parts.push(part);
  return parts;
}

function fold_months() {
  const firsts = links.map(part_of);
  for (const [position, first] of firsts.entries()) {
    // The first of them is what there is to see.
    if (first === null || position === 0 || months_away(links[position].hash.slice(1)) <= 1) continue;
    const parts = parts_until(first, firsts[position + 1] ?? null);
    const days = parts.reduce((sum, part) => sum + part.querySelectorAll('.dagen > li').length, 0);
    const fold = element('details', {}, element('summary', {}, `${links[position].textContent} (${counted('days', days)})`));
    first.before(fold);
    fold.append(...parts);
    is_wide.addEventListener('change', () => { fold.open = true; }, { once: true });
  }
}

if (!is_wide.matches) {
  fold_months();
  open_place();
}
