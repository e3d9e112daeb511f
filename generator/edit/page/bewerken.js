// The page on which the team edits: a list of what there is, a form for one entry, and the page as it is built.

import { ask_for_new, ask_for_picture, ask_to_remove, ask_to_rename, show_conflict } from './vensters.js';
import { button, element, same } from './element.js';
import { Refusal, after_each_build, as_refusal, ask, forget_choices, send, take_key } from './gesprek.js';
import { FormMaker } from './velden.js';
import { show_deliveries } from './aanleveringen.js';
import { table_form } from './tabel.js';

const the = (selector) => document.querySelector(selector);
const content = the('[data-content]');
const bar = the('[data-bar]');
const state = the('[data-state]');
const save_button = the('[data-save]');
const undo_button = the('[data-undo]');
const preview = the('[data-preview]');
const frame = the('[data-frame]');
const search = the('#zoek');
const quiet_ms = 700;

let overview = null;
let open_form = null; // of the entry that is shown
let made = []; // the numbers of what was changed at once, the last one last: it can be undone until something else changes

const clock = () => new Date().toLocaleTimeString('nl-NL', { hour: '2-digit', minute: '2-digit' }).replace(':', '.');
const address_of_entry = (collection, name, field) => `#/stuk/${collection}/${name}${field ? `/${field}` : ''}`;
const counted = (count, one, more) => `${count} ${count === 1 ? one : more}`;

function tell(...words) {
  bar.hidden = false;
  save_button.hidden = !open_form;
  state.replaceChildren(...words);
}

/// Tells what was done, with the way back.
function tell_done(numbers, ...words) {
  made = numbers;
  tell(...words);
  undo_button.textContent = 'Maak ongedaan';
  undo_button.hidden = made.length === 0;
}

let undo_leads_to = ''; // empty: to the entry

async function take_back() {
  let back = null;
  try {
    while (made.length > 0) {
      back = await send('terug', { nummer: made.at(-1) });
      made.pop();
    }
    const tell_back = () => tell(element('b', {}, 'Ongedaan gemaakt.'), ' Alles is zoals het was.');
    if (undo_leads_to !== '' && location.hash === undo_leads_to) {
      shown = '';
      tell_after = tell_back;
      await show();
    } else {
      await opened(back.verzameling, back.naam, tell_back);
    }
  } catch (thrown) {
    tell(element('b', {}, 'Niet ongedaan gemaakt.'), ` ${as_refusal(thrown).message}`);
  }
}

function show_refusal(refusal) {
  content.replaceChildren(element('h1', {}, 'Dit lukt nu niet'), element('p', { role: 'alert' }, refusal.message));
  bar.hidden = true;
  preview.hidden = true;
}

// The list

function marks_of(entry) {
  const marks = [];
  if (entry.staat) marks.push(element('span', { class: 'vlag' }, entry.staat.soort));
  if (entry.fouten) marks.push(element('span', { class: 'vlag erg' }, counted(entry.fouten, 'fout', 'fouten')));
  else if (entry.tips) marks.push(element('span', { class: 'vlag' }, counted(entry.tips, 'tip', 'tips')));
  return marks;
}

const entry_link = (collection, entry) => element('li', {}, element('a', { href: address_of_entry(collection.naam, entry.naam) }, element('span', {}, entry.titel), ...marks_of(entry)));

const searched = (text) => text.toLocaleLowerCase('nl').normalize('NFD').replace(/\p{M}/gu, '');

function show_collections() {
  const wanted = searched(search.value.trim());
  const list = the('[data-collections]');
  const here = decodeURIComponent(location.hash).split('/')[2];
  if (wanted === '') {
    list.replaceChildren(...overview.verzamelingen.map((one) => element('li', {}, element('a', { href: `#/verzameling/${one.naam}`, 'aria-current': one.naam === here ? 'true' : null }, element('span', {}, one.label), element('b', {}, String(one.stukken.length))))));
    the('[data-found]').textContent = '';
    return;
  }
  const found = overview.verzamelingen.flatMap((collection) => collection.stukken.filter((entry) => searched(`${entry.titel} ${entry.naam}`).includes(wanted)).map((entry) => ({ collection, entry })));
  the('[data-found]').textContent = counted(found.length, 'gevonden', 'gevonden');
  list.replaceChildren(...found.slice(0, 50).map(({ collection, entry }) => entry_link(collection, entry)));
}

