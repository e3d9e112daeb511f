// Which entries a reader finds, in which part of the list, and how many every choice would give. Knows no field by name and no rule of
// an answer: what an entry has and what it answers stands on its card, as the build worked it out.

/** The value for entries of which a field is not known. */
const not_looked_at = 'onbekend';

/**
 * @param {string} choices "niveaus:havo gebied:zuid"
 * @param {string} claims by answer the rows, also at levels where it is another one: "stated: dyslexie:ja open: dyslexie@vwo excluded: lwo"
 * @param {number} known
 * @param {string} [place] the digits of its postcode
 * @returns {Entry}
 */
export function read_entry(choices, claims, known, place = '') {
  /** @type {Entry} */
  const entry = { choices: new Map(), answers: new Map(), known, place };
  /** @type {Answer} */
  let answer = 'open';
  for (const word of claims.split(' ').filter(Boolean)) {
    const [row] = word.split(':', 1);
    if (word.endsWith(':')) answer = /** @type {Answer} */ (row);
    else entry.answers.set(row, answer);
  }
  for (const word of choices.split(' ').filter(Boolean)) {
    const [field, option] = word.split(':');
    const options = entry.choices.get(field) ?? new Set();
    entry.choices.set(field, options.add(option));
  }
  return entry;
}

export class Narrowing {
  #entries;
  #level_field;
  #order;

  /**
   * @param {Entry[]} entries
   * @param {string} level_field the field whose options answers can be limited to; may be empty
   * @param {Answer[]} order of answers for several levels the one that comes first here counts
   */
  constructor(entries, level_field, order) {
    this.#entries = entries;
    this.#level_field = level_field;
    this.#order = order;
  }

  /**
   * What an entry answers for pupils of the chosen levels that it has; without chosen ones for the whole school.
   * @param {Entry} entry
   * @param {string} row
   * @param {Set<string> | undefined} levels
   * @returns {Answer}
   */
  answer({ answers, choices }, row, levels) {
    const whole = answers.get(row) ?? 'open';
    const own = choices.get(this.#level_field);
    if (!levels || levels.size === 0 || !own) return whole;
    let first = this.#order.length;
    for (const level of levels) {
      if (own.has(level)) first = Math.min(first, this.#order.indexOf(answers.get(`${row}@${level}`) ?? whole));
    }
    return this.#order[first] ?? whole;
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
   * In which part of the list an entry stands by the rows alone; null: it is left out.
   * @param {Entry} entry
   * @param {Row[]} rows
   * @param {Set<string> | undefined} levels
   * @returns {Standing | null}
   */
  #standing_by_rows(entry, rows, levels) {
    const answers = rows.map((row) => this.answer(entry, row.id, levels));
    const stated = answers.filter((one) => one === 'stated').length;
    const part = this.#part(answers, stated);
    return part && { part, stated };
  }

  /**
   * The same among entries that fit the other choices, or of which that is not known.
   * @param {Standing | null} by_rows
   * @param {'yes' | 'unknown' | 'no'} fits
   * @returns {Standing | null}
   */
  #placed(by_rows, fits) {
    if (by_rows === null || fits === 'no') return null;
    return fits === 'yes' || by_rows.part === 'denied' ? by_rows : { ...by_rows, part: 'unplaced' };
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
    const levels = selection.choices.get(this.#level_field);
    return this.#entries.map((entry) => {
      const fits = this.#fits(entry, selection);
      return fits === 'no' ? null : this.#placed(this.#standing_by_rows(entry, selection.rows, levels), fits);
    });
  }

  /**
   * What every option of a field would give, the choices of the other groups kept: of how many entries a source states what is chosen,
   * and of how many it is not known.
   * @param {Chosen} selection
   * @param {string} field
   * @param {string[]} options
   */
  option_counts({ choices, rows, is_near }, field, options) {
    const others = new Map(choices);
    others.delete(field);
    const levels = others.get(this.#level_field);
    const counts = options.map((option) => ({ wanted: new Set([option]), stated: 0, unknown: 0 }));
    for (const entry of this.#entries) {
      const fits = this.#fits(entry, { choices: others, rows, is_near });
      if (fits === 'no') continue;
      // Only what is chosen among the levels can change an answer.
      const whole = field === this.#level_field ? undefined : this.#standing_by_rows(entry, rows, levels);
      for (const count of counts) {
        const has = this.#has(entry, field, count.wanted);
        if (has === 'no') continue;
        const by_rows = whole === undefined ? this.#standing_by_rows(entry, rows, count.wanted) : whole;
        const part = this.#placed(by_rows, has === 'yes' ? fits : has)?.part;
        if (part === 'all' || part === 'some') count.stated += 1;
        else if (part === 'open' || part === 'unplaced') count.unknown += 1;
      }
    }
    return counts;
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
        const answer = this.answer(entry, row.id, levels);
        if (answer === 'stated' && is_placed) counts.stated += 1;
        else if (answer === 'stated' || answer === 'open') counts.unknown += 1;
      }
      return counts;
    });
  }
}
