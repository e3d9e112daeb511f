// On the page with results: shows whom to call at once when the question holds words of despair or abuse. The words stand in
// the page ('hulp_nu' in site.yaml). Needs nothing of the search itself, so that it is there when the search is not.

/** @param {string} text */
const parts_of = (text) => text.toLowerCase().normalize('NFKD').replace(/\p{Mn}/gu, '').match(/[a-z0-9*/=]+/g) ?? [];

/**
 * A trigger as a list of words, each a list of forms; one with a star goes on with any letters at that side, one with = is
 * taken to the letter.
 * @param {string} trigger
 */
const forms_of = (trigger) => parts_of(trigger).map((part) => part.split('/').filter(Boolean).map((form) => ({
  core: form.replace(/[*=]/g, ''), open_begin: /^=?\*/.test(form), open_end: form.endsWith('*'), is_exact: form.startsWith('='),
})));

/** Number of letters that are wrong, missing, too many or swapped in word. @param {HelpForm} form @param {string} word */
function slips({ core, open_begin, open_end }, word) {
  /** @type {number[]} */
  let before = [], last = before, row = Array.from({ length: word.length + 1 }, (_, column) => (open_begin ? 0 : column));
  for (let i = 1; i <= core.length; ++i) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= word.length; ++j) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (core[i - 1] === word[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && core[i - 1] === word[j - 2] && core[i - 2] === word[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
  }
  return open_end ? Math.min(...row) : row[word.length];
}

const least_to_slip = 6, least_to_slip_twice = 11, least_typed = 5;

/** A short word with another letter is another word (leven, leren); only its letters may be swapped. @param {HelpForm} form @param {string} word @param {boolean} is_being_typed */
function fits(form, word, is_being_typed) {
  const { core } = form;
  if (is_being_typed && word.length >= least_typed && core.startsWith(word)) return true;
  const wrong = slips(form, word);
  if (form.is_exact || wrong === 0) return wrong === 0;
  if (core.length < least_to_slip) return wrong === 1 && [...core].sort().join() === [...word].sort().join();
  // 's' for 'z' is how it sounds; other first letters make another word (pesten, testen).
  /** @param {string} text */
  const sound = (text) => text[0].replace('s', 'z');
  return wrong <= (core.length < least_to_slip_twice ? 1 : 2) && (form.open_begin || sound(core) === sound(word));
}

const most_between = 3;

/** Whether the question holds all words of one of the triggers near each other, in any order. @param {string} question @param {string[]} triggers */
export function asks_for_help(question, triggers, is_typing = false) {
  const words = parts_of(question.replace(/[*/=]/g, ' '));
  return triggers.map(forms_of).some((needed) => words.some((_, from) => {
    const near = words.slice(from, from + needed.length + most_between);
    /** @type {Set<number>} */
    const used = new Set();
    return needed.every((forms) => {
      const found = near.findIndex((word, place) =>
        !used.has(place) && forms.some((form) => fits(form, word, is_typing && from + place === words.length - 1)));
      return found >= 0 && used.add(found);
    });
  }));
}

const place = globalThis.document?.getElementById('hulp-nu');
if (place) {
  const field = /** @type {HTMLInputElement} */ (document.querySelector('input[type=search][name=q]'));
  const triggers = (place.dataset.triggers ?? '').split(';');
  /** @param {string} question @param {boolean} [is_typing] */
  const show = (question, is_typing) => { place.hidden = !asks_for_help(question, triggers, is_typing); };
  const of_address = () => show(new URLSearchParams(location.search).get('q') ?? '');
  field.addEventListener('input', () => show(field.value, true));
  addEventListener('popstate', of_address);
  if (field.value) show(field.value, true);
  else of_address();
}