async function refresh_overview() {
  overview = await ask('overzicht');
  the('[data-site]').textContent = overview.titel;
  the('[data-preview-home]').setAttribute('href', `${overview.voorvoegsel}/`);
  show_collections();
}

function show_collection(name) {
  const collection = overview.verzamelingen.find((one) => one.naam === name);
  if (!collection) {
    show_start();
    return;
  }
  const is_empty = collection.stukken.length === 0;
  content.replaceChildren(
    element('h1', {}, collection.label),
    collection.tabel ? '' : element('p', { class: 'knoppen' }, button(`${collection.een}: nieuw stuk`, () => ask_for_new(collection, opened_new), { class: 'knop' })),
    is_empty ? element('p', {}, 'Hier is nog niets.') : element('ul', { class: 'telt' }, collection.stukken.map((entry) => entry_link(collection, entry))));
}

async function show_start() {
  content.replaceChildren(element('h1', {}, 'Wat vraagt aandacht?'), element('p', { role: 'status' }, 'Even kijken…'));
  const { aandacht } = await ask('aandacht');
  const kinds = aandacht.map(({ soort, titel, stukken }) => element('details', { class: 'aandacht', open: ['fouten', 'gaat-weg'].includes(soort) },
    element('summary', {}, element('h2', {}, titel), ' ', element('b', {}, String(stukken.length))),
    element('ul', { class: 'telt' }, stukken.slice(0, 200).map((one) => element('li', {}, element('a', { href: address_of_entry(one.verzameling, one.naam, one.veld) }, element('span', {}, one.titel), element('span', { class: 'stil' }, one.over ? `${one.over}${one.aantal > 1 ? ` en ${one.aantal - 1} meer` : ''}` : String(one.aantal ?? ''))))))));
  content.replaceChildren(element('h1', {}, 'Wat vraagt aandacht?'), kinds.length === 0 ? element('p', {}, 'Niets: alles is ingevuld en klopt.') : element('div', {}, kinds));
}

// The form of one entry

class EntryForm {
  constructor(entry) {
    this.entry = entry;
    this.editors = new Map();
    this.messages = [];
    this.maker = new FormMaker(entry);
    this.timer = 0;
    this.tables = entry.tabellen.map((table) => table_form(table, () => this.changed()));
  }

  get query() {
    return { verzameling: this.entry.verzameling, naam: this.entry.naam };
  }

  build(values = this.entry.waarden, text = this.entry.tekst) {
    const { entry } = this;
    this.form = element('form', { novalidate: true, 'aria-labelledby': 'kop', oninput: () => this.changed(), onchange: () => this.changed(), onclick: (event) => event.target.closest('button') && this.changed(), onsubmit: (event) => { event.preventDefault(); this.save(); } });
    this.summary = element('div', { 'data-summary': true });
    const heading = element('div', {}, element('p', { class: 'wijzer' }, entry.een), element('h1', { id: 'kop' }, entry.titel),
      element('p', { class: 'stil' }, entry.adres ? `Adres: ${entry.adres}. ` : '', `Bestand: ${entry.pad}`),
      entry.staat ? element('p', { class: 'raadzin' }, `Niet op de site: dit ${entry.staat.tekst}.`) : '');
    this.form.append(heading, this.summary);
    if (entry.bestand !== undefined) this.build_whole_file();
    else if (entry.velden) this.build_fields(values);
    if (entry.tekst !== undefined) this.build_text(text);
    for (const table of this.tables) this.form.append(table.node);
    if (entry.velden || entry.bestand !== undefined) this.form.append(element('p', { class: 'knoppen' },
      entry.velden ? button('Verander het adres', () => ask_to_rename(entry, opened_renamed)) : '', entry.velden ? button('Verwijder', () => ask_to_remove(entry, (number) => opened_removed(entry.verzameling, number))) : ''));
    content.replaceChildren(this.form);
    this.before = this.snapshot();
  }

