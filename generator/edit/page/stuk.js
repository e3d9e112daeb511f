// The form of one entry: its fields and text, what was changed, the messages, saving.

import { button, counted, element, same } from './element.js';
import { Refusal, forget_choices, send } from './gesprek.js';
import { can_take_back, offer_to_clear, tell, tell_done } from './balk.js';
import { ask_for_picture, ask_to_remove, ask_to_rename, show_conflict } from './vensters.js';
import { FormMaker } from './velden.js';
import { table_form } from './tabel.js';

const quiet_ms = 700;
const clock = () => new Date().toLocaleTimeString('nl-NL', { hour: '2-digit', minute: '2-digit' }).replace(':', '.');

/// `doors` says what to do when the entry is elsewhere (`renamed`, `removed`) or can be a form again (`show_again`), and whether a
/// picture can be put in (`takes_pictures`).
export class EntryForm {
  constructor(entry, doors) {
    this.entry = entry;
    this.doors = doors;
    this.editors = new Map();
    this.messages = [];
    this.maker = new FormMaker(entry);
    this.timer = 0;
    this.tables = entry.tabellen.map((table) => table_form(table, () => this.changed()));
  }

  get query() {
    return { verzameling: this.entry.verzameling, naam: this.entry.naam };
  }

  /// Makes the form and puts it into `view`; in the place of the one before, when that was there already.
  build(values = this.entry.waarden, text = this.entry.tekst, view = this.form.parentElement) {
    const { entry } = this;
    this.form = element('form', { novalidate: true, 'data-stuk': `${entry.verzameling}/${entry.naam}`, 'aria-labelledby': 'kop', oninput: () => this.changed(), onchange: () => this.changed(), onclick: (event) => event.target.closest('button') && this.changed(), onsubmit: (event) => { event.preventDefault(); this.save(); } });
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
      entry.velden ? button('Verander het adres', () => ask_to_rename(entry, this.doors.renamed)) : '', entry.velden ? button('Verwijder', () => ask_to_remove(entry, (number) => this.doors.removed(entry.verzameling, number))) : ''));
    view.replaceChildren(this.form);
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
      this.doors.takes_pictures ? element('p', { class: 'knoppen' }, button('Plaatje erbij', () => ask_for_picture(control, () => this.changed()))) : '');
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
    if (count === 0 && can_take_back()) return;
    offer_to_clear(count > 0);
    tell(count === 0 ? 'Er is niets veranderd.' : element('b', {}, `${counted(count, 'wijziging', 'wijzigingen')}, nog niet bewaard.`));
    document.activeElement?.closest('.veld')?.querySelector(':scope > .melding')?.remove();
    if (count > 0) this.timer = setTimeout(() => this.look(), quiet_ms);
  }

  async look() {
    if (!this.entry.velden && !this.whole) return;
    try {
      const { meldingen } = await send('nakijken', this.changes());
      if (this.form.isConnected) this.show_messages(meldingen, document.activeElement);
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
      this.show_messages(meldingen, this.count() > 0 ? document.activeElement : null);
    }
    const errors = this.messages.filter(({ ernst }) => ernst === 'fout').length;
    if (errors > 0) tell_done(numbers, element('b', {}, `Bewaard, met ${counted(errors, 'fout', 'fouten')}.`), ' De site wordt pas vernieuwd als de fouten weg zijn.');
    else tell_done(numbers, element('b', {}, 'Alles is bewaard'), ` om ${clock()} uur.`);
    // Whoever typed on while it was saved has something that is not.
    if (this.count() > 0) this.changed();
    forget_choices();
    // A file that could not be read may be a form now.
    if (this.whole && errors === 0) await this.doors.show_again(this.entry);
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
