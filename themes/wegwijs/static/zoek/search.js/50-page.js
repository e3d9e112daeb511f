// The search for the scripts of pages.

let opened;

/// Searches with the index that is open; without a query it is only opened. An index that was opened before the site was renewed names
/// pieces that may be gone, and a piece may get lost on its way: then all is asked for once more.
export async function ask(query, options) {
  for (let is_second = false; ; is_second = true) {
    try {
      const index = await (opened ??= open_index(get));
      return query && await search(index, query, options);
    } catch (failure) {
      opened = undefined;
      if (is_second) throw failure;
    }
  }
}