  build_fields(values) {
    // What is in no group comes first where the title is among it.
    const rest = { id: undefined, label: this.entry.velden[0].groep === undefined ? 'Het stuk zelf' : 'Verder' };
    const groups = rest.label === 'Verder' ? [...(this.entry.groepen ?? []), rest] : [rest, ...(this.entry.groepen ?? [])];
    const sections = new Map(groups.map((group) => [group.id, []]));
    const publishing = [];
    // The sources first: the other fields choose out of them.
    const ordered = [...this.entry.velden].sort((left, right) => Number(right.soort === 'sources') - Number(left.soort === 'sources'));
    for (const field of ordered) this.editors.set(field.id, this.maker.editor(field, values?.[field.id]));
    for (const field of this.entry.velden) {
      if (field.uitgerekend && values?.[field.id] === undefined) continue;
      const editor = this.editors.get(field.id);
      editor.node.dataset.veld = field.id;
      const section = sections.get(field.groep) ?? sections.get(undefined) ?? [];
      (field.publiceren ? publishing : section).push(editor.node);
    }
    const filled = (nodes) => nodes.filter((node) => this.editors.get(node.dataset.veld).read() !== undefined).length;
    const add = (label, nodes, is_open, help) => {
      if (nodes.length === 0) return;
      this.form.append(element('details', { class: 'groep', open: is_open }, element('summary', {}, element('h2', {}, label), ' ', element('span', { class: 'stil' }, `${filled(nodes)} van ${nodes.length} ingevuld`)), help ? element('p', { class: 'hulp' }, help) : '', nodes));
    };
    const many = this.entry.velden.length > 30;
    for (const group of groups) add(group.label, sections.get(group.id), !many || group === groups[0], group.hulp);
    add('Op de site: klad, dagen en adres', publishing, false);
  }

  build_text(text) {
    const control = element('textarea', { id: 'tekst', rows: 18, class: 'lang' });
    control.value = text;
    const node = element('div', { class: 'veld', 'data-veld': 'tekst' }, element('label', { for: 'tekst' }, 'Tekst'),
      element('span', { class: 'hulp', id: 'tekst-h' }, 'Een kop is ## ervoor, een lijst is - ervoor, een link is [woorden](/adres/).'), control,
      overview.bestanden ? element('p', { class: 'knoppen' }, button('Plaatje erbij', () => ask_for_picture(control, () => this.changed()))) : '');
    control.setAttribute('aria-describedby', 'tekst-h');
    this.text = { node, read: () => control.value, find: () => node };
    this.form.append(node);
  }

  build_whole_file() {
    const control = element('textarea', { id: 'bestand', rows: 24, class: 'lang code', spellcheck: 'false' });
    control.value = this.entry.bestand;
    const node = element('div', { class: 'veld', 'data-veld': '' }, element('p', { class: 'raadzin' }, 'Dit bestand kan niet als formulier getoond worden, omdat er een fout in staat. Verbeter die hier; de melding zegt waar.'),
      element('label', { for: 'bestand' }, 'Het bestand'), control);
    this.whole = { node, read: () => control.value, find: () => node };
    this.form.append(node);
  }

  snapshot() {
    return { fields: new Map([...this.editors].map(([id, editor]) => [id, editor.read()])), text: this.text?.read(), whole: this.whole?.read() };
  }

  /// What differs from what was opened.
  /** @returns {{ verzameling: string, naam: string, versie: string, velden?: Record<string, any>, tekst?: { was: string, wordt: string }, bestand?: string }} */
  changes() {
    const fields = {};
    for (const [id, editor] of this.editors) {
      const now = editor.read();
      if (!same(now, this.before.fields.get(id))) fields[id] = { was: this.entry.waarden[id] ?? null, wordt: now ?? null };
    }
    const wish = { ...this.query, versie: this.entry.versie, velden: fields };
    if (this.whole) return { ...this.query, versie: this.entry.versie, bestand: this.whole.read() };
    if (this.text && this.text.read() !== this.before.text) return { ...wish, tekst: { was: this.entry.tekst, wordt: this.text.read() } };
    return wish;
  }

