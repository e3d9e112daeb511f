// Which entries a reader finds, and how many every choice would give. Knows no field by name: what an entry has stands on its
// card, what can be chosen stands in the form.

/** The value for entries of which a field is not known. */
const not_looked_at = 'onbekend';

/**
 * @param {string} choices "niveaus:havo gebied:zuid"
 * @param {string} claims "dyslexie:ja:havo,vwo:o lift:nee lwo:nvt"
 * @param {number} known
 * @returns {Entry}
 */
export function read_entry(choices, claims, known) {
  /** @type {Entry} */
  const entry = { choices: new Map(), claims: new Map(), excluded: new Set(), known };
  for (const word of choices.split(' ').filter(Boolean)) {
    const [field, option] = word.split(':');
    const options = entry.choices.get(field) ?? new Set();
    entry.choices.set(field, options.add(option));
  }
  for (const word of claims.split(' ').filter(Boolean)) {
    const [row, status, levels = '', marks = ''] = word.split(':');
    if (status === 'nvt') entry.excluded.add(row);
    else entry.claims.set(row, [...entry.claims.get(row) ?? [], { status, levels: levels.split(',').filter(Boolean), marks }]);
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

/**
 * @param {Entry} entry
 * @param {Row} row
 * @param {Set<string> | undefined} levels
 * @param {Set<string> | undefined} own_levels those of the entry
 * @returns {Answer}
 */
export function answer(entry, row, levels, own_levels) {
  if (entry.excluded.has(row.id)) return 'excluded';
  const chosen = levels && levels.size > 0 && row.levels.length > 0;
  if (chosen && !row.levels.some((level) => levels.has(level) && (own_levels?.has(level) ?? true))) return 'excluded';
  const claims = claims_for(entry, row.id, levels);
  if (claims.some(({ status }) => status === 'ja' || status === 'deels')) return 'stated';
  return claims.every(({ status }) => status === 'niet_vermeld') ? 'open' : 'denied';
}

export class Narrowing {
  #entries;
  #level_field;

  /**
   * @param {Entry[]} entries
   * @param {string} level_field the field whose options claims are limited to; may be empty
   */
  constructor(entries, level_field) {
    this.#entries = entries;
    this.#level_field = level_field;
  }

  /**
   * @param {Entry} entry
   * @param {string} field
   * @param {Set<string>} wanted
   */
  #has(entry, field, wanted) {
    if (wanted.size === 0) return true;
    const own = entry.choices.get(field);
    if (!own) return wanted.has(not_looked_at);
    for (const option of own) if (wanted.has(option)) return true;
    return false;
  }

  /**
   * The best answer that an entry gives on any of the rows; an entry that is asked nothing is found.
   * @param {Entry} entry
   * @param {Row[]} rows
   * @param {Set<string> | undefined} levels
   * @returns {Answer}
   */
  #best_answer(entry, rows, levels) {
    if (rows.length === 0) return 'stated';
    /** @type {Answer} */
    let best = 'excluded';
    for (const row of rows) {
      const one = answer(entry, row, levels, entry.choices.get(this.#level_field));
      if (one === 'stated') return one;
      if (one === 'open' || best === 'excluded') best = one;
    }
    return best;
  }

  /**
   * What becomes of every entry; null: a choice of another group leaves it out.
   * @param {Chosen} selection
   * @returns {(Answer | null)[]}
   */
  answers({ choices, rows }) {
    const levels = choices.get(this.#level_field);
    return this.#entries.map((entry) => {
      for (const [field, wanted] of choices) if (!this.#has(entry, field, wanted)) return null;
      return this.#best_answer(entry, rows, levels);
    });
  }

  /**
   * How many entries every option of a field would give, the choices of the other groups kept.
   * @param {Chosen} selection
   * @param {string} field
   * @param {string[]} options
   * @returns {Map<string, number>}
   */
  option_counts(selection, field, options) {
    const others = new Map(selection.choices);
    others.delete(field);
    return new Map(options.map((option) => {
      const answers = this.answers({ ...selection, choices: new Map([...others, [field, new Set([option])]]) });
      return [option, answers.filter((one) => one === 'stated' || (one === 'open' && selection.with_open)).length];
    }));
  }

  /**
   * Of how many entries a source states the row, the choices of the other groups kept.
   * @param {Chosen} selection
   * @param {Row} row
   */
  row_count(selection, row) {
    return this.answers({ ...selection, rows: [row] }).filter((one) => one === 'stated').length;
  }
}
