// What is known of the schools on the list: the open data that stand beside the page of each school.

/**
 * Where the page of an entry stands, also on a site that does not stand at the root of its host.
 * @param {string} pattern "/scholen/{id}/"
 * @param {string} id
 */
export function page_of(pattern, id) {
  return new URL(`..${pattern.replace('{id}', id)}`, import.meta.url).pathname;
}

/** @typedef {Profile | 'missing' | 'failed'} Answered */

/** @type {Map<string, Promise<Answered>>} */
const asked = new Map();

/** No answer within this time is told as such. */
const patience = 12000;

/** @param {string} pattern @param {string} id @returns {Promise<Answered>} */
async function fetch_profile(pattern, id) {
  try {
    const response = await fetch(`${page_of(pattern, id)}index.json`, { cache: 'no-cache', signal: AbortSignal.timeout(patience) });
    if (response.ok) return await response.json();
    return response.status === 404 ? 'missing' : 'failed';
  } catch {
    return 'failed';
  }
}

/** @param {string} pattern @param {string} id */
function ask(pattern, id) {
  const answer = fetch_profile(pattern, id);
  asked.set(id, answer);
  // What failed is asked anew at the next try.
  answer.then((one) => { if (one === 'failed') asked.delete(id); });
  return answer;
}

/**
 * The profiles of `ids` that there are, in that order; `missing`: the site has no such school; `failed`: the network did not bring it.
 * @param {string} pattern
 * @param {string[]} ids
 */
export async function read_profiles(pattern, ids) {
  const all = await Promise.all(ids.map((id) => asked.get(id) ?? ask(pattern, id)));
  return {
    profiles: all.flatMap((one) => (typeof one === 'string' ? [] : [one])),
    missing: ids.filter((_, position) => all[position] === 'missing'),
    failed: ids.filter((_, position) => all[position] === 'failed'),
  };
}

/** The fields with the names of an entry: the build says which. */
const { nameField = '', shortNameField = '' } = /** @type {HTMLElement | null} */ (document.querySelector('[data-list]'))?.dataset ?? {};

/** @param {Profile} profile */
export const name_of = (profile) => profile.gegevens[nameField] ?? profile.id;

/** @param {Profile} profile */
export const short_name = (profile) => profile.gegevens[shortNameField] ?? name_of(profile);

/**
 * Whether the row makes sense for the school.
 * @param {Profile} profile
 * @param {string} row
 */
export const applies = (profile, row) => !profile.niet_van_toepassing.includes(row);

/**
 * @param {Profile} profile
 * @param {string} row
 */
export const claims_on = (profile, row) => profile.beweringen[row] ?? [];
