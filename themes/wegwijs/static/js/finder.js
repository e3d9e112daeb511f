// Puts the schools of the page into parts by what is known of them and what the reader looks for. The cards and the choices are the
// page's own; this script hides, moves and counts. What does not change is not written: a slow telephone pays for every write.

import { set_values, values_of } from './address.js';
import { answers_of, show_distance } from './card.js';
import { element, is_wide, the } from './elements.js';
import { come_back, leave_as, left_as } from './folds.js';
import { Narrowing, read_entry } from './narrowing.js';
import { chosen_boxes, facets, form, name_of, place_field, put, row_boxes, show_count, show_groups, with_open, within } from './filter_form.js';
import { counted, word } from './words.js';

/** So many schools of which nothing is known stand there at once. */
const few = 6;

const tools = the('[data-finder-tools]');
const order = /** @type {HTMLSelectElement} */ (the('select', tools));
const heading = the('#pagina-scholen');
const status = the('[data-finder-status]');
const chips = the('[data-finder-chips]');
const more = /** @type {HTMLButtonElement} */ (the('[data-more]'));
const show_button = the('[data-filter-show]', form);
const parts = new Map(['all', 'some', 'unplaced', 'open', 'denied'].map((name) => {
  const place = the(`[data-part="${name}"]`);
  return [/** @type {Part} */ (name), { place, list: the('ul', place), total: the('[data-part-total]', place) }];
}));
const level_fieldset = form.querySelector('fieldset[data-limits-claims]');
const level_field = level_fieldset instanceof HTMLElement ? level_fieldset.dataset.limitsClaims ?? '' : '';

/** @type {Map<string, string>} */
const level_names = new Map(facets.filter(({ field }) => field === level_field)
  .flatMap((facet) => facet.boxes.map((box) => /** @type {[string, string]} */ ([box.value, name_of(box)]))));

/** @type {Card[]} */
const cards = [...the('[data-finder-cards]').children].map((one, position) => {
  const card = /** @type {HTMLElement} */ (one);
  const { choices = '', claims = '', known = '0', place = '' } = card.dataset;
  return { card, position, entry: read_entry(choices, claims, Number(known), place), link: /** @type {HTMLAnchorElement} */ (the('a', card)) };
});
const narrowing = new Narrowing(cards.map(({ entry }) => entry), level_field,
  /** @type {Answer[]} */ ((form.dataset.answers ?? '').split(' ')));

/** From the reader to each postcode; null: the reader gave none, or one that is not known. @type {Map<string, number> | null} */
let away = null;

/** @param {HTMLInputElement} box @returns {Row} */
const row_of = (box) => ({ id: box.value, name: name_of(box) });

const all_rows = row_boxes.map(row_of);

/** @returns {Chosen} */
function selection() {
  /** @type {Map<string, Set<string>>} */
  const choices = new Map();
  for (const { field, boxes: options } of facets) {
    const chosen = options.filter((box) => box.checked).map((box) => box.value);
    if (chosen.length > 0) choices.set(field, new Set(chosen));
  }
  const most = Number(within?.value ?? '');
  const known = away;
  return {
    choices,
    rows: all_rows.filter((_, index) => row_boxes[index].checked),
    is_near: known && most > 0 ? ({ place }) => {
      const distance = known.get(place);
      return distance === undefined ? 'unknown' : distance <= most ? 'yes' : 'no';
    } : undefined,
  };
}

/** @param {Chosen} chosen */
function show_counts(chosen) {
  for (const { field, boxes: options } of facets) {
    const counts = narrowing.option_counts(chosen, field, options.map((box) => box.value));
    options.forEach((box, index) => show_count(box, counts[index]));
  }
  show_groups();
}

/** @param {Chosen} chosen */
function show_row_counts(chosen) {
  const counts = narrowing.row_counts(chosen, all_rows);
  row_boxes.forEach((box, index) => show_count(box, counts[index]));
}

/** What the cards say beside what the page gave them, so that only what changes is written. @type {Map<Card, { answers: string, away: Map<string, number> | null }>} */
const said = new Map();

/** @param {Card} one @param {Chosen} chosen @param {boolean} is_apart */
function show_answers(one, { rows, choices }, is_apart) {
  const levels = choices.get(level_field);
  const asked = rows.filter((row) => narrowing.answer(one.entry, row.id, levels) !== 'excluded');
  const answers = `${asked.map(({ id }) => id)} ${asked.length > 0 ? [...levels ?? [], is_apart] : ''}`;
  const before = said.get(one);
  if (before?.answers !== answers) {
    one.card.querySelector('.antwoorden')?.remove();
    const lines = answers_of(one, asked, levels, level_names, is_apart);
    if (lines.length > 0) (one.card.querySelector('[data-distance]') ?? one.link.parentElement)?.after(element('ul', { class: 'antwoorden kaal' }, ...lines));
  }
  if (before === undefined || before.away !== away) show_distance(one, away);
  said.set(one, { answers, away });
}

