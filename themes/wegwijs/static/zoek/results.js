// The page with the results of the search.

import { ask, lists_of_apart, most_at_first, stem, words } from './search.js';

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/// text in parts: those that are words of the query, in the form of the text, are marked.
function with_marks(text, stems) {
  return text.split(/([\p{L}\p{N}'’]+)/u)
    .map((part) => (words(part).some((word) => stems.has(stem(word))) ? element('mark', part) : part));
}

function result_item(result, stems, has_kind) {
  const link = element('a', ...with_marks(result.title, stems));
  link.href = new URL('..' + result.address, import.meta.url) + (result.fragment && '#' + result.fragment);
  const item = element('li', element('h3', link), element('p', ...with_marks(result.line, stems)));
  const small = [has_kind && result.kind, result.facts].filter(Boolean).join(' · ');
  if (small) item.appendChild(element('p', small)).className = 'klein stil';
  return item;
}

/// What an address says of a kind: its name without spaces and capitals.
const in_address = (name) => words(name).join('-');

/// Shows the results of what stands in field, and of what is typed from now on.
export function start(field) {
  const place = document.getElementById('resultaten');
  if (place.dataset.ready) return;
  place.dataset.ready = 'yes';
  const status = document.getElementById('zoek-status');
  const list = document.getElementById('zoek-lijst');
  const text_of = place.dataset;
  const page_title = document.title;
  const headings = [...document.querySelectorAll('h1, .pad [aria-current]')];
  const own_heading = headings[0].textContent;
  let turn = 0;
  let most = most_at_first;
  let kind = '';

  const show = async (is_typing) => {
    const query = field.value.trim();
    const mine = ++turn;
    let found;
    try {
      found = query && await ask(query, { is_typing, most, kind });
    } catch {
      // Asked anew at the next letter; the list from A to Z is there.
      document.documentElement.classList.remove('gevraagd');
      status.textContent = text_of.failed;
      return;
    }
    // A reader who typed on is answered by the later turn; until the answer is there, the list is.
    if (mine !== turn) return;
    document.title = query ? query + ' - ' + page_title : page_title;
    for (const heading of headings) heading.textContent = query ? text_of.title : own_heading;
    list.hidden = query !== '';
    document.documentElement.classList.remove('gevraagd');
    place.hidden = !query;
    place.replaceChildren(...(query ? shown_parts(query, found) : []));
    status.textContent = query && text_of[['none', 'one'][found.count] ?? 'many']
      .replace('{aantal}', found.count).replace('{vraag}', () => query);
  };

  const copy_of = (id) => document.getElementById(id).content.cloneNode(true);
  const search_link = (text, query, name) => {
    const link = element('a', text);
    link.href = '?q=' + encodeURIComponent(query) + (name ? '&wat=' + in_address(name) : '');
    return link;
  };

  const label_of = (name) => (name === lists_of_apart ? text_of.lists : name);

  /// The kinds of pages to choose from, each with its number.
  const kinds_to_choose = (query, kinds) => {
    const all = [...kinds].sort(([, left], [, right]) => right - left).slice(0, 8);
    const sum = [...kinds.values()].reduce((total, number) => total + number, 0);
    const items = [['', sum], ...all].map(([name, number]) => {
      const link = search_link(label_of(name) || text_of.all, query, label_of(name));
      link.append(' ', element('span', `(${number})`));
      link.lastChild.className = 'stil';
      if (name === kind) link.setAttribute('aria-current', 'true');
      link.onclick = (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        kind = name;
        most = most_at_first;
        write_address('pushState');
        show(false).then(() => place.querySelector('nav [aria-current]')?.focus());
      };
      return element('li', link);
    });
    const rows = element('ul', ...items);
    rows.className = 'waarden kaal';
    const nav = element('nav', rows);
    nav.setAttribute('aria-label', text_of.kinds);
    return nav;
  };

  /// What is said of places: whether the site has schools there.
  const place_text = ({ name, count, elsewhere, unplaced }) => text_of[['placeNone', 'placeOne'][count] ?? 'place']
    .replace('{plaats}', () => name).replace('{aantal}', count).replace('{andere}', () => elsewhere).replace('{onbekend}', unplaced);

  const section_of = (group, stems) => {
    const items = element('ul', ...group.results.map((result) => result_item(result, stems, !group.label)));
    items.className = 'lijst kaal';
    const heading_text = kind && !group.label ? label_of(kind) : group.label || text_of.pages;
    const title = element('h2', `${heading_text} (${group.count})`);
    const section = element('section', title, items);
    if (group.results.length < group.count) {
      const button = element('button', text_of.more, element('span', `: ${heading_text}`));
      button.lastChild.className = 'vh';
      button.onclick = async () => {
        most += 20;
        await show(false);
        const same = [...place.querySelectorAll('section')].find((one) => one.firstChild.textContent === title.textContent);
        same?.querySelectorAll('h3 a')[group.results.length]?.focus();
      };
      section.append(button);
    }
    return section;
  };

  const nothing_found = (query) => {
    const parts = copy_of('zoek-niets');
    const mail = parts.querySelector('a[href^="mailto:"]');
    if (mail) mail.href += `?subject=${encodeURIComponent(text_of.mailSubject)}&body=${encodeURIComponent(text_of.mailBody.replace('{vraag}', () => query))}`;
    return parts;
  };

  const shown_parts = (query, { groups, count, kinds, meant, unknown, unsure, small, places, stems }) => {
    const parts = unknown.length ? [element('p', text_of.unknown.replace('{woorden}', () => unknown.map((word) => `‘${word}’`).join(', ')))] : [];
    for (const one of places) parts.push(element('p', place_text(one)));
    if (small) parts.push(element('p', text_of.small));
    if (!count) return [...parts, copy_of('zoek-praat'), nothing_found(query)];
    if (unsure) parts.push(element('p', text_of.unsure), copy_of('zoek-praat'));
    if (meant.size) {
      const better = words(query).map((word) => meant.get(word) ?? word).join(' ');
      parts.push(element('p', text_of.meant + ' ', search_link(better, better), '?'));
    }
    if (kinds.size > 1) parts.push(kinds_to_choose(query, kinds));
    const columns = element('div', ...groups.map((group) => section_of(group, stems)));
    columns.className = 'zoek-kolommen';
    return [...parts, columns];
  };

  const read_address = async () => {
    const asked = new URLSearchParams(location.search);
    field.value = asked.get('q') ?? '';
    kind = '';
    const wanted = asked.get('wat');
    if (wanted && field.value) {
      const { kinds } = await ask(field.value, {}).catch(() => ({ kinds: new Map() }));
      kind = [...kinds.keys()].find((name) => in_address(label_of(name)) === wanted) ?? '';
    }
    return show(false);
  };
  // What else the address says (the list of a reader, wishes) stays.
  const write_address = (write) => {
    const query = field.value.trim();
    const others = location.search.slice(1).split('&').filter((part) => part && !/^(q|wat)=/.test(part));
    const parts = query ? ['q=' + encodeURIComponent(query), ...kind ? ['wat=' + in_address(label_of(kind))] : [], ...others] : others;
    history[write](history.state, '', location.pathname + (parts.length > 0 ? '?' + parts.join('&') : '') + location.hash);
  };

  let waiting;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    most = most_at_first;
    kind = '';
    waiting = setTimeout(() => {
      write_address('replaceState');
      show(true);
    }, 150);
  });
  field.form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    kind = '';
    write_address('pushState');
    show(false);
  });
  addEventListener('popstate', read_address);
  addEventListener('keydown', (event) => {
    const stops = [field, ...place.querySelectorAll('h3 a')];
    const from = stops.indexOf(document.activeElement);
    if (from < 0 || place.hidden || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, Escape: -from }[event.key];
    if (!step || !stops[from + step]) return;
    event.preventDefault();
    stops[from + step].focus();
  });
  // A reader may have typed before this script came.
  if (!field.value) {
    ask('').catch(() => {});
    return read_address();
  }
  write_address('replaceState');
  return show(true);
}