  count() {
    const wish = this.changes();
    const own = this.whole ? Number(this.whole.read() !== this.before.whole) : Object.keys(wish.velden ?? {}).length + Number(wish.tekst !== undefined);
    return own + this.tables.filter((table) => table.is_changed()).length;
  }

  changed() {
    clearTimeout(this.timer);
    const count = this.count();
    if (count === 0 && made.length > 0) return;
    made = [];
    undo_button.textContent = 'Wis mijn wijzigingen';
    undo_button.hidden = count === 0;
    tell(count === 0 ? 'Er is niets veranderd.' : element('b', {}, `${counted(count, 'wijziging', 'wijzigingen')}, nog niet bewaard.`));
    document.activeElement?.closest('.veld')?.querySelector(':scope > .melding')?.remove();
    if (count > 0) this.timer = setTimeout(() => this.look(), quiet_ms);
  }

  async look() {
    if (!this.entry.velden && !this.whole) return;
    try {
      const { meldingen } = await send('nakijken', this.changes());
      if (open_form === this) this.show_messages(meldingen, document.activeElement);
    } catch { /* Saving says it. */ }
  }

  node_of(field) {
    const [id, ...rest] = field.split('.');
    if (this.whole) return this.whole.node;
    if (id === 'tekst' && this.text) return this.text.node;
    return this.editors.get(id)?.find(rest) ?? this.editors.get(id)?.node ?? null;
  }

