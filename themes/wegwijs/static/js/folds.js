// On every page: an address that leads into what is folded opens it, which newer browsers do themselves. Who comes back to a page that
// the browser did not keep, finds it as it was left: that stands in its step of the history.

/** What the reader did to the page, by a name of our own. @type {Record<string, unknown>} */
let left = history.state?.page ?? {};

/** @param {string} name */
export const left_as = (name) => left[name];

function write() {
  history.replaceState({ ...history.state, page: left }, '');
}

/** @param {string} name @param {unknown} value */
export function leave_as(name, value) {
  left = { ...left, [name]: value };
  write();
}

// A step within the page has the page as it is.
for (const kind of ['popstate', 'hashchange']) {
  addEventListener(kind, () => {
    if (Object.keys(left).length > 0) write();
  });
}

/** The words of a fold without its numbers, which change, and among folds with the same words its place. */
function names() {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  return new Map([...document.querySelectorAll('details')].map((fold) => {
    const text = (fold.querySelector('summary')?.textContent ?? '').replace(/\(.*?\)/g, '').trim();
    const number = (numbers.get(text) ?? 0) + 1;
    numbers.set(text, number);
    return [fold, `${text} ${number}`];
  }));
}

/** The folds that the reader opened or closed; whether they are open then. @returns {Record<string, boolean>} */
const changed = () => /** @type {Record<string, boolean>} */ (left_as('folds') ?? {});

function restore_folds() {
  if (Object.keys(changed()).length === 0) return;
  for (const [fold, name] of names()) fold.open = changed()[name] ?? fold.open;
}

function note_place() {
  if ((left_as('top') ?? 0) !== scrollY) leave_as('top', scrollY);
}

let clock = 0;
addEventListener('scroll', () => {
  clearTimeout(clock);
  clock = setTimeout(note_place, 200);
}, { passive: true });

/** Where the reader was, until they do anything here. */
let place_left = left_as('top');
for (const kind of ['wheel', 'pointerdown', 'keydown', 'popstate']) addEventListener(kind, () => { place_left = undefined; }, { passive: true });
// That place is known once all above it is laid out.
document.documentElement.classList.toggle('terug', place_left !== undefined);

/** Folds are as they were, and the reader is where they were: also for a script with parts that come later. */
export function come_back() {
  restore_folds();
  if (typeof place_left === 'number') scrollTo({ top: place_left, behavior: 'instant' });
}

/** @param {HTMLDetailsElement} fold that is opened or closed now */
function note_fold(fold) {
  const name = names().get(fold) ?? '';
  const { [name]: before, ...others } = changed();
  leave_as('folds', before === undefined ? { ...others, [name]: !fold.open } : others);
}

document.addEventListener('click', ({ target, defaultPrevented }) => {
  // Who follows a link may have scrolled just before.
  note_place();
  const fold = target instanceof Element && !defaultPrevented ? target.closest('summary')?.parentElement : null;
  if (fold instanceof HTMLDetailsElement) note_fold(fold);
});

/** Opens the folds around the place that the address names, and goes there. */
export function open_place() {
  const place = document.getElementById(location.hash.slice(1).split('&')[0]);
  let has_opened = false;
  for (let fold = place?.closest('details'); fold; fold = fold.parentElement?.closest('details')) {
    has_opened ||= !fold.open;
    fold.open = true;
  }
  if (has_opened) place?.scrollIntoView();
}

open_place();
addEventListener('hashchange', open_place);
restore_folds();
// What other scripts folded or opened by then.
addEventListener('DOMContentLoaded', come_back);
