// Per school on the list the questions for the open day: every topic of which no source says that it is wholly there.

import { set_values, shortlist } from './address.js';
import { element, the } from './elements.js';
import { come_back } from './folds.js';
import { applies, claims_on, name_of, page_of, read_profiles } from './profiles.js';
import { choices, chosen_topics, read_topics, topic_values } from './topics.js';
import { counted, look_of, status_word, word } from './words.js';

const own = the('[data-own-questions]');
const schools = the('[data-own-schools]');
const status = the('[data-own-status]');
const all = the('[data-all-questions]');
const count = the('[data-questions-count]');
const again = the('[data-try-again]');
const { list: pattern = '' } = the('[data-list]').dataset;

/** What answers the question. "Deels" does not: for whom is it, and for whom not? */
const settled = new Set(['ja', 'genoemd']);

/** @param {Profile} profile @param {Topic} topic */
const is_settled = (profile, { id }) => claims_on(profile, id).some(({ status }) => settled.has(look_of(status)));

/** @param {Profile} profile @param {Topic[]} topics */
const open_topics = (profile, topics) => topics.filter((topic) => applies(profile, topic.id) && !is_settled(profile, topic));

/** The words of a claim, after what it is about: with its source and date, for a yes alone says little. @param {Profile} profile @param {Claim} claim @param {string} about */
function said(profile, claim, about) {
  const { titel = '', url } = profile.bronnen[claim.bron] ?? {};
  return element('p', { 'data-said': true }, element('b', {}, `${about} ${status_word(claim.status).toLowerCase()}.`), ` ${claim.toelichting ?? claim.tekst ?? ''} `,
    element('span', { class: 'klein stil' }, claim.verouderd && `${word('old')}: ${word('data_of')} ${claim.jaar}. `, `${word('source')}: `, url ? element('a', { href: url, rel: 'external' }, titel) : titel, `, ${claim.peildatum_in_woorden}`));
}

/** @param {Profile} profile @param {Topic} topic */
const question = (profile, topic) => element('li', {}, topic.question, ...claims_on(profile, topic.id).map((claim) => said(profile, claim, word('says'))));

/** @param {Profile} profile @param {Topic[]} topics */
function known_part(profile, topics) {
  const lines = topics.flatMap((topic) => claims_on(profile, topic.id).map((claim) => said(profile, claim, `${topic.name}:`)));
  return lines.length > 0 && element('section', {}, element('h3', {}, word('known')), element('p', {}, word('none')), ...lines);
}

/** @param {Profile} profile @param {Topic[]} topics */
function questions_for(profile, topics) {
  const open = open_topics(profile, topics);
  const groups = [...new Set(open.map((topic) => topic.group))];
  // A short list is read as it is; a long one by its headings.
  const is_short = topic_values().length > 0;
  return element('section', {},
    element('h2', {}, element('a', { href: page_of(pattern, profile.id) }, name_of(profile))),
    ...groups.map((group) => {
      const lines = open.filter((topic) => topic.group === group);
      return element('details', { open: is_short }, element('summary', {}, element('b', {}, lines[0].group_name), ` (${lines.length})`),
        element('ul', { class: 'kaal' }, ...lines.map((topic) => question(profile, topic))));
    }),
    (is_short || open.length === 0) && known_part(profile, topics.filter((topic) => applies(profile, topic.id) && !open.includes(topic))));
}

/** Of all questions those on the chosen topics; gives their number. @param {Topic[]} topics */
function show_all(topics) {
  const ids = new Set(topics.map((topic) => topic.id));
  for (const list of all.querySelectorAll('ul')) {
    const lines = /** @type {HTMLElement[]} */ ([...list.children]);
    for (const line of lines) line.hidden = !ids.has(line.dataset.topic ?? '');
    list.hidden = lines.every((line) => line.hidden);
    const heading = list.previousElementSibling;
    if (heading instanceof HTMLElement) heading.hidden = list.hidden;
  }
  return all.querySelectorAll('li:not([hidden])').length;
}

let latest = 0;

async function show() {
  const turn = ++latest;
  const topics = chosen_topics();
  const list = shortlist();
  own.hidden = list.length === 0;
  all.hidden = list.length > 0;
  const shown = show_all(topics);
  if (list.length > 0 && schools.childElementCount === 0) status.textContent = word('data_loading');
  const { profiles, missing, failed } = await read_profiles(pattern, list);
  if (turn !== latest) return;
  again.hidden = failed.length === 0;
  status.textContent = failed.length > 0 ? word('data_failed') : missing.map((id) => word('missing', { naam: id })).join(' ');
  schools.replaceChildren(...profiles.map((profile) => questions_for(profile, topics)));
  come_back();
  // For those who do not see the page change.
  count.textContent = list.length === 0 ? counted('shown', shown)
    : profiles.map((profile) => counted('shown_for', open_topics(profile, topics).length, { naam: name_of(profile) })).join(' ');
}

choices.addEventListener('change', () => {
  set_values({ hulp: topic_values(), onderwerp: [] });
  show();
});
again.addEventListener('click', show);
the('[data-print]').addEventListener('click', () => print());
document.addEventListener('shortlist', show);
addEventListener('popstate', () => {
  read_topics();
  show();
});
choices.hidden = false;
read_topics();
show();