  /// Each message stands at its field; the summary above leads to them. The field with the focus is left in peace.
  show_messages(messages, focused = /** @type {Element | null} */ (null)) {
    for (const old of this.form.querySelectorAll('.melding')) old.remove();
    for (const control of this.form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
    this.messages = messages.filter(({ ernst }) => ernst !== 'opmerking');
    const links = this.messages.map((message, index) => this.show_message(message, index, focused));
    const count = (kind) => this.messages.filter(({ ernst }) => ernst === kind).length;
    const words = [count('fout') > 0 ? counted(count('fout'), 'fout', 'fouten') : '', count('tip') > 0 ? counted(count('tip'), 'tip', 'tips') : ''].filter(Boolean).join(' en ');
    this.summary.replaceChildren(links.length === 0 ? '' : element('details', { class: count('fout') > 0 ? 'foutlijst' : 'foutlijst mild', open: count('fout') > 0 },
      element('summary', {}, element('h2', {}, words)), element('ul', {}, links)));
  }

  show_message(message, index, focused) {
    const node = this.node_of(message.veld);
    const id = `melding-${index}`;
    const place = message.regel > 0 && (message.veld === 'tekst' || this.whole) ? `Regel ${message.regel}: ` : '';
    const words = [place, message.tekst, message.hulp ? ` ${message.hulp}` : ''].join('');
    const field = this.entry.velden?.find((one) => one.id === message.veld.split('.')[0]);
    const control = node?.querySelector('input, select, textarea');
    if (node && !(focused && node.contains(focused) && focused !== document.body)) {
      const told = element('p', { class: message.ernst === 'fout' ? 'melding foutzin' : 'melding raadzin', id }, words);
      const before = node.querySelector(':scope > input, :scope > select, :scope > textarea, :scope > .rijen, :scope > .keuzes, :scope > .veld');
      node.insertBefore(told, before);
      if (control && message.ernst === 'fout') control.setAttribute('aria-invalid', 'true');
      if (control) control.setAttribute('aria-describedby', `${control.getAttribute('aria-describedby')?.replace(/\s*melding-\d+/g, '') ?? ''} ${id}`.trim());
    }
    const to_field = () => {
      for (let part = node; part; part = part.parentElement) if (part.localName === 'details') part.open = true;
      control?.focus();
    };
    const name = field?.label ?? (message.veld === 'tekst' ? 'Tekst' : '');
    return element('li', {}, node ? element('a', { href: `#${id}`, onclick: (event) => { event.preventDefault(); to_field(); } }, name || 'Bestand') : name, `${name || node ? ': ' : ''}${words}`);
  }

  async save() {
    if (this.is_saving) return;
    this.is_saving = true;
    clearTimeout(this.timer);
    tell(element('b', {}, 'Bezig met bewaren…'), ' U kunt doorwerken.');
    try {
      await this.save_parts();
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      if (refusal.status === 409 && refusal.answer.nu?.velden) {
        tell(element('b', {}, 'Niet bewaard: iemand anders heeft dit bestand veranderd.'));
        show_conflict(this, refusal.answer.nu, (values, text) => this.merge(refusal.answer.nu, values, text));
      } else {
        tell(element('b', {}, 'Niet bewaard.'), ` ${refusal.message}`);
      }
    } finally {
      this.is_saving = false;
    }
  }

  async save_parts() {
    const numbers = [];
    for (const table of this.tables) if (table.is_changed()) numbers.push(await table.save(this.query));
    const wish = this.changes();
    const has_own = this.whole ? this.whole.read() !== this.before.whole : Object.keys(wish.velden ?? {}).length > 0 || wish.tekst !== undefined;
    if (has_own) {
      const sent = this.snapshot();
      const { versie, meldingen, terug } = await send('bewaar', wish);
      numbers.push(terug);
      this.entry.versie = versie;
      for (const [id, { wordt }] of Object.entries(wish.velden ?? {})) {
        if (wordt === null) delete this.entry.waarden[id];
        else this.entry.waarden[id] = wordt;
      }
      if (wish.tekst) this.entry.tekst = wish.tekst.wordt;
      this.before = sent;
      this.show_messages(meldingen);
    }
    const errors = this.messages.filter(({ ernst }) => ernst === 'fout').length;
    if (errors > 0) tell_done(numbers, element('b', {}, `Bewaard, met ${counted(errors, 'fout', 'fouten')}.`), ' De site wordt pas vernieuwd als de fouten weg zijn.');
    else tell_done(numbers, element('b', {}, 'Alles is bewaard'), ` om ${clock()} uur.`);
    forget_choices();
    // A file that could not be read may be a form now.
    if (this.whole && errors === 0) await show_entry(this.entry.verzameling, this.entry.naam);
  }

  /// Goes on from what the file says now, with these values in the form, and saves.
  merge(now, values, text) {
    this.entry = now;
    this.editors.clear();
    this.maker = new FormMaker(now);
    this.build(now.waarden, now.tekst);
    const opened_values = this.before;
    this.build(values, text);
    this.before = opened_values;
    this.save();
  }
}

async function show_entry(collection, name, field) {
  const entry = await ask('stuk', { verzameling: collection, naam: name });
  const form = new EntryForm(entry);
  open_form = form;
  form.build();
  undo_button.hidden = true;
  document.title = `${entry.titel} | Bewerken`;
  tell('Er is niets veranderd.');
  tell_what_was_done();
  show_preview(entry);
  const { meldingen } = await ask('meldingen', form.query).catch(() => ({ meldingen: [] }));
  if (open_form !== form) return;
  form.show_messages(meldingen);
  const node = field ? form.node_of(field) : null;
  if (node) {
    for (let part = node; part; part = part.parentElement) if (part.localName === 'details') part.open = true;
    node.scrollIntoView();
    node.querySelector('input, select, textarea, button')?.focus();
  }
}

function show_preview(entry) {
  preview.hidden = !entry.adres;
  if (!entry.adres) return;
  const address = overview.voorvoegsel + entry.adres;
  the('[data-preview-link]').setAttribute('href', address);
  const is_away = Boolean(entry.staat) && !overview.toont_klad;
  the('[data-preview-words]').textContent = is_away ? `Dit ${entry.staat.tekst}; het staat nu niet in het voorbeeld. Met --drafts erbij wel.` : 'Zo staat het op de site nadat u bewaart.';
  frame.hidden = is_away;
  if (!is_away && frame.getAttribute('src') !== address) frame.setAttribute('src', address);
}

let tell_after = null; // what to tell once the next thing is shown

/// At once: the messages of a large site may take seconds.
function tell_what_was_done() {
  tell_after?.();
  tell_after = null;
}

/// Opens an entry that was made, moved or taken away; of the last only its collection. Then calls `tell_what`.
async function opened(collection, name, tell_what) {
  open_form = null;
  forget_choices();
  await refresh_overview();
  const wanted = name ? address_of_entry(collection, name) : `#/verzameling/${collection}`;
  tell_after = tell_what;
  if (location.hash === wanted) {
    shown = '';
    await show();
  } else {
    location.hash = wanted;
  }
}

/// Of a delivery: what is undone brings back the list and not the entry.
function tell_taken_in(number, words) {
  forget_choices();
  undo_leads_to = '#/aanleveringen';
  tell_done([number], element('b', {}, words));
}

const opened_new = (collection, name, number) => opened(collection, name, () => tell_done([number], element('b', {}, 'Gemaakt.'), ' Het is een klad.'));
const opened_renamed = (collection, name, number) => opened(collection, name, () => tell_done([number], element('b', {}, 'Het adres is veranderd.'), ' Wat ernaar verwees, is mee veranderd.'));
const opened_removed = (collection, number) => opened(collection, '', () => tell_done([number], element('b', {}, 'Verwijderd.')));

const may_leave = () => !open_form || open_form.count() === 0 || confirm('Wat u veranderde is nog niet bewaard. Toch weggaan?');

let shown = '';
async function show() {
  if (location.hash === shown) return;
  if (!may_leave()) {
    history.replaceState(null, '', shown);
    return;
  }
  shown = location.hash;
  open_form = null;
  made = [];
  undo_button.hidden = true;
  bar.hidden = true;
  preview.hidden = true;
  document.title = 'Bewerken | Wegwijs';
  const [kind, collection, name, field] = shown.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  show_collections();
  try {
    if (kind === 'stuk') await show_entry(collection, name, field);
    else if (kind === 'verzameling') show_collection(collection);
    else if (kind === 'aanleveringen') await show_deliveries(content, tell_taken_in);
    else await show_start();
    tell_what_was_done();
    if (!field) {
      content.querySelector('h1')?.setAttribute('tabindex', '-1');
      content.querySelector('h1')?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  } catch (refusal) {
    show_refusal(refusal);
  }
}

async function begin() {
  if (take_key() === '') {
    show_refusal({ message: 'Open het adres dat in het venster van "wegwijs serve --edit" staat, met de sleutel erachter.' });
    return;
  }
  if (matchMedia('(max-width: 48rem)').matches) the('[data-list-panel]').open = false;
  try {
    await refresh_overview();
  } catch (refusal) {
    show_refusal(refusal);
    return;
  }
  search.addEventListener('input', () => {
    the('[data-list-panel]').open = true;
    show_collections();
  });
  save_button.addEventListener('click', () => open_form?.save());
  undo_button.addEventListener('click', async () => {
    if (made.length > 0) {
      await take_back();
      return;
    }
    const { verzameling, naam } = open_form.entry;
    await show_entry(verzameling, naam);
  });
  addEventListener('hashchange', show);
  the('[data-skip]').addEventListener('click', (event) => {
    event.preventDefault();
    the('#inhoud').focus();
  });
  addEventListener('beforeunload', (event) => {
    if (open_form && open_form.count() > 0) event.preventDefault();
  });
  addEventListener('keydown', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    if (event.key === 's' && open_form) {
      event.preventDefault();
      open_form.save();
    }
    if (event.key === 'k') {
      event.preventDefault();
      search.focus();
    }
  });
  await show();
  after_each_build(async () => {
    try {
      await refresh_overview();
      if (!open_form || open_form.count() > 0) return;
      const form = open_form;
      const { gebouwd, meldingen } = await ask('meldingen', form.query);
      if (gebouwd && open_form === form && form.count() === 0) form.show_messages(meldingen, document.activeElement);
    } catch { /* The next build says it again. */ }
  });
}

begin();
