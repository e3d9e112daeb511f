// What a screen reader is told of a page: Chromium's accessibility tree, and the languages of its words.

const controls = new Set(['link', 'button', 'checkbox', 'radio', 'textbox', 'searchbox', 'combobox', 'DisclosureTriangle']);
/// What a reader hears around a link, beside the heading above it.
const surroundings = new Set(['listitem', 'paragraph', 'row', 'rowgroup', 'definition', 'dialog']);

/// The nodes of the tree that are not passed over, in the order of reading, each with what it stands in.
export async function spoken_nodes(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const by_id = new Map(nodes.map((node) => [node.nodeId, node]));
  const spoken = [];
  const visit = (node, around) => {
    const role = node.role?.value ?? '';
    const property = (name) => node.properties?.find((one) => one.name === name)?.value.value;
    const self = { id: node.nodeId, role, name: (node.name?.value ?? '').replace(/\s+/g, ' ').trim(), around, level: property('level'), url: property('url') };
    if (!node.ignored) spoken.push(self);
    for (const id of node.childIds ?? []) if (by_id.has(id)) visit(by_id.get(id), node.ignored ? around : [...around, self]);
  };
  visit(nodes[0], []);
  return spoken;
}

/// "Scholen Scholen", and "Bron: Bron: ...".
const is_doubled = (name) => /^(.{3,}?)[\s:,;.]+\1$/iu.test(name) || /(?<![\p{L}\d])(\p{L}{3,})[:,]? \1(?![\p{L}\d])/iu.test(name);

function heading_findings(nodes) {
  const headings = nodes.filter(({ role }) => role === 'heading');
  const findings = headings.filter(({ name }) => name === '').map(() => 'a heading without words');
  const first = headings.filter(({ level }) => level === 1).length;
  if (first !== 1) findings.push(`${first} headings of level 1`);
  headings.forEach(({ level, name }, index) => {
    const before = headings[index - 1]?.level ?? 0;
    if (level > before + 1) findings.push(`heading "${name}" of level ${level} after level ${before}`);
  });
  return findings;
}

function name_findings(nodes) {
  const findings = [];
  const seen = new Map();
  let heading = '';
  for (const node of nodes) {
    const { role, name, around, url } = node;
    if (role === 'heading') heading = name;
    if (role === 'image' || role === 'img') findings.push(...(name === '' ? ['a picture without words'] : []));
    if (!controls.has(role)) continue;
    if (name === '' || !/[\p{L}\d]/u.test(name)) findings.push(`a ${role} without a name below "${heading}"`);
    if (/[\u00d7\u2192\u2190\u25b8\u25be]/.test(name)) findings.push(`a sign is read aloud: ${role} "${name}"`);
    if (is_doubled(name)) findings.push(`said twice: ${role} "${name}"`);
    // A link is known by what stands around it, a box by its group; what does something is known by its name alone.
    const place = role === 'link' ? around.findLast(({ role: one }) => surroundings.has(one))
      : ['checkbox', 'radio'].includes(role) ? around.findLast((one) => one.role === 'group' && one.name !== '')
        : around.find(({ role: one }) => one === 'dialog');
    const key = `${role}|${name}|${place?.id}|${role === 'link' && heading}`;
    if (seen.has(key) && (role !== 'link' || seen.get(key) !== url)) findings.push(`two of one name: ${role} "${name}" below "${heading}"`);
    seen.set(key, url);
  }
  return findings;
}

function landmark_findings(nodes) {
  const findings = [];
  for (const landmark of ['banner', 'main', 'contentinfo']) {
    const number = nodes.filter(({ role }) => role === landmark).length;
    if (number !== 1) findings.push(`${number} of ${landmark}`);
  }
  const named = nodes.filter(({ role }) => ['navigation', 'region', 'form', 'search', 'dialog'].includes(role));
  for (const { role, name } of named) {
    if (name === '' && role !== 'search') findings.push(`a ${role} without a name`);
    if (named.filter((one) => one.role === role && one.name === name).length > 1) findings.push(`two of one name: ${role} "${name}"`);
  }
  return findings;
}

function table_findings(nodes) {
  return nodes.filter(({ role }) => role === 'table').flatMap(({ id, name, around }) => {
    const inside = nodes.filter((one) => one.around.some((outer) => outer.id === id));
    const is_named = name !== '' || around.some((outer) => outer.role === 'region' && outer.name !== '');
    return [...(is_named ? [] : ['a table without a name']),
      ...(inside.some(({ role }) => role === 'columnheader') ? [] : [`table "${name}" without heads of columns`]),
      ...(inside.some(({ role }) => role === 'rowheader') ? [] : [`table "${name}" without heads of rows`])];
  });
}

/// Words in letters that the language around them does not have, states without a word, and Dutch read aloud as something else.
function language_findings(page) {
  return page.evaluate(() => {
    const findings = [];
    const scripts = [['ar', /\p{Script=Arabic}{2}/u], ['uk', /\p{Script=Cyrillic}{2}/u]];
    const dutch = document.documentElement.lang;
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent.trim();
      // The names of the languages, and the titles of the pages in them, stand in lists as they are.
      if (text === '' || !node.parentElement.checkVisibility() || node.parentElement.closest('a[href^="/talen/"]:not(:has([lang]))')) continue;
      const marked = node.parentElement.closest('[lang]').lang;
      for (const [language, letters] of scripts) {
        if (letters.test(text) && marked !== language) findings.push(`not marked as ${language}: "${text.slice(0, 40)}"`);
      }
      const other = scripts.find(([language]) => language === marked);
      // A name among words of another script is left to the voice; a line of nothing but Latin letters is not.
      if (other && /^[\p{Script=Latin}\s“”"]+$/u.test(text) && !/^https?:|@/.test(text)) findings.push(`not marked as ${dutch}: "${text.slice(0, 40)}"`);
    }
    for (const one of document.querySelectorAll('[data-status]')) {
      if (one.checkVisibility() && !/\p{L}/u.test(one.textContent)) findings.push(`a state without a word: ${one.outerHTML.slice(0, 80)}`);
    }
    for (const one of document.querySelectorAll('[dir="rtl"]')) if (getComputedStyle(one).direction !== 'rtl') findings.push('not read from right to left');
    return findings;
  });
}

/// Everything that is wrong with what a reader of this page hears.
export async function spoken_findings(page) {
  const nodes = await spoken_nodes(page);
  return [...heading_findings(nodes), ...name_findings(nodes), ...landmark_findings(nodes), ...table_findings(nodes), ...await language_findings(page)];
}
