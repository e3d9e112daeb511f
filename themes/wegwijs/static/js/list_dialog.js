// What a reader can do with the own list: see it, share it, put its open days into a calendar, have the device remember or forget it.

import { empty, everything, is_other_list, keep_instead, shared_address, shortlist, tell } from './address.js';
import { element, the } from './elements.js';
import { forget, kept } from './kept.js';
import { name_of, page_of, read_profiles } from './profiles.js';
import { number_of_wishes, of_list, show as show_bar, take_off_button } from './shortlist.js';
import { counted, word } from './words.js';

const dialog = /** @type {HTMLDialogElement} */ (the('[data-list-dialog]'));
const said = the('[data-list-said]');
const names = the('[data-list-names]');
const bar = the('[data-list]');
const pattern = bar.dataset.list ?? '';

/** @param {string} name */
const button_of = (name) => /** @type {HTMLButtonElement | null} */ (dialog.querySelector(`[data-do="${name}"]`));

/** @param {string} id @param {string} name @param {HTMLElement} told */
const line = (id, name, told) => element('li', { class: 'gereedschap kort' }, told, take_off_button(id, name));

let latest = 0;

async function show() {
  const turn = ++latest;
  const list = shortlist();
  const is_kept = kept() !== null;
  const is_other = is_other_list();
  the('h2', dialog).textContent = word(of_list('list_open'));
  button_of('keep')?.toggleAttribute('hidden', is_kept);
  // What this device keeps is not what stands here.
  button_of('forget')?.toggleAttribute('hidden', !is_kept || is_other);
  button_of('empty')?.toggleAttribute('hidden', is_other);
  dialog.querySelector('[data-other=back]')?.toggleAttribute('hidden', !is_other);
  button_of('share')?.toggleAttribute('hidden', !('share' in navigator));
  button_of('calendar')?.toggleAttribute('hidden', list.length === 0);
  const wishes = dialog.querySelector('[data-list-wishes]');
  if (wishes) wishes.textContent = number_of_wishes() > 0 ? counted('wishes', number_of_wishes()) : '';
  if (list.length === 0) {
    if (names.contains(document.activeElement)) the('h2', dialog).focus();
    names.replaceChildren();
    return;
  }
  if (said.textContent === '') said.textContent = word('names_loading');
  const { profiles, missing, failed } = await read_profiles(pattern, list);
  // The list was changed while this one waited.
  if (turn !== latest) return;
  if (failed.length > 0) said.textContent = word('data_failed');
  else if (said.textContent === word('names_loading')) said.textContent = '';
  const position = [...names.children].findIndex((line) => line.contains(document.activeElement));
  names.replaceChildren(
    ...profiles.map((profile) => line(profile.id, name_of(profile), element('a', { href: page_of(pattern, profile.id) }, name_of(profile)))),
    // A school that has gone from the site can be taken off too.
    ...missing.map((id) => line(id, id, element('span', {}, word('missing_here', { naam: id })))));
  // The button of a school that was taken off is gone: then that of the next.
  if (position >= 0) names.querySelectorAll('button')[Math.min(position, list.length - 1)]?.focus();
}

/** The events of the calendar that lead to the page of a school on the list. */
async function calendar() {
  const response = await fetch(new URL(`..${bar.dataset.calendar}`, import.meta.url));
  if (!response.ok) throw new Error(`answer ${response.status}`);
  const text = await response.text();
  const list = shortlist();
  // Long lines of a calendar are folded: what follows a line break and a blank belongs to the line before.
  const days = (text.match(/BEGIN:VEVENT\r?\n[\s\S]*?END:VEVENT\r?\n/g) ?? []).map((event) => {
    const address = event.replace(/\r?\n[ \t]/g, '').match(/^URL:(.*)$/m)?.[1].trim() ?? '';
    return { event, id: list.find((one) => address.endsWith(pattern.replace('{id}', one))) };
  });
  const events = days.flatMap(({ event, id }) => (id ? [event] : []));
  if (events.length === 0) {
    said.textContent = word('calendar_none');
    return;
  }
  const { profiles } = await read_profiles(pattern, list.filter((one) => days.every(({ id }) => id !== one)));
  said.textContent = [counted('calendar_made', events.length),
    profiles.length > 0 && word('calendar_without', { naam: profiles.map(name_of).join(', ') })].filter(Boolean).join(' ');
  const head = text.slice(0, text.indexOf('BEGIN:VEVENT'));
  const file = new Blob([head, ...events, 'END:VCALENDAR\r\n'], { type: 'text/calendar' });
  const link = element('a', { href: URL.createObjectURL(file), download: 'open-dagen.ics' });
  link.click();
  URL.revokeObjectURL(link.href);
}

async function copy() {
  const address = shared_address();
  try {
    await navigator.clipboard.writeText(address);
    said.textContent = word('copied');
  } catch {
    said.textContent = `${word('copy_failed')} ${address}`;
  }
}

/** @type {Record<string, () => Promise<void> | void>} */
const deeds = {
  share: () => navigator.share({ title: document.title, url: shared_address() }).catch(() => {}),
  copy,
  calendar: () => calendar().catch(() => { said.textContent = word('data_failed'); }),
  keep: () => {
    said.textContent = word(keep_instead(everything()) ? 'kept' : 'keep_failed');
    show();
    button_of('forget')?.focus();
  },
  forget: () => {
    forget();
    said.textContent = word('forgotten');
    show();
    button_of('keep')?.focus();
  },
  empty: () => {
    forget();
    empty();
    said.textContent = '';
    show();
    tell();
    dialog.close();
  },
};

dialog.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (button?.matches('[data-list-close], [data-other]')) dialog.close();
  deeds[button?.dataset.do ?? '']?.();
});
document.addEventListener('shortlist', () => {
  if (!dialog.open) return;
  // What stands outside an open dialog is not read aloud.
  said.textContent = the('[data-list-status]').textContent;
  show();
});
dialog.addEventListener('close', show_bar);

export function open() {
  said.textContent = '';
  dialog.showModal();
  the('h2', dialog).focus();
  show();
}
