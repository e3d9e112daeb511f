// The page on which the team edits: what is shown at which address, the page as it is built, and the keys.

import { element, the } from './element.js';
import { after_each_build, as_refusal, ask, forget_choices, send, take_key } from './gesprek.js';
import { begin_bar, can_take_back, hide_bar, take_all_back, tell, tell_done } from './balk.js';
import { address_of_entry, refresh_overview, show_collection, show_collections, show_start, the_site } from './lijst.js';
import { show_deliveries } from './aanleveringen.js';
import { EntryForm } from './stuk.js';

const content = the('[data-content]');
const preview = the('[data-preview]');
const frame = the('[data-frame]');
const search = the('#zoek');

const waiting_ms = 300; // without an answer, before words say that there will be one

let open_form = null; // of the entry that is shown

let undo_leads_to = ''; // empty: to the entry

async function take_back() {
  try {
    const back = await take_all_back((number) => send('terug', { nummer: number }));
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

/// Room for what is shown next. An answer that comes after something else was asked for fills a room that nobody sees any more.
function new_view() {
  const view = element('div');
  content.replaceChildren(view);
  setTimeout(() => { if (!view.hasChildNodes()) view.append(element('p', { role: 'status' }, 'Even laden…')); }, waiting_ms);
  return view;
}

function show_refusal(view, refusal) {
  if (!view.isConnected) return;
  view.replaceChildren(element('h1', {}, 'Dit lukt nu niet'), element('p', { role: 'alert' }, refusal.message));
  hide_bar();
  preview.hidden = true;
}

async function show_entry(view, collection, name, field) {
  const entry = await ask('stuk', { verzameling: collection, naam: name });
  if (!view.isConnected) return;
  const form = new EntryForm(entry, { renamed: opened_renamed, removed: opened_removed, show_again: () => show_entry(view, collection, name), takes_pictures: the_site().bestanden });
  open_form = form;
  form.build(entry.waarden, entry.tekst, view);
  begin_bar();
  document.title = `${entry.titel} | Bewerken`;
  tell('Er is niets veranderd.');
  tell_what_was_done();
  show_preview(entry);
  const control = go_to(form, field);
  control?.focus();
  tell_messages(view, form, field, control);
}

/// Opens what a field is in, and gives the control that is asked for.
function go_to(form, field) {
  const node = field ? form.node_of(field) : null;
  for (let part = node; part; part = part.parentElement) if (part.localName === 'details') part.open = true;
  node?.scrollIntoView();
  return node?.querySelector('input, select, textarea, button');
}

/// The messages of a large site may take seconds: who went on meanwhile is left in peace.
async function tell_messages(view, form, field, control) {
  const place = scrollY;
  const { meldingen } = await ask('meldingen', form.query).catch(() => ({ meldingen: [] }));
  if (open_form !== form || !view.isConnected) return;
  const focused = document.activeElement;
  const has_gone_on = form.count() > 0 || (focused !== control && form.form.contains(focused) && focused?.localName !== 'h1');
  form.show_messages(meldingen, has_gone_on ? focused : null);
  if (!has_gone_on && scrollY === place) go_to(form, field);
}

function show_preview(entry) {
  preview.hidden = !entry.adres;
  if (!entry.adres) return;
  const address = the_site().voorvoegsel + entry.adres;
  the('[data-preview-link]').setAttribute('href', address);
  const is_away = Boolean(entry.staat) && !the_site().toont_klad;
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
  hide_bar();
  preview.hidden = true;
  document.title = 'Bewerken | Wegwijs';
  show_collections();
  const view = new_view();
  try {
    const [kind, collection, name, field] = shown.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
    if (kind === 'stuk') await show_entry(view, collection, name, field);
    else if (kind === 'verzameling') await show_collection(view, collection, opened_new);
    else if (kind === 'aanleveringen') await show_deliveries(view, (number, words) => { if (view.isConnected) tell_taken_in(number, words); });
    else await show_start(view);
    if (!view.isConnected) return;
    tell_what_was_done();
    if (!field) {
      content.querySelector('h1')?.setAttribute('tabindex', '-1');
      content.querySelector('h1')?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  } catch (refusal) {
    show_refusal(view, refusal);
  }
}

async function begin() {
  if (take_key() === '') {
    show_refusal(new_view(), { message: 'Open het adres dat in het venster van "wegwijs serve --edit" staat, met de sleutel erachter.' });
    return;
  }
  if (matchMedia('(max-width: 48rem)').matches) the('[data-list-panel]').open = false;
  try {
    await refresh_overview();
  } catch (refusal) {
    show_refusal(new_view(), refusal);
    return;
  }
  search.addEventListener('input', () => {
    the('[data-list-panel]').open = true;
    show_collections();
  });
  the('[data-save]').addEventListener('click', () => open_form?.save());
  the('[data-undo]').addEventListener('click', async () => {
    if (can_take_back()) {
      await take_back();
      return;
    }
    const { verzameling, naam } = open_form.entry;
    try {
      await show_entry(content.firstElementChild, verzameling, naam);
    } catch (thrown) {
      tell(element('b', {}, 'Niet gewist.'), ` ${as_refusal(thrown).message}`);
    }
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