// How far a school is from the reader, as the crow flies: from the first four digits of two postcodes. Where these lie stands in
// one file per first digit, which is asked for only when the reader gives a postcode; the server hears no more than that digit.

/** @typedef {{ latitude: number, longitude: number }} Place */

/** @type {Map<string, Promise<Map<string, Place>>>} */
const asked = new Map();

/** @param {string} pattern "/bestanden/postcodes/{cijfer}.csv" @param {string} digit */
async function fetch_places(pattern, digit) {
  const response = await fetch(new URL(`..${pattern.replace('{cijfer}', digit)}`, import.meta.url));
  // No postcode with this digit is known: a school that mistyped its own takes no distance away from others.
  if (response.status === 404) return new Map();
  if (!response.ok) throw new Error(`answer ${response.status}`);
  const lines = (await response.text()).split(/\r?\n/);
  return new Map(lines.map((line) => {
    // A Dutch spreadsheet saves 1017;52,363;4,884.
    const [postcode, latitude, longitude] = (line.includes(';') ? line.replaceAll(',', '.') : line).split(/[,;]/);
    return [postcode, { latitude: Number(latitude), longitude: Number(longitude) }];
  }));
}

/** @param {string} pattern @param {string} digit */
function places(pattern, digit) {
  const known = asked.get(digit) ?? fetch_places(pattern, digit);
  asked.set(digit, known);
  // Asked anew at the next try.
  known.catch(() => asked.delete(digit));
  return known;
}

/** In kilometres. @param {Place} from @param {Place} to */
export function kilometres(from, to) {
  const radians = Math.PI / 180;
  const north = (to.latitude - from.latitude) * radians;
  const east = (to.longitude - from.longitude) * radians * Math.cos(((from.latitude + to.latitude) / 2) * radians);
  return 6371 * Math.hypot(north, east);
}

/**
 * The distance to each of `postcodes` from `home`; a code that is not known has none. Null: `home` itself is not known.
 * @param {string} pattern
 * @param {string} home
 * @param {string[]} postcodes
 */
export async function distances(pattern, home, postcodes) {
  const digits = [...new Set([home, ...postcodes].map((code) => code[0]).filter(Boolean))];
  const all = new Map((await Promise.all(digits.map((digit) => places(pattern, digit)))).flatMap((some) => [...some]));
  const from = all.get(home);
  if (!from) return null;
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const code of postcodes) {
    const to = all.get(code);
    if (to) found.set(code, kilometres(from, to));
  }
  return found;
}
