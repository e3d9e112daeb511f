// What is known of the schools on the list: the open data that stand beside the page of each school.

/**
 * Where the page of an entry stands, also on a site that does not stand at the root of its host.
 * @param {string} pattern "/scholen/{id}/"
 * @param {string} id
 */
export function page_of(pattern, id) {
  return new URL(`..${pattern.replace('{id}', id)}`, import.meta.url).pathname;
}

/** @type {Map<string, Promise<Profile | null>>} */
const asked = new Map();

/** @param {string} pattern @param {string} id */
function ask(pattern, id) {
  const answer = fetch(`${page_of(pattern, id)}index.json`, { cache: 'no-cache' })
    .then((response) => (response.ok ? /** @type {Promise<Profile>} */ (response.json()) : null))
    .catch(() => null);
  asked.set(id, answer);
  return answer;
}

/**
 * The profiles of `ids` that there are, in that order; each is asked for once.
 * @param {string} pattern
 * @param {string[]} ids
 */
export async function read_profiles(pattern, ids) {
  const all = await Promise.all(ids.map((id) => asked.get(id) ?? ask(pattern, id)));
  return {
    profiles: all.filter((one) => one !== null),
    missing: ids.filter((_, position) => all[position] === null),
  };
}

/** @param {Profile} profile */
export const short_name = (profile) => profile.gegevens.korte_naam ?? profile.gegevens.naam;

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
