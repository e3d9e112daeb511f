// A form for each type of field. Every editor is { node, read, find }: `read` gives the value as the file will hold it
// (texts, lists, objects; undefined: not in the file), `find` the element at which a message about a part of it is shown.

import { button, element, new_id } from './element.js';
import { choices_of } from './gesprek.js';

const words_of_keys = {
  op: 'Op welke dag', door: 'Door wie', url: 'Webadres', plaats: 'Plaats in de bron', status: 'Antwoord', voor: 'Voor wie',
  peildatum: 'Datum van de bron', vanaf: 'Vanaf wanneer', gecontroleerd: 'Nagekeken', reeks: 'Hoort bij reeks',
};
const as_of_help = 'Een dag (2026-08-31), maand (2026-08), jaar (2026), schooljaar (2025-2026) of onbekend.';
const title_of_key = (key) => words_of_keys[key] ?? (key.charAt(0).toUpperCase() + key.slice(1)).replaceAll('_', ' ');
const title_of_value = (value) => {
  const words = String(value).replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
const text_of = (value) => (value === null || value === undefined ? '' : String(value));
const as_list = (value) => (value === null || value === undefined ? [] : Array.isArray(value) ? value : [value]);
const code_points = (text) => [...text].length;

/// A control under its label, with help, and room for messages.
function labelled(label, control, { help = '', required = false, limit = 0, unit = '', in_row = false } = {}) {
  const id = control.id || new_id();
  control.id = id;
  const told = [];
  const help_node = help ? element('span', { class: 'hulp', id: `${id}-h` }, help) : null;
  if (help_node) told.push(help_node.id);
  const counter = limit > 0 ? element('span', { class: 'teller', id: `${id}-t` }) : null;
  if (told.length > 0) control.setAttribute('aria-describedby', told.join(' '));
  const count = () => {
    const over = code_points(control.value) - limit;
    counter.textContent = over > 0 ? `${over} tekens te veel` : over > -30 ? `nog ${-over} tekens` : '';
  };
  if (counter) {
    control.addEventListener('input', count);
    count();
  }
  return element('div', { class: 'veld' },
    element('label', { for: id, class: in_row ? 'onzichtbaar' : null }, label, required ? element('span', { class: 'stil' }, ' (verplicht)') : '', unit ? element('span', { class: 'stil' }, ` in ${unit}`) : ''),
    help_node, control, counter);
}

function line(label, value, about, { type = 'text', rows = 0 } = {}) {
  const before = text_of(value);
  const is_long = rows > 0 || before.includes('\n');
  const control = is_long ? element('textarea', { rows: rows || 3 }) : element('input', { type, autocomplete: 'off' });
  control.value = before;
  const node = labelled(label, control, about);
  // A field of one line stays one, whatever is pasted into it.
  const read = () => {
    const now = about.one_line && !before.includes('\n') ? control.value.replace(/\s*\n\s*/g, ' ') : control.value;
    return now === '' ? undefined : now;
  };
  return { node, read, find: () => node };
}

function choice(label, value, options, about) {
  const now = text_of(value);
  const control = element('select', {},
    element('option', { value: '' }, about.required ? 'Kies…' : 'Niet ingevuld'),
    options.map(({ id, label: words }) => element('option', { value: id }, words)),
    now !== '' && !options.some(({ id }) => id === now) ? element('option', { value: now }, `${now} (onbekend)`) : '');
  control.value = now;
  const node = labelled(label, control, about);
  return { node, read: () => control.value || undefined, find: () => node };
}

function several(label, value, options, { help = '', required = false } = {}) {
  const chosen = as_list(value).map(text_of);
  const known = options.map(({ id }) => id);
  const all = [...options, ...chosen.filter((id) => !known.includes(id)).map((id) => ({ id, label: `${id} (onbekend)` }))];
  const boxes = all.map(({ id, label: words }) => {
    const box = element('input', { type: 'checkbox', value: id });
    box.checked = chosen.includes(id);
    return { box, node: element('label', {}, box, ' ', words) };
  });
  const node = element('fieldset', { class: 'veld' },
    element('legend', {}, label, required ? element('span', { class: 'stil' }, ' (verplicht)') : ''),
    help ? element('span', { class: 'hulp' }, help) : '', element('div', { class: 'keuzes' }, boxes.map((one) => one.node)));
  // What was there keeps its order; what is new comes in the order of the schema.
  const read = () => {
    const now = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
    const list = [...chosen.filter((id) => now.includes(id)), ...now.filter((id) => !chosen.includes(id))];
    return list.length > 0 ? list : undefined;
  };
  return { node, read, find: () => node };
}

/// Chooses by title out of a list that is searched while typing; a value that is in no list stays as it is typed.
function by_title(label, value, options_promise, about) {
  const list = element('datalist', { id: new_id('lijst') });
  const control = element('input', { type: 'text', list: list.id, autocomplete: 'off' });
  control.value = text_of(value);
  const id_of = new Map();
  options_promise.then((options) => {
    const titles = options.map(({ titel }) => titel);
    const title_by_id = new Map();
    for (const { id, titel } of options) {
      const words = titles.indexOf(titel) === titles.lastIndexOf(titel) ? titel : `${titel} (${id})`;
      id_of.set(words, id);
      title_by_id.set(id, words);
      list.append(element('option', { value: words }));
    }
    if (title_by_id.has(control.value)) control.value = title_by_id.get(control.value);
  }).catch(() => {});
  const node = labelled(label, control, about);
  node.append(list);
  return { node, read: () => (control.value === '' ? undefined : id_of.get(control.value) ?? control.value), find: () => node };
}

/// A list of editors with add, remove, up and down. `make` gives the editor of one.
function list(label, values, make, { help = '', required = false, one = 'Regel', on_change = () => {} } = {}) {
  const rows = element('ol', { class: 'rijen' });
  let items = [];
  const renumber = () => {
    items.forEach(({ row, buttons, legend }, index) => {
      rows.append(row);
      legend.textContent = `${one} ${index + 1}`;
      const [up, down, remove] = buttons;
      up.hidden = items.length < 2;
      down.hidden = items.length < 2;
      up.disabled = index === 0;
      down.disabled = index === items.length - 1;
      up.setAttribute('aria-label', `Zet ${one.toLowerCase()} ${index + 1} hoger`);
      down.setAttribute('aria-label', `Zet ${one.toLowerCase()} ${index + 1} lager`);
      remove.setAttribute('aria-label', `Verwijder ${one.toLowerCase()} ${index + 1}`);
    });
  };
  const move = (item, step) => {
    const index = items.indexOf(item);
    items.splice(index, 1);
    items.splice(index + step, 0, item);
    renumber();
    item.buttons[step < 0 ? 0 : 1].focus();
    on_change();
  };
  const remove = (item) => {
    const index = items.indexOf(item);
    items.splice(index, 1);
    item.row.remove();
    renumber();
    (items[Math.min(index, items.length - 1)]?.row ?? node).querySelector('input, select, textarea, button')?.focus();
    on_change();
  };
  const add = (value) => {
    const item = { editor: make(value), legend: element('span', { class: 'rijnaam' }) };
    item.buttons = [button('Hoger', () => move(item, -1)), button('Lager', () => move(item, 1)), button('Verwijder', () => remove(item))];
    const is_simple = item.editor.node.querySelectorAll('input, select, textarea').length === 1;
    item.row = element('li', { class: is_simple ? 'kort' : null }, item.legend, element('div', { class: 'rij' }, item.editor.node), element('div', { class: 'rijknoppen' }, item.buttons));
    items.push(item);
    rows.append(item.row);
    return item;
  };
  const adding = button(`${one} erbij`, () => {
    const item = add(undefined);
    renumber();
    item.row.querySelector('input, select, textarea')?.focus();
  });
  const node = element('fieldset', { class: 'veld lijst' },
    element('legend', {}, label, required ? element('span', { class: 'stil' }, ' (verplicht)') : ''),
    help ? element('span', { class: 'hulp' }, help) : '', rows, element('p', { class: 'knoppen' }, adding));
  values.forEach(add);
  renumber();
  return {
    node,
    read: () => {
      const now = items.map(({ editor }) => editor.read()).filter((value) => value !== undefined);
      return now.length > 0 ? now : undefined;
    },
    find: ([index, ...rest]) => items[Number(index)]?.editor.find(rest) ?? node,
    add_button: adding,
  };
}

/// An object: the editors by key. Keys that have none stay as they are; what was there keeps its order.
function object(label, value, editors, { help = '', more = /** @type {string[]} */ ([]), more_words = 'Meer' } = {}) {
  const before = value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
  const hidden = more.filter((key) => editors[key]);
  const is_filled = hidden.some((key) => before[key] !== undefined);
  const node = element(label ? 'fieldset' : 'div', { class: 'veld groepje' },
    label ? element('legend', {}, label) : '', help ? element('span', { class: 'hulp' }, help) : '',
    Object.entries(editors).filter(([key]) => !hidden.includes(key)).map(([, editor]) => editor.node),
    hidden.length > 0 ? element('details', { open: is_filled, class: 'meer' }, element('summary', {}, more_words), hidden.map((key) => editors[key].node)) : '');
  const read = () => {
    const now = {};
    for (const key of [...Object.keys(before), ...Object.keys(editors).filter((one) => !(one in before))]) {
      const part = editors[key] ? editors[key].read() : before[key];
      if (part !== undefined) now[key] = part;
    }
    return Object.keys(now).length > 0 ? now : undefined;
  };
  return { node, read, find: ([key, ...rest]) => editors[key]?.find(rest) ?? node };
}

/// The form of an entry: knows its definitions, and which sources it has at this moment.
export class FormMaker {
  constructor(entry) {
    this.entry = entry;
    this.sources = null; // the editor of the field with the sources
  }

  /// The sources of the file and the documents of the site.
  source_choices() {
    const own = Object.entries(this.sources?.read() ?? this.entry.waarden?.[this.entry.velden?.find(({ soort }) => soort === 'sources')?.id] ?? {})
      .map(([id, source]) => ({ id, titel: `${source?.titel ?? id}` }));
    return choices_of('').then((documents) => [...own, ...documents.filter(({ id }) => !own.some((one) => one.id === id))], () => own);
  }

  source(label, value, about) {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return this.by_definition(label, value, { $ref: '#/definitions/bron' }, about);
    return by_title(label, value, this.source_choices(), { help: 'De naam van een bron van dit stuk, of van een brondocument.', ...about });
  }

  editor(field, value) {
    const label = field.gewoon ?? field.label;
    const help = [field.hulp, field.soort === 'as_of' ? as_of_help : '', field.patroon ? `In de vorm ${field.patroon} (9: een cijfer, A: een hoofdletter).` : ''].filter(Boolean).join(' ');
    const about = { help, required: field.verplicht, limit: field.lengte ?? 0, unit: field.eenheid ?? '' };
    const options = field.keuzes ?? [];
    switch (field.soort) {
      case 'long_text': return line(label, value, about, { rows: 5 });
      case 'text': return line(label, value, { ...about, one_line: true }, { rows: (field.lengte ?? 0) > 120 ? 2 : 0 });
      case 'date': return line(label, value, about, { type: value && !/^\d{4}-\d{2}-\d{2}$/.test(value) ? 'text' : 'date' });
      case 'time': return line(label, value, about, { type: value && !/^\d{2}:\d{2}$/.test(value) ? 'text' : 'time' });
      case 'yes_no': return choice(label, value, [{ id: 'ja', label: 'Ja' }, { id: 'nee', label: 'Nee' }], about);
      case 'choice': return choice(label, value, options, about);
      case 'choices': return options.length > 0 ? several(label, value, options, about) : this.lines(label, value, about);
      case 'texts': case 'addresses': return this.lines(label, value, about);
      case 'reference': return by_title(label, value, choices_of(field.naar), about);
      case 'references': return list(label, as_list(value), (one) => by_title('Welk stuk', one, choices_of(field.naar), { in_row: true }), { ...about, one: 'Verwijzing' });
      case 'row': return this.row(label, value, field.velden, about);
      case 'rows': return list(label, as_list(value), (one) => this.row('', one, field.velden, {}), { ...about, one: 'Rij' });
      case 'source': return this.source(label, value, about);
      case 'source_list': return list(label, as_list(value), (one) => this.source('Bron', one, { in_row: true, help: '' }), { ...about, one: 'Bron' });
      case 'claim': case 'text_claim': return this.claims(label, value, field, about);
      case 'sources': return this.source_map(label, value, about);
      case 'table': return this.by_definition(label, value, this.entry.definities.table, about);
      default: return line(label, value, about);
    }
  }

  lines(label, value, about) {
    const limit = about.limit;
    return list(label, as_list(value), (one) => line('Tekst', one, { limit, one_line: true, in_row: true }, { rows: 1 }), { ...about, one: 'Regel' });
  }

  row(label, value, fields, about) {
    return object(label, value, Object.fromEntries(fields.map((field) => [field.id, this.editor(field, value?.[field.id])])), about);
  }

  claims(label, value, field, about) {
    const definition = field.soort === 'claim' ? 'bewering' : 'tekst_met_bron';
    const text_key = field.soort === 'claim' ? 'status' : 'tekst';
    const help = [about.help, field.vraag ? `Vraag: ${field.vraag}` : ''].filter(Boolean).join(' ');
    const make = (one) => this.by_definition('', typeof one === 'string' ? { [text_key]: one } : one, { $ref: `#/definitions/${definition}` }, { main: ['status', 'tekst', 'toelichting', 'bron', 'peildatum'] });
    return list(label, as_list(value), make, { help, required: about.required, one: 'Antwoord' });
  }

  source_map(label, value, about) {
    const entries = Object.entries(value ?? {});
    const make = (pair) => {
      const [id, source] = pair ?? ['', {}];
      const name = line('Korte naam van de bron', id, { help: 'Kleine letters en streepjes; zo noemen de antwoorden deze bron.', one_line: true });
      const inside = this.by_definition('', source, { $ref: '#/definitions/bron' }, {});
      const node = element('div', {}, name.node, inside.node);
      return { node, read: () => (name.read() === undefined ? undefined : [name.read(), inside.read() ?? null]), find: (rest) => inside.find(rest), id: () => name.read() };
    };
    const all = list(label, entries, make, { ...about, one: 'Bron' });
    this.sources = {
      node: all.node,
      read: () => {
        const pairs = all.read();
        return pairs ? Object.fromEntries(pairs) : undefined;
      },
      find: ([id, ...rest]) => {
        const index = (all.read() ?? []).findIndex(([name]) => name === id);
        return index < 0 ? all.node : all.find([String(index), ...rest]);
      },
    };
    return this.sources;
  }

  /// An editor for a part of the format that the JSON Schema of the collection describes: claims, sources, tables.
  by_definition(label, value, given, about = {}) {
    const schema = this.resolved(given);
    const array = schema.anyOf?.find((one) => one.type === 'array') ?? (schema.type === 'array' ? schema : null);
    if (array) {
      const items = this.resolved(array.items ?? {});
      const options = this.options_of(items);
      if (options) return several(label, value, options, about);
      return list(label, as_list(value), (one) => this.by_definition(items.properties ? '' : label, one, items), { ...about, one: 'Regel' });
    }
    const options = this.options_of(schema);
    if (options) return choice(label, value, options, about);
    if (schema.properties) {
      const editors = Object.fromEntries(Object.entries(schema.properties).map(([key, part]) => [key, this.part(key, value?.[key], part, (schema.required ?? []).includes(key))]));
      const main = about.main;
      return object(label, value, editors, { ...about, more: main ? Object.keys(editors).filter((key) => !main.includes(key)) : [], more_words: 'Voor wie, omvang, voorwaarde, nagekeken' });
    }
    return line(label, value, { ...about, one_line: true });
  }

  part(key, value, schema, required) {
    const label = schema.title ?? title_of_key(key);
    if (key === 'bron') return this.source(label, value, { required });
    if (schema.$ref === '#/definitions/peildatum') return line(label, value, { help: as_of_help, required });
    if (key === 'toelichting' || key === 'tekst') return line(label, value, { required, one_line: true }, { rows: 2 });
    return this.by_definition(label, value, schema, { required });
  }

  resolved(schema) {
    const name = /^#\/definitions\/(.*)$/.exec(schema?.$ref ?? '')?.[1];
    return name ? this.entry.definities[name] ?? {} : schema ?? {};
  }

  /// What can be chosen; null: anything.
  options_of(schema) {
    const values = schema.enum ?? null;
    if (values) return values.filter((value) => typeof value === 'string').map((id) => ({ id, label: title_of_value(id) }));
    const each = (schema.oneOf ?? schema.anyOf ?? []).filter((one) => one.const !== undefined);
    if (each.length > 0) return each.map((one) => ({ id: String(one.const), label: one.title ?? title_of_value(one.const) }));
    if (schema.type === 'integer' && schema.maximum - schema.minimum < 12)
      return Array.from({ length: schema.maximum - schema.minimum + 1 }, (_, index) => ({ id: String(schema.minimum + index), label: String(schema.minimum + index) }));
    return null;
  }
}
