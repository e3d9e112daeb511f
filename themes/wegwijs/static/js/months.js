// On a phone the first month of a list of moments is open, and those after it as long as few moments are shown; the others are folded, each
// with how many it has. In a month of many each date is folded too. The list is the page's own: without this script, on a wide screen and
// on paper it is whole.

import { element, is_wide } from './elements.js';
import { open_place } from './folds.js';
import { counted } from './words.js';

const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.maanden a'))];

/** The part of the page with the first day of a month. @param {HTMLAnchorElement | undefined} link */
const part_of = (link) => (link && document.getElementById(link.hash.slice(1))?.closest('section')) ?? null;

/** Moments that are open before a month is folded, and in one before its dates are: a few screens. */
const few = 30;

/** The parts of the page from `first` until `last`. @param {Element} first @param {Element | null} last */
function parts_until(first, last) {
  const parts = [first];
  for (let part = first.nextElementSibling; part !== last && part?.matches('section'); part = part.nextElementSibling) parts.push(part);
  return parts;
}

/** @param {Element} part */
const moments_in = (part) => part.querySelectorAll('.dagen > li').length;

/** Content that unfolds by its summary, and on a screen that becomes wide. @param {(string | Element)[]} summary @param {Element[]} content */
function folded_part(summary, content) {
  const fold = element('details', {}, element('summary', {}, ...summary), ...content);
  is_wide.addEventListener('change', () => { fold.open = true; }, { once: true });
  return fold;
}

/** One date: its heading opens it. @param {Element} part */
function fold_date(part) {
  const [heading, ...content] = part.children;
  if (heading && content.length > 0) part.append(folded_part([heading, ' ', element('span', {}, `(${moments_in(part)})`)], content));
}

function fold_months() {
  const firsts = links.map(part_of);
  let shown = 0;
  for (const [position, first] of firsts.entries()) {
    if (first === null) continue;
    const parts = parts_until(first, firsts[position + 1] ?? null);
    const moments = parts.reduce((sum, part) => sum + moments_in(part), 0);
    shown += moments;
    if (moments > few) for (const part of parts) fold_date(part);
    // The first of them is what there is to see.
    if (position === 0 || shown <= few) continue;
    const place = document.createComment('');
    first.before(place);
    place.replaceWith(folded_part([`${links[position].textContent} (${counted('days', moments)})`], parts));
  }
}

if (!is_wide.matches) {
  fold_months();
  open_place();
}
