// The one state of the reader: the list of schools (`s`, before the #) and what is looked for (behind the #, where no server sees
// it). It lives in the address and goes along with every link. The postcode goes along too, and leaves the address as soon as the
// page is there: it stands beside it in the history of the window, so that no address that is copied or sent holds it.

import { keep, kept, key } from './kept.js';

/** So many fit on the list; above it a list is no choice any more. */
export const most_on_list = 12;

/** What is never in an address that can be copied. */
const own = ['postcode', 'km'];
/** Values that say how schools are shown and not what is looked for. */
export const ways_to_show = ['volgorde', 'open', 'naast', 'verschil', ...own];
/** Before the #, what is not of this state: the question of a search and the kind of page. */
const of_search = ['s', 'q', 'wat'];

/** @param {string} value */
const is_plain = (value) => /^[a-z0-9_-]+$/.test(value);

/** @param {URLSearchParams} query */
function list_in(query) {
  const ids = query.getAll('s').flatMap((one) => one.split(',')).filter((id) => /^[a-z0-9-]+$/.test(id));
  return [...new Set(ids)].slice(0, most_on_list);
}

/**
 * "pagina-vragen&hulp=dyslexie,adhd": perhaps a place on the page, then values by name.
 * @param {string} fragment
 */
function read_fragment(fragment) {
  const parts = fragment.replace(/^#/, '').split('&').filter(Boolean);
  /** @type {Map<string, string[]>} */
  const values = new Map();
  for (const part of parts) {
    const [name, text = ''] = part.split('=');
    // Some programs for mail and messages write a comma as %2C.
    const all = text.split(/,|%2C/i).filter(is_plain);
    if (all.length > 0 && is_plain(name)) values.set(name, all);
  }
  return { place: parts.find((part) => !part.includes('=')) ?? '', values };
}

/** Addresses of before had everything before the #. @param {URLSearchParams} query */
function older_values(query) {
  /** @type {Map<string, string[]>} */
  const values = new Map();
  for (const name of new Set(query.keys())) {
    const all = query.getAll(name).flatMap((one) => one.split(',')).filter(is_plain);
    if (!of_search.includes(name) && is_plain(name) && all.length > 0) values.set(name, all);
  }
  return values;
}

let list = list_in(new URLSearchParams(location.search));
/** @type {Map<string, string[]>} */
let values = new Map([...older_values(new URLSearchParams(location.search)), ...read_fragment(location.hash).values]);

/** The ids of the entries on the list, in the order in which they were put there. */
export function shortlist() {
  return list;
}

/**
 * The values of `name`.
 * @param {string} name
 */
export function values_of(name) {
  return values.get(name) ?? [];
}

/** What links of the page say of what is looked for ("#hulp=dyslexie"), before any script adds what the reader chose. @type {Map<Element, Map<string, string[]>>} */
const said = new Map([...document.links].filter(({ hash }) => hash.includes('='))
  .map((link) => /** @type {[Element, Map<string, string[]>]} */ ([link, read_fragment(link.hash).values])));

/** @param {string} place @param {boolean} with_own @param {Map<string, string[]>} [also] */
function fragment_of(place, with_own, also = new Map()) {
  const both = new Map(values);
  for (const [name, all] of also) both.set(name, [...new Set([...values_of(name), ...all])]);
  const words = [...both].filter(([name, all]) => all.length > 0 && (with_own || !own.includes(name)))
    .map(([name, all]) => `${name}=${all.join(',')}`);
  return [place, ...words].filter(Boolean).join('&');
}

/**
 * @param {URL} url
 * @param {boolean} with_own
 * @param {Map<string, string[]>} [also]
 */
function put_state(url, with_own, also) {
  const query = url.searchParams;
  for (const name of older_values(query).keys()) query.delete(name);
  query.delete('s');
  if (list.length > 0) query.set('s', list.join(','));
  // Commas stay commas: an address that people send each other is read too.
  url.search = url.search.replace(/%2C/g, ',');
  // A sentence to go to stands last: only the browser reads it.
  const [fragment, sentence] = url.hash.split(':~:');
  url.hash = fragment_of(read_fragment(fragment).place, with_own, also) + (sentence ? `:~:${sentence}` : '');
  return url;
}

/**
 * The same address with the state, for a link of this site.
 * @param {string} href
 * @param {boolean} [with_own] also what no address that can be copied may hold
 * @param {Element} [link] the link itself: what it says by itself is added
 */
export function with_state(href, with_own = true, link = undefined) {
  const url = put_state(new URL(href, location.href), with_own, link && said.get(link));
  // Of this site, so without its host: on paper only addresses elsewhere are written out.
  return url.pathname + url.search + url.hash;
}

/** The address of this page, or of another one, for somebody else. @param {string} [href] */
export function shared_address(href = location.pathname) {
  return put_state(new URL(href, location.href), false).href;
}

const own_values = () => Object.fromEntries(own.map((name) => [name, values_of(name)]).filter(([, all]) => all.length > 0));

/** Whether the list and the choices are others than those that this device keeps: they came with an address, or were made before it kept any. */
let is_other = false;
export const is_other_list = () => is_other;

/** @param {'pushState' | 'replaceState'} way */
function write(way) {
  const url = put_state(new URL(location.href), false);
  // `mine` is null in a step from before this device kept anything. What others keep in the step is theirs.
  history[way]({ ...history.state, own: own_values(), mine: kept() ? !is_other : null }, '', url.pathname + url.search + url.hash);
}

export const everything = () => ({ list, values: Object.fromEntries(values) });

function remember() {
  if (kept() && !is_other) keep(everything());
}

/** The state that this device keeps, as far as it can be read. */
export function kept_state() {
  const state = kept();
  return state && {
    list: list_in(new URLSearchParams({ s: state.list.join(',') })),
    values: new Map(Object.entries(state.values).map(([name, all]) => [name, all.filter(is_plain)])),
  };
}

/** @typedef {{ list: string[], values: Map<string, string[]> }} State */

/** @param {State} mine */
function take(mine) {
  ({ list, values } = mine);
  is_other = false;
}

/** @param {State} mine */
const has_list_of = (mine) => [...list].sort().join() === [...mine.list].sort().join();

/** Whether a wish of `mine` would be lost if what is looked for now took its place. @param {State} mine */
const loses_wish = (mine) => [...mine.values].some(([name, all]) => !ways_to_show.includes(name) && all.some((one) => !values_of(name).includes(one)));

/** Whether something of `mine` would be lost if the state of now took its place. @param {State} mine */
const loses = (mine) => (mine.list.length > 0 && !has_list_of(mine)) || loses_wish(mine);

const name_mark = 'wegwijs:';

/** The list as it is now, and those that it took the place of in this window: in the name of the window, which goes when it is closed. */
const lists_of_window = () => (window.name.startsWith(name_mark) ? window.name.slice(name_mark.length).split('|') : []);

/** @param {string[]} ids */
function replace_list(ids) {
  const before = list.join(',');
  list = ids.slice(0, most_on_list);
  const now = list.join(',');
  const replaced = new Set(lists_of_window().slice(1).concat(before));
  replaced.delete(now);
  window.name = name_mark + [now, ...replaced].join('|');
}

/** Who comes back to an older page finds there the list of now, not the one that its address has. Says whether that is another one. */
function take_later_list() {
  const [now, ...replaced] = lists_of_window();
  if (!replaced.includes(list.join(','))) return false;
  list = list_in(new URLSearchParams({ s: now }));
  return true;
}

/** @param {string[]} ids */
export function set_shortlist(ids) {
  replace_list(ids);
  // No step back through every school that went on the list: "back" is for what was searched.
  write('replaceState');
  remember();
}

/**
 * Puts what is looked for into the state, as a new step of the history where it differs.
 * @param {Record<string, string[]>} changed by name; an empty list takes the name away
 */
export function set_values(changed) {
  const before = JSON.stringify([...values]);
  for (const [name, all] of Object.entries(changed)) {
    if (all.length > 0) values.set(name, all);
    else values.delete(name);
  }
  if (JSON.stringify([...values]) === before) return;
  write('pushState');
  remember();
}

/** Shows the list and the choices that this device keeps. */
export function return_to_kept() {
  const mine = kept_state();
  if (!mine) return;
  replace_list(mine.list);
  take(mine);
  write('replaceState');
}

/** Has the device keep `state` in the place of what it kept, and shows it. @param {import('./kept.js').Kept} state */
export function keep_instead(state) {
  const is_kept = keep(state);
  if (is_kept) return_to_kept();
  return is_kept;
}

/** Forgets the list and what is looked for, here and on the device. */
export function empty() {
  replace_list([]);
  values = new Map();
  write('pushState');
}

/** @param {unknown} state of a step of the history; null: not written by this script */
function take_own(state) {
  const written = state && typeof state === 'object' && 'own' in state ? /** @type {Record<string, string[]>} */ (state.own) : null;
  for (const [name, all] of Object.entries(written ?? {})) values.set(name, all);
  return written !== null;
}

/** Of a step of the history: whether this script wrote it, and whether the state was then the one of the device. @param {unknown} state */
function step_of(state) {
  const is_written = state !== null && typeof state === 'object' && 'own' in state;
  return { is_written, was_mine: is_written && 'mine' in state && typeof state.mine === 'boolean' ? state.mine : undefined };
}

/**
 * An address meets what this device keeps: it has the reader's own state, or another one, which takes the place of nothing.
 * @param {'new' | 'again' | 'back'} way how the reader came to this page
 * @param {boolean} has_later_list whether this window put another list in the place of the one in the address
 */
function meet_kept(way, has_later_list) {
  is_other = false;
  const mine = kept_state();
  if (!mine) return;
  const { was_mine } = step_of(history.state);
  const has_returned = was_mine === false && has_later_list && has_list_of(mine);
  if ((list.length === 0 && values.size === 0) || (was_mine && way === 'again') || has_returned) {
    take(mine);
    return;
  }
  // The list is one for all steps, and an address without a list says nothing of it.
  if (was_mine || list.length === 0) ({ list } = mine);
  for (const name of own) if (!values.has(name) && mine.values.has(name)) values.set(name, mine.values.get(name) ?? []);
  // Who comes back finds what was looked for then: that is no other one.
  is_other = !was_mine && !(was_mine === undefined && way !== 'new' && has_list_of(mine)) && loses(mine);
  if (has_list_of(mine)) remember();
}

/** What stands on the page follows the state. */
export function tell() {
  dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
  document.dispatchEvent(new CustomEvent('shortlist'));
}

/** What a step says of the reader's state, where this device keeps one. @param {State} mine @param {unknown} state @param {boolean} says_something */
function meet_step(mine, state, says_something) {
  const { is_written, was_mine } = step_of(state);
  if (was_mine) {
    ({ list } = mine);
    is_other = false;
  } else if (!is_written && says_something) {
    // An address that was put over this one.
    is_other = loses(mine);
  }
}

// A step back restores what was searched; the list is one for all steps.
addEventListener('popstate', (event) => {
  const { values: read } = read_fragment(location.hash);
  const { is_written, was_mine } = step_of(event.state);
  // A link to a place on this page says nothing of what is looked for, nor does a step with another list than the own one that the reader went back to.
  if (was_mine !== false || is_other) {
    if (is_written || read.size > 0) values = read;
    take_own(event.state);
  }
  const mine = event.isTrusted && kept_state();
  if (mine) meet_step(mine, event.state, read.size > 0);
  write('replaceState');
  if (mine) remember();
});

// A page that the browser kept as it was: its scripts do not run anew.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  meet_kept('back', take_later_list());
  write('replaceState');
  document.dispatchEvent(new CustomEvent('state'));
  document.dispatchEvent(new CustomEvent('shortlist'));
});

