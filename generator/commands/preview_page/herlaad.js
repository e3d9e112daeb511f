// A page of the preview follows what is saved. What changed within one element is replaced there: the reader stays where
// they are and sees it sooner than a page that is loaded anew. For everything else the page is loaded anew.

const own = /** @type {HTMLScriptElement} */ (document.currentScript);
const own_script = `script[src="${own.getAttribute('src')}"]`;
let version = own.dataset.versie ?? '';

/// The page as the preview sent it, before any script changed it; null: not known.
/** @type {Document | null} */
let sent = null;

/// The page as the preview has it now, and which version that is; null when there is none. Not by a DOMParser: the policy of
/// the site lets no script make a page out of text.
/** @returns {Promise<{version: string, page: Document} | null>} */
function page_now() {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.onloadend = () => {
      const page = request.status === 200 ? request.responseXML : null;
      const script = /** @type {HTMLScriptElement | null | undefined} */ (page?.querySelector(own_script));
      // It differs in every version and is not what a reader looks at.
      script?.remove();
      resolve(page && script ? { version: script.dataset.versie ?? '', page } : null);
    };
    request.open('GET', location.pathname + location.search);
    request.send();
  });
}

/// The innermost elements of two pages that hold all that differs; null when nothing does.
/** @param {Element} before @param {Element} after @returns {[Element, Element] | null} */
function difference(before, after) {
  if (before.isEqualNode(after)) return null;
  if (!before.cloneNode(false).isEqualNode(after.cloneNode(false))) return [before, after];
  if (before.childNodes.length !== after.childNodes.length) return [before, after];
  const differing = [...before.childNodes].map((node, index) => [node, after.childNodes[index]])
    .filter(([old_node, new_node]) => !old_node.isEqualNode(new_node));
  const [[old_node, new_node]] = differing;
  const is_in_one = differing.length === 1 && old_node instanceof Element && new_node instanceof Element;
  return is_in_one ? difference(old_node, new_node) : [before, after];
}

/// Whether a script of the site may hold on to a part of it, or must run for it.
/** @param {Element} element */
function is_of_scripts(element) {
  const all = [element, ...element.querySelectorAll('*')];
  return all.some((one) => one.matches('html, head, body, script, style, link, template, button, form, input, select, textarea, dialog, [id]')
    || !(one instanceof HTMLElement) || Object.keys(one.dataset).length > 0);
}

/// Shows `page` by replacing what differs; false when that cannot be done.
/** @param {Document} page */
function show_in_place(page) {
  if (sent === null) return false;
  const found = difference(sent.documentElement, page.documentElement);
  if (found === null) return true;
  const [before, after] = found;
  if (is_of_scripts(before) || is_of_scripts(after)) return false;
  // An element that a script changed is not found, and one that is there twice is not known.
  const shown = [...document.querySelectorAll(before.localName)].filter((one) => one.isEqualNode(before));
  if (shown.length !== 1) return false;
  shown[0].replaceWith(document.importNode(after, true));
  return true;
}

async function follow() {
  try {
    const answer = await fetch(`/-/versie?na=${version}`, { cache: 'no-store' });
    if (answer.ok && (await answer.text()) !== version) {
      const now = await page_now();
      if (now === null || !show_in_place(now.page)) {
        location.reload();
        return;
      }
      sent = now.page;
      version = now.version;
      follow();
      return;
    }
  } catch { /* The preview is not there now. */ }
  setTimeout(follow, 1000);
}

async function begin() {
  const now = await page_now();
  if (now?.version === version) sent = now.page;
}

begin();
follow();