/** So many cards are laid out at once, so that a tap in between is answered; of those that come back the others when they come into view. */
const at_once = 12;

/**
 * Puts the cards before all others of the list; what stands where it belongs stays there.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} wanted
 */
function arrange(list, wanted) {
  let next = list.firstElementChild;
  let coming = 0;
  for (const card of wanted) {
    if (card === next) {
      next = next.nextElementSibling;
    } else {
      coming += 1;
      if (coming > at_once) card.style.contentVisibility = '';
      list.insertBefore(card, next);
    }
  }
}

/** @param {string} text @param {() => void} take_away */
function chip(text, take_away) {
  const button = element('button', { type: 'button', class: 'knop-2' }, text, element('span', { class: 'vh' }, ` ${word('remove')}`));
  button.addEventListener('click', () => {
    const position = [...chips.children].findIndex((item) => item.contains(button));
    take_away();
    changed();
    const next = chips.children[Math.min(position, chips.children.length - 1)]?.firstElementChild;
    (next instanceof HTMLElement ? next : heading).focus();
  });
  return element('li', {}, button);
}

let shown_chips = '';

function show_chips() {
  const all = chosen_boxes().map((box) => ({ name: name_of(box), take_away: () => { box.checked = false; } }));
  const limit = within;
  if (limit?.value && away) all.push({ name: `${limit.value} km`, take_away: () => { limit.value = ''; } });
  const names = all.map(({ name }) => name).join('\n');
  if (names === shown_chips) return;
  shown_chips = names;
  chips.replaceChildren(...all.map(({ name, take_away }) => chip(name, take_away)));
  chips.hidden = all.length === 0;
}

/** @param {Map<Part, number>} numbers @param {Chosen} chosen */
function sentence(numbers, chosen) {
  const wishes = chosen.rows.length;
  /** @param {Part} part */
  const number = (part) => numbers.get(part) ?? 0;
  const shown = number('all') + number('some') + (with_open.checked ? number('open') + number('unplaced') : 0);
  const found = number('all') + number('some') + number('open') + number('unplaced');
  const far = chosen.is_near ? narrowing.standings({ ...chosen, is_near: undefined }).filter((one) => one && one.part !== 'denied').length - found : 0;
  if (shown === cards.length && wishes === 0) return counted('all_found', shown);
  const first = wishes === 0 ? counted('found', number('all')) : wishes === 1 ? counted('stated', number('all'))
    : [counted('stated_all', number('all')), number('some') > 0 && counted('stated_some', number('some'))].filter(Boolean).join(' ');
  return [
    shown === 0 ? word('found_none') : first,
    number('unplaced') > 0 && counted('unplaced', number('unplaced')),
    number('open') > 0 && counted('open', number('open')),
    number('denied') > 0 && counted('denied', number('denied')),
    far > 0 && counted('far', far),
  ].filter(Boolean).join(' ');
}

/** The order within a part. @param {{ one: Card, stated: number }[]} some */
function sort(some) {
  /** @param {Card} one */
  const distance = (one) => away?.get(one.entry.place) ?? Infinity;
  const by_distance = order.value === 'afstand' && away !== null;
  return some.sort((left, right) => right.stated - left.stated
    || (by_distance && distance(left.one) !== distance(right.one) ? distance(left.one) - distance(right.one) : 0)
    || (order.value === 'bekend' ? right.one.entry.known - left.one.entry.known : 0)
    || left.one.position - right.one.position).map(({ one }) => one);
}

/** Of many schools of which nothing is known the first few, until the reader asks for all. @param {number} left */
function show_more(left) {
  more.hidden = left <= 0;
  more.textContent = counted('more', left);
}

/** @param {number} wishes */
const name_of_all = (wishes) => (wishes === 1 ? word('part_all') : wishes === 2 ? word('part_both') : word('part_every', { aantal: wishes }));

/** Schools of which the place is not known come before those that nobody looked at only when one of them says what is asked. @param {boolean} says */
function place_unplaced(says) {
  const [unplaced, open] = ['unplaced', 'open'].map((name) => the(`[data-part="${name}"]`));
  if ((unplaced.nextElementSibling === open) === says) return;
  if (says) open.before(unplaced);
  else open.after(unplaced);
}

/**
 * What stands in each part, in the order of the page.
 * @param {(Standing | null)[]} standings of the cards
 * @returns {Filled[]}
 */