// What this device keeps is one for all windows: a choice in another one is a choice here. Who has another list here keeps it.
addEventListener('storage', (event) => {
  if (event.key !== null && event.key !== key) return;
  const mine = kept_state();
  const has_begun = event.oldValue === null;
  if (mine && !is_other && !(has_begun && list.length > 0 && loses(mine))) take(mine);
  else is_other = mine !== null && loses(mine);
  write('replaceState');
  if (is_other) document.dispatchEvent(new CustomEvent('state'));
  else tell();
});

take_own(history.state);
const [visit] = performance.getEntriesByType('navigation');
const visit_kind = visit instanceof PerformanceNavigationTiming ? visit.type : 'navigate';
const is_back = visit_kind === 'back_forward';
meet_kept(is_back ? 'back' : visit_kind === 'reload' ? 'again' : 'new', is_back && take_later_list());
const { place, values: in_fragment } = read_fragment(location.hash);
// The browser goes to a place only when its name stands alone, and once more when the page is whole. Who was here before is brought
// back by it to where they were.
if (place && in_fragment.size > 0 && visit_kind === 'navigate') {
  location.replace(`#${place}`);
  if (document.readyState !== 'complete') addEventListener('load', () => setTimeout(() => location.replace(`#${place}`)), { once: true });
}
write('replaceState');
