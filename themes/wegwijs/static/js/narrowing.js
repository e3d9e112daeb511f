// Which entries a reader finds, in which part of the list, and how many every choice would give. Knows no field by name: what an
// entry has stands on its card, what can be chosen stands in the form, and what a status answers is told by the page.

/** The value for entries of which a field is not known. */
const not_looked_at = 'onbekend';

/**
 * What each status answers, as the page tells it: "ja:stated nee:denied".
 * @param {string} words
 * @returns {Map<string, Answer>}
 */
export const read_answers = (words) => new Map(words.split(' ').filter(Boolean)
  .map((one) => /** @type {[string, Answer]} */ (one.split(':'))));

/**
 * @param {string} choices "niveaus:havo gebied:zuid"
 * @param {string} claims "dyslexie:ja:havo,vwo:o lift:nee lwo:nvt"
 * @param {number} known
 * @param {string} [place] the digits of its postcode
 * @returns {Entry}
 */
export function read_entry(choices, claims, known, place = '') {
  /** @type {Entry} */
  const entry = { choices: new Map(), claims: new Map(), excluded: new Set(), known, place };
  for (const word of choices.split(' ').filter(Boolean)) {
    const [field, option] = word.split(':');
    const options = entry.choices.get(field) ?? new Set();
    entry.choices.set(field, options.add(option));
  }
  for (const word of claims.split(' ').filter(Boolean)) {
    const [row, status, levels = '', marks = '', said = status] = word.split(':');
    if (status === 'nvt') entry.excluded.add(row);
    else entry.claims.set(row, [...entry.claims.get(row) ?? [], { status, levels: levels.split(',').filter(Boolean), marks, said }]);
  }
  return entry;
}

/**
 * The claims of an entry on a row that count for pupils of the chosen levels: those for the whole school, and those limited
 * to one of these levels. Without chosen levels all of them.
 * @param {Entry} entry
 * @param {string} row
 * @param {Set<string> | undefined} levels
 */
export function claims_for(entry, row, levels) {
  const claims = entry.claims.get(row) ?? [];
  if (!levels || levels.size === 0) return claims;
  return claims.filter((claim) => claim.levels.length === 0 || claim.levels.some((level) => levels.has(level)));
}

export class Narrowing {
  #entries;
  #level_field;
  #answers;

  /**
   * @param {Entry[]} entries
   * @param {string} level_field the field whose options claims are limited to; may be empty
   * @param {Map<string, Answer>} answers what each status answers
   */
  constructor(entries, level_field, answers) {
    this.#entries = entries;
    this.#level_field = level_field;
    this.#answers = answers;
  }

  /**
   * @param {Entry} entry
   * @param {Row} row
   * @param {Set<string> | undefined} levels
   * @returns {Answer}
   */
  #answer(entry, row, levels) {
    if (entry.excluded.has(row.id)) return 'excluded';
    const own_levels = entry.choices.get(this.#level_field);
    const is_limited = levels && levels.size > 0 && row.levels.length > 0;
    if (is_limited && !row.levels.some((level) => levels.has(level) && (own_levels?.has(level) ?? true))) return 'excluded';
    /** @type {Answer} */
    let best = 'open';
    for (const claim of claims_for(entry, row.id, levels)) {
      const answer = this.#answers.get(claim.status);
      if (answer === 'stated') return answer;
      if (answer === 'denied') best = answer;
    }
    return best;
  }

  /**
   * Whether the entry has one of the wanted options; `unknown`: nobody knows what it has.
   * @param {Entry} entry
   * @param {string} field
   * @param {Set<string>} wanted
   */
  #has(entry, field, wanted) {
    if (wanted.size === 0) return 'yes';
    const own = entry.choices.get(field);
    if (!own) return wanted.has(not_looked_at) ? 'yes' : 'unknown';
    for (const option of own) if (wanted.has(option)) return 'yes';
    return 'no';
  }

  /**
   * Whether an entry fits the choices other than the rows.
   * @param {Entry} entry
   * @param {Chosen} selection
   */
  #fits(entry, { choices, is_near }) {
    let fits = is_near?.(entry) ?? 'yes';
    for (const [field, wanted] of choices) {
      if (fits === 'no') return fits;
      const has = this.#has(entry, field, wanted);
      if (has !== 'yes') fits = has;
    }
    return fits;
  }

  /**
   * In which part of the list an entry stands; null: it is left out.
   * @param {Entry} entry
   * @param {Chosen} selection
   * @returns {Standing | null}
   */
  #standing(entry, selection) {
    const fits = this.#fits(entry, selection);
    if (fits === 'no') return null;
    const { choices, rows } = selection;
    const levels = choices.get(this.#level_field);
    const answers = rows.map((row) => this.#answer(entry, row, levels));
    const stated = answers.filter((one) => one === 'stated').length;
    const part = this.#part(answers, stated);
    if (part === null) return null;
    return { part: fits === 'yes' || part === 'denied' ? part : 'unplaced', stated };
  }

  /**
   * @param {Answer[]} answers
   * @param {number} stated
   * @returns {Part | null}
   */
  #part(answers, stated) {
    if (stated === answers.length) return 'all';
    if (stated > 0) return 'some';
    if (answers.includes('open')) return 'open';
    return answers.includes('denied') ? 'denied' : null;
  }

  /** @param {Chosen} selection */
  standings(selection) {
    return this.#entries.map((entry) => this.#standing(entry, selection));
  }

  /**
   * Of how many entries a source states what is chosen, and of how many it is not known.
   * @param {Chosen} selection
   */
  #counts(selection) {
    const parts = this.standings(selection).map((one) => one?.part);
    /** @param {Part[]} wanted */
    const count = (...wanted) => parts.filter((part) => part !== undefined && wanted.includes(part)).length;
    return { stated: count('all', 'some'), unknown: count('open', 'unplaced') };
  }

  /**
   * What every option of a field would give, the choices of the other groups kept.
   * @param {Chosen} selection
   * @param {string} field
   * @param {string[]} options
   */
  option_counts(selection, field, options) {
    const others = new Map(selection.choices);
    others.delete(field);
    return options.map((option) => this.#counts({ ...selection, choices: new Map([...others, [field, new Set([option])]]) }));
  }

  /**
   * What each row would give by itself, the choices of the other groups kept.
   * @param {Chosen} selection
   * @param {Row[]} rows
   */
  row_counts(selection, rows) {
    const levels = selection.choices.get(this.#level_field);
    const fitting = this.#entries.flatMap((entry) => {
      const fits = this.#fits(entry, selection);
      return fits === 'no' ? [] : [{ entry, is_placed: fits === 'yes' }];
    });
    return rows.map((row) => {
      const counts = { stated: 0, unknown: 0 };
      for (const { entry, is_placed } of fitting) {
        const answer = this.#answer(entry, row, levels);
        if (answer === 'stated' && is_placed) counts.stated += 1;
        else if (answer === 'stated' || answer === 'open') counts.unknown += 1;
      }
      return counts;
    });
  }
}
