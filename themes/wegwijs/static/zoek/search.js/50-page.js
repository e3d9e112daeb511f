// The search for the scripts of pages.

/** @type {Promise<SearchIndex> | undefined} */
let opened;

/**
 * Searches with the index that is open. An index that was opened before the site was renewed names pieces that may be gone, and a
 * piece may get lost on its way: then all is asked for once more.
 * @param {string} query @param {SearchOptions} [options]
 */
export async function ask(query, options) {
  for (let is_second = false; ; is_second = true) {
    try {
      const index = await (opened ??= open_index(get));
      return await search(index, query, options);
    } catch (failure) {
      opened = undefined;
      if (is_second) throw failure;
    }
  }
}