function fill(standings) {
  return [...parts].map(([name, place]) => {
    const found = sort(cards.flatMap((one, index) => {
      const standing = standings[index];
      return standing?.part === name ? [{ one, stated: standing.stated }] : [];
    }));
    const is_shown = with_open.checked || (name !== 'open' && name !== 'unplaced');
    const is_folded = name === 'open' && !left_as('all');
    return { ...place, name, number: found.length, shown: is_shown ? found : [], unfolded: is_folded ? few : found.length };
  }).sort((left, right) => (left.place.compareDocumentPosition(right.place) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}

/** How high a card is at least, among short ones and among others, and how wide a column of cards, in letters of the page. */
const least = { short: 11, whole: 14, column: 20 };

/**
 * How many letters high the cards in view can be at most, and in how many columns; before anything is written, so that the browser knows.
 * Without the form beside the list a browser keeps in view the card that is there, however much comes above it.
 */
function room_in_view() {
  const letter = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const { bottom, width } = tools.getBoundingClientRect();
  return {
    height: bottom < 0 && !is_wide.matches ? Infinity : (innerHeight - bottom) / letter,
    columns: Math.max(1, Math.floor(width / letter / least.column)),
  };
}

/**
 * Puts the first cards of a part where they belong, and takes away what can be seen and does not belong there.
 * @param {Filled} part
 * @param {Chosen} chosen
 * @param {number} number so many cards; all: what cannot be seen is taken away too
 */
function show_part({ name, place, list, total, shown, unfolded }, chosen, number = Infinity) {
  const is_whole = number === Infinity;
  place.hidden = shown.length === 0;
  if (place.hidden && !is_whole) return;
  const belongs = new Set(shown.map(({ card }) => /** @type {Element} */ (card)));
  for (const child of [...list.children]) if (!belongs.has(child) && (is_whole || !child.hasAttribute('hidden'))) child.remove();
  for (const [index, one] of shown.entries()) {
    const is_folded = index >= unfolded;
    if ((is_folded || index < number) && one.card.hidden !== is_folded) one.card.hidden = is_folded;
    // What is folded is written when it is asked for.
    if (index < number && !is_folded) show_answers(one, chosen, name === 'open');
  }
  arrange(list, shown.slice(0, number).map(({ card }) => card));
  put(total, String(shown.length));
  if (name === 'open') show_more(shown.length - unfolded);
}

/** So long after a choice, in milliseconds, what is out of view comes: when its picture is there, and before anybody looks elsewhere. */
const pause = 300;

let clock = 0;
/** What the last choice changes out of view. @type {(() => void) | null} */
let show_rest = null;

function finish() {
  clearTimeout(clock);
  show_rest?.();
  show_rest = null;
}

// Who scrolls or prints sees the rest sooner.
for (const kind of ['scroll', 'beforeprint']) addEventListener(kind, finish, { passive: true });

/** Shows a choice where the reader looks, and the rest after a pause. @param {{ height: number, columns: number }} room */
function show_first(room) {
  const chosen = selection();
  const wishes = chosen.rows.length;
  const standings = narrowing.standings(chosen);
  place_unplaced(standings.some((one) => one?.part === 'unplaced' && one.stated > 0));
  const filled = fill(standings);
  let left = room.height;
  for (const part of filled) {
    const height = part.list.matches('.kort') ? least.short : least.whole;
    const rows = Math.min(Math.max(0, Math.ceil(left / height)), Math.ceil(Math.min(part.shown.length, part.unfolded) / room.columns));
    if (left > 0) show_part(part, chosen, rows * room.columns);
    // What comes into view is there in the first picture and not in the next.
    if (left > 0 && left < Infinity) for (const { card } of part.shown.slice(0, rows * room.columns)) card.style.contentVisibility = 'visible';
    left -= rows * height;
  }
  const total = filled.reduce((sum, { name, shown }) => sum + (name === 'denied' ? 0 : shown.length), 0);
  the('[data-part-heading]').hidden = wishes === 0;
  put(the('[data-part-name]'), name_of_all(wishes));
  the('[data-finder-why]').hidden = wishes === 0;
  the('[data-finder-explained]').hidden = wishes > 0;
  put(the('[data-finder-total]'), String(total));
  status.textContent = sentence(new Map(filled.map(({ name, number }) => [name, number])), chosen);
  put(show_button, counted('show', total));
  show_chips();
  show_counts(chosen);
  const has_rows_in_view = form.querySelector('[data-row-group][open]') !== null;
  if (has_rows_in_view) show_row_counts(chosen);
  show_rest = () => {
    for (const part of filled) show_part(part, chosen);
    if (!has_rows_in_view) show_row_counts(chosen);
  };
  clearTimeout(clock);
  clock = setTimeout(finish, pause);
}

/** Shows everything at once: a browser that goes back to a place on the page is to find it. */
function show() {
  show_first({ height: Infinity, columns: 1 });
  finish();
}

const wrong = form.querySelector('[data-place-wrong]');
const again = /** @type {HTMLButtonElement | null} */ (form.querySelector('[data-place-again]'));

/** @param {string} text */
function say_of_place(text) {
  if (wrong) wrong.textContent = text;
  place_field?.setAttribute('aria-invalid', String(text !== ''));
}

let latest = 0;

/** Reckons the distances from the postcode of the reader. */
async function measure() {
  const turn = ++latest;
  const [home = ''] = values_of('postcode');
  const pattern = place_field?.closest('fieldset')?.dataset.places ?? '';
  if (!place_field || home === '') away = null;
  say_of_place('');
  if (again) again.hidden = true;
  if (place_field && home !== '') {
    try {
      // For who gives a postcode only.
      const { distances } = await import('./distance.js');
      const found = await distances(pattern, home, cards.map(({ entry }) => entry.place).filter(Boolean));
      if (turn !== latest) return;
      away = found;
      if (away === null) say_of_place(word('place_unknown'));
    } catch {
      if (turn !== latest) return;
      away = null;
      say_of_place(word('place_failed'));
      if (again) again.hidden = false;
    }
  }
  const by_distance = the('option[value=afstand]', order);
  by_distance.hidden = away === null;
  if (within) /** @type {HTMLElement} */ (within.closest('label')).hidden = away === null;
  read_address();
  show();
  come_back();
}

/** Takes the choices from the state. A value that is no choice here is passed over. */
function read_address() {
  for (const box of [...facets.flatMap((facet) => facet.boxes), ...row_boxes]) box.checked = values_of(box.name).includes(box.value);
  with_open.checked = !values_of('open').includes('nee');
  const [wanted = ''] = values_of('volgorde');
  order.value = [...order.options].some(({ value, hidden }) => value === wanted && !hidden) ? wanted : '';
  if (within) within.value = away ? values_of('km')[0] ?? '' : '';
  if (place_field && document.activeElement !== place_field) [place_field.value = ''] = values_of('postcode');
}

function changed() {
  const groups = [...facets.map((facet) => facet.boxes), row_boxes];
  set_values({
    ...Object.fromEntries(groups.filter((options) => options.length > 0)
      .map((options) => [options[0].name, options.filter((box) => box.checked).map((box) => box.value)])),
    open: with_open.checked ? [] : ['nee'],
    volgorde: order.value ? [order.value] : [],
    km: within?.value ? [within.value] : [],
  });
  show_first(room_in_view());
}

/** What stands in the field of the postcode. */
const written_place = () => (place_field?.value ?? '').trim();

place_field?.addEventListener('input', () => {
  const digits = written_place().match(/^([1-9]\d{3})\s*[a-z]{0,2}$/i)?.[1] ?? '';
  if (written_place() !== '' && digits === '') return;
  if ((values_of('postcode')[0] ?? '') === digits) {
    if (digits === '') say_of_place('');
    return;
  }
  set_values({ postcode: digits ? [digits] : [], km: [], volgorde: digits ? ['afstand'] : [] });
  measure();
});
place_field?.addEventListener('change', () => {
  if (!/^([1-9]\d{3}\s*[a-z]{0,2})?$/i.test(written_place())) say_of_place(word('place_digits'));
});
again?.addEventListener('click', measure);
form.addEventListener('change', (event) => {
  const field = event.target instanceof HTMLElement ? event.target : null;
  if (field !== place_field) changed();
});
order.addEventListener('change', changed);
more.addEventListener('click', () => {
  const first = parts.get('open')?.list.children[few]?.querySelector('a');
  leave_as('all', true);
  show();
  if (first instanceof HTMLElement) first.focus();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  document.dispatchEvent(new CustomEvent('filter-done'));
  heading.focus();
  heading.scrollIntoView({ block: 'start' });
});
the('[data-finder-reset]', form).addEventListener('click', (event) => {
  event.preventDefault();
  for (const box of chosen_boxes()) box.checked = false;
  with_open.checked = true;
  if (within) within.value = '';
  changed();
});
addEventListener('popstate', () => {
  measure();
});

the('[data-finder-links]').hidden = true;
form.hidden = false;
tools.hidden = false;
read_address();
if (values_of('postcode').length > 0) measure();
show();

/** What the style sheet leaves until it is in view. Where every card is laid out a choice is quicker; a tap in between is answered. @param {number} from */
function lay_out(from) {
  for (const { card } of cards.slice(from, from + at_once)) card.style.contentVisibility = 'visible';
  if (from + at_once < cards.length) setTimeout(() => lay_out(from + at_once));
}
// For who begins to choose; and for who scrolls, so that they come back to the same place. The first picture is not kept waiting.
for (const kind of ['pointerover', 'focusin']) form.addEventListener(kind, () => setTimeout(() => lay_out(0), pause), { once: true });
addEventListener('scroll', () => setTimeout(() => lay_out(0)), { once: true, passive: true });
