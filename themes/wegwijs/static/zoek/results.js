// The page with the results of the search.

import { element, the } from '../js/elements.js';
import { leave_as, left_as } from '../js/folds.js';
import { ask, lists_of_apart, most_at_first, stem, words } from './search.js';

/** text in parts: those that are words of the query, in the form of the text, are marked. @param {string} text @param {Set<string>} stems */
function with_marks(text, stems) {
  return text.split(/([\p{L}\p{N}'’]+)/u)
    .map((part) => (words(part).some((word) => stems.has(stem(word))) ? element('mark', {}, part) : part));
}

/** @param {SearchResult} result @param {Set<string>} stems @param {boolean} has_kind */
function result_item(result, stems, has_kind) {
  const href = new URL('..' + result.address, import.meta.url) + (result.fragment && '#' + result.fragment);
  const own = result.language ? { lang: result.language, dir: 'auto' } : {};
  const item = element('li', {}, element('h3', {}, element('a', { href, ...own }, ...with_marks(result.title, stems))),
    element('p', own, ...with_marks(result.line, stems)));
  const small = [has_kind && result.kind, result.facts].filter(Boolean).join(' · ').replaceAll(' · ', '\u00a0· ');
  if (small) item.append(element('p', { class: 'klein stil' }, small));
  return item;
}

/** @type {Map<string, number>} */
const no_kinds = new Map();

/** @param {Element | null | undefined} one */
function focus_on(one) {
  if (one instanceof HTMLElement) one.focus();
}

/** What an address says of a kind: its name without spaces and capitals. @param {string} name */
const in_address = (name) => words(name).join('-');

/** Shows the results of what stands in field, and of what is typed from now on. @param {HTMLInputElement} field */
export function start(field) {
  const place = the('#resultaten');
  if (place.dataset.ready) return;
  place.dataset.ready = 'yes';
  const status = the('#zoek-status');
  const list = the('#zoek-lijst');
  /** The words of the page for this script; one that is not there is empty. @param {string} name @param {Record<string, string | number>} [values] */
  const say = (name, values = {}) => (place.dataset[name] ?? '').replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
  const page_title = document.title;
  const headings = [...document.querySelectorAll('h1, .pad [aria-current]')];
  const own_heading = headings[0].textContent;
  const in_menu = document.querySelector('.hoofdmenu [aria-current]');
  let turn = 0;
  /** So many results of a part are shown; who comes back finds as many. */
  let most = Number(left_as('most') ?? most_at_first);
  /** @param {number} number */
  const show_at_most = (number) => {
    if (number !== most) leave_as('most', most = number);
  };
  let kind = '';

  /** @param {boolean} is_typing */
  const show = async (is_typing) => {
    const query = field.value.trim();
    const mine = ++turn;
    let found;
    try {
      found = query ? await ask(query, { is_typing, most, kind }) : null;
    } catch {
      if (mine !== turn) return;
      // Asked anew at the next letter; the list from A to Z is there, and no answer to another question.
      document.documentElement.classList.remove('gevraagd');
      document.title = page_title;
      place.hidden = true;
      list.hidden = false;
      status.textContent = say('failed');
      return;
    }
    // A reader who typed on is answered by the later turn; until the answer is there, the list is.
    if (mine !== turn) return;
    document.title = found ? `${query} - ${page_title.replace(own_heading, say('title'))}` : page_title;
    for (const heading of headings) heading.textContent = found ? say('title') : own_heading;
    if (found) in_menu?.removeAttribute('aria-current');
    else in_menu?.setAttribute('aria-current', 'page');
    list.hidden = query !== '';
    document.documentElement.classList.remove('gevraagd');
    place.hidden = !found;
    place.replaceChildren(...(found ? shown_parts(query, found) : []));
    status.textContent = found ? say(['none', 'one'][found.count] ?? 'many', { aantal: found.count, vraag: query }) : '';
  };

  /** @param {string} id */
  const copy_of = (id) => document.importNode(/** @type {HTMLTemplateElement} */ (the(`#${id}`)).content, true);
  /** @param {string} text @param {string} query @param {string} [name] */
  const search_link = (text, query, name) => element('a', { href: '?q=' + encodeURIComponent(query) + (name ? '&wat=' + in_address(name) : '') }, text);

  /** @param {string} name */
  const label_of = (name) => (name === lists_of_apart ? say('lists') : name);

  /** The kinds of pages to choose from, each with its number. @param {string} query @param {Map<string, number>} kinds */
  const kinds_to_choose = (query, kinds) => {
    const all = [...kinds].sort(([, left], [, right]) => right - left).slice(0, 8);
    const sum = [...kinds.values()].reduce((total, number) => total + number, 0);
    /** @type {[string, number][]} */
    const choices = [['', sum], ...all];
    const items = choices.map(([name, number]) => {
      const link = search_link(label_of(name) || say('all'), query, label_of(name));
      link.append(' ', element('span', { class: 'stil' }, `(${number})`));
      if (name === kind) link.setAttribute('aria-current', 'true');
      link.onclick = (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        kind = name;
        write_address('pushState');
        show_at_most(most_at_first);
        show(false).then(() => focus_on(place.querySelector('nav [aria-current]')));
      };
      return element('li', {}, link);
    });
    return element('nav', { 'aria-label': say('kinds') }, element('ul', { class: 'waarden kaal' }, ...items));
  };

  /** What is said of places: whether the site has schools there. @param {SearchAnswer['places'][number]} place */
  const place_text = ({ name, count, elsewhere, unplaced }) =>
    say(['placeNone', 'placeOne'][count] ?? 'place', { plaats: name, aantal: count, andere: elsewhere, onbekend: unplaced });

  /** @param {SearchGroup} group @param {Set<string>} stems */
  const section_of = (group, stems) => {
    const items = element('ul', { class: 'lijst kaal' }, ...group.results.map((result) => result_item(result, stems, !group.label)));
    const heading_text = kind && !group.label ? label_of(kind) : group.label || say('pages');
    const title = element('h2', {}, `${heading_text} (${group.count})`);
    const section = element('section', {}, title, items);
    if (group.results.length < group.count) {
      const button = element('button', {}, say('more'), element('span', { class: 'vh' }, `: ${heading_text}`));
      button.onclick = async () => {
        show_at_most(most + 20);
        await show(false);
        const same = [...place.querySelectorAll('section')].find((one) => one.firstChild?.textContent === title.textContent);
        focus_on(same?.querySelectorAll('h3 a')[group.results.length]);
      };
      section.append(button);
    }
    return section;
  };

  /** @param {string} query */
  const nothing_found = (query) => {
    const parts = copy_of('zoek-niets');
    /** @type {HTMLAnchorElement | null} */
    const mail = parts.querySelector('a[href^="mailto:"]');
    if (mail) mail.href += `?subject=${encodeURIComponent(say('mailSubject'))}&body=${encodeURIComponent(say('mailBody', { vraag: query }))}`;
    return parts;
  };

  /** @param {string} query @param {SearchAnswer} answer */
  const shown_parts = (query, { groups, count, kinds, meant, unknown, unsure, small, places, stems }) => {
    /** @type {Node[]} */
    const parts = unknown.length ? [element('p', {}, say('unknown', { woorden: unknown.map((word) => `‘${word}’`).join(', ') }))] : [];
    for (const one of places) parts.push(element('p', {}, place_text(one)));
    if (small) parts.push(element('p', {}, say('small')));
    if (!count) return [...parts, copy_of('zoek-praat'), nothing_found(query)];
    if (unsure) parts.push(element('p', {}, say('unsure')), copy_of('zoek-praat'));
    if (meant.size) {
      const better = words(query).map((word) => meant.get(word) ?? word).join(' ');
      parts.push(element('p', {}, say('meant') + ' ', search_link(better, better), '?'));
    }
    if (kinds.size > 1) parts.push(kinds_to_choose(query, kinds));
    return [...parts, element('div', { class: 'zoek-kolommen' }, ...groups.map((group) => section_of(group, stems)))];
  };

  const read_address = async () => {
    const asked = new URLSearchParams(location.search);
    field.value = asked.get('q') ?? '';
    kind = '';
    const wanted = asked.get('wat');
    if (wanted && field.value) {
      const { kinds } = await ask(field.value, {}).catch(() => ({ kinds: no_kinds }));
      kind = [...kinds.keys()].find((name) => in_address(label_of(name)) === wanted) ?? '';
    }
    return show(false);
  };
  // What else the address says (the list of a reader, wishes) stays.
  /** @param {'pushState' | 'replaceState'} write */
  const write_address = (write) => {
    const query = field.value.trim();
    const others = location.search.slice(1).split('&').filter((part) => part && !/^(q|wat)=/.test(part));
    const parts = query ? ['q=' + encodeURIComponent(query), ...kind ? ['wat=' + in_address(label_of(kind))] : [], ...others] : others;
    history[write](history.state, '', location.pathname + (parts.length > 0 ? '?' + parts.join('&') : '') + location.hash);
  };

  /** @type {number | undefined} */
  let waiting;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    show_at_most(most_at_first);
    kind = '';
    waiting = setTimeout(() => {
      write_address('replaceState');
      show(true);
    }, 150);
  });
  field.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    kind = '';
    write_address('pushState');
    show(false);
  });
  addEventListener('popstate', read_address);
  addEventListener('keydown', (event) => {
    const stops = [field, ...place.querySelectorAll('h3 a')];
    const from = stops.findIndex((one) => one === document.activeElement);
    if (from < 0 || place.hidden || event.isComposing) return;
    /** @type {Record<string, number>} */
    const steps = { ArrowDown: 1, ArrowUp: -1, Escape: -from };
    const step = steps[event.key];
    if (!step || !stops[from + step]) return;
    event.preventDefault();
    focus_on(stops[from + step]);
  });
  // A reader may have typed before this script came.
  if (!field.value) {
    ask('').catch(() => {});
    return read_address();
  }
  write_address('replaceState');
  return show(true);
}
