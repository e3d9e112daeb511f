// On a phone the first month of a list of days is open, and those after it as long as few days are shown; the others are folded, each
// with how many days it has. The list is the page's own: without this script, on a wide screen and on paper it is whole.

import { element, is_wide } from './elements.js';
import { open_place } from './folds.js';
import { counted } from './words.js';

const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.maanden a'))];

/** The part of the page with the first day of a month. @param {HTMLAnchorElement | undefined} link */
const part_of = (link) => (link && document.getElementById(link.hash.slice(1))?.closest('section')) ?? null;

/** Days that are open before a month is folded: a few screens. */
const few = 30;

/** The parts of the page from `first` until `last`. @param {Element} first @param {Element | null} last */
function parts_until(first, last) {
  const parts = [first];
  for (let part = first.nextElementSibling; part !== last && part?.matches('section'); part = part.nextElementSibling) parts.push(part);
  return parts;
}

function fold_months() {
  const firsts = links.map(part_of);
  let shown = 0;
  for (const [position, first] of firsts.entries()) {
    if (first === null) continue;
    const parts = parts_until(first, firsts[position + 1] ?? null);
    const days = parts.reduce((sum, part) => sum + part.querySelectorAll('.dagen > li').length, 0);
    shown += days;
    // The first of them is what there is to see.
    if (position === 0 || shown <= few) continue;
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
