// What can be seen on a page in one mode: axe, and what axe cannot see. Every check gives a list of findings.

import { is_short } from './pages.mjs';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/// Where axe may say that it cannot judge a contrast, and why that is no loss.
const contrast_not_judged = [
  // The arrow-shaped grounds are drawn on ::before, where axe does not look; the build refuses such pairs (kleurparen.yaml).
  { reason: 'pseudoContent', within: '.wijzer, .blad' },
  // The number and the line of a step are drawn beside its words.
  { reason: 'pseudoContent', within: '.route' },
  // The line between two stops is a gradient of 2 px high beside the words.
  { reason: 'bgGradient', within: '.pad' },
  // Cells outside the window of a table that scrolls.
  { reason: 'elmPartiallyObscured', within: '.tabel' },
  // The kinds of results: on a phone one row that scrolls.
  { reason: 'elmPartiallyObscured', within: '.uitkomsten nav' },
  // In a dialog the middle scrolls below the head and the foot; what lies outside the window cannot be judged.
  { reason: 'elmPartiallyObscured', within: '.filters' },
  { reason: 'bgOverlap', within: 'dialog' },
  { reason: 'elmPartiallyObscured', within: 'dialog' },
  // A field that waits for what the reader types.
  { reason: 'emptyValue', within: 'input' },
  // The reader's own list sticks to the bottom of the window, over what scrolls beneath it.
  { reason: 'bgOverlap', within: 'body:has(.mijn-lijst:not([hidden])) :is(main, footer)' },
  { reason: 'elmPartiallyObscured', within: 'body:has(.mijn-lijst:not([hidden])) :is(main, footer)' },
  { reason: 'elmPartiallyObscuring', within: 'body:has(.mijn-lijst:not([hidden])) :is(main, footer)' },
  // One character: axe cannot tell whether it is meant as text.
  { reason: 'shortTextContent', within: 'td' },
  { reason: 'shortTextContent', within: '[data-count], [data-unknown], [data-part-total]' },
  // The cross of a button whose words are for screen readers.
  { reason: 'shortTextContent', within: 'button' },
  // The padding of a link over two lines lies over the line above.
  { reason: 'elmPartiallyObscuring', within: '.reeks' },
];

/// Of many cards that are made alike a short run looks at the first dozen, in the colours and words of all.
const alike = is_short ? [['li.kaart:nth-child(n+13)']] : [];

const colour_rules = ['color-contrast', 'link-in-text-block'];

/// What axe finds in the page as it is now; what it cannot judge counts too, but for the reasons above. `which`: 'all';
/// 'colours' where the page differs from one that was judged in its colours only; 'not colours' where the system picks them.
export async function axe_findings(page, which = 'all') {
  const options = which === 'colours'
    ? { runOnly: { type: 'rule', values: colour_rules } }
    : { runOnly: { type: 'tag', values: tags }, rules: { 'color-contrast': { enabled: which === 'all' } } };
  return page.evaluate(async ({ how, accepted, without }) => {
    const report = await window.axe.run({ include: document, exclude: without }, { ...how, resultTypes: ['violations', 'incomplete'] });
    const reasons = (node) => [...node.any, ...node.all, ...node.none].map((check) => check.data?.messageKey).filter(Boolean);
    const is_accepted = (node) => accepted.some(({ reason, within }) =>
      reasons(node).every((one) => one === reason) && document.querySelector(node.target.join(' '))?.closest(within));
    // The heading of the last body of a comparison has only its own cells below it, which axe does not count.
    const is_last_of_comparison = (rule, node) => rule.id === 'th-has-data-cells' && document.querySelector(node.target.join(' '))?.matches('.vgl');
    // What the bar with the list covers depends on how far the page has scrolled, and a reader scrolls it free.
    const is_covered_by_bar = (rule, node) => rule.id === 'target-size' && document.querySelector('.mijn-lijst:not([hidden])') !== null &&
      reasons(node).includes('partiallyObscured');
    const why = (node) => (node.failureSummary ?? '').split('\n').slice(1).join(' ').trim().slice(0, 200);
    const told = (rule, nodes, kind) => nodes.map((node) =>
      `${kind} ${rule.id}: ${node.target.join(' ')}: ${why(node)} ${reasons(node)}`);
    return [
      ...report.violations.flatMap((rule) => told(rule, rule.nodes.filter((node) => !is_covered_by_bar(rule, node)), 'axe')),
      ...report.incomplete.flatMap((rule) => told(rule,
        rule.nodes.filter((node) => !is_last_of_comparison(rule, node) && (rule.id !== 'color-contrast' || !is_accepted(node))), 'axe cannot judge')),
    ];
  }, { how: options, accepted: contrast_not_judged, without: alike });
}

/// Sideways scrolling, text outside the window, text cut off, and words that stand letter by letter in a column.
export function layout_findings(page) {
  return page.evaluate(() => {
    const findings = [];
    const root = document.documentElement;
    const name = (element) => [element.localName, ...element.classList].join('.') + (element.id ? `#${element.id}` : '');
    // A wide table or code may scroll in its own frame, and on a phone the kinds of results in their row.
    const may_be_out = (element) => element.closest('.tabel, pre, .overslaan, .vh, .iconen, .uitkomsten nav');
    if (root.scrollWidth > root.clientWidth) findings.push(`scrolls sideways: ${root.scrollWidth} px in ${root.clientWidth} px`);

    for (const element of document.body.querySelectorAll('*')) {
      if (may_be_out(element) || element instanceof SVGElement || !element.checkVisibility()) continue;
      // What is typed into a field may be longer than the field, and moves along with the typing.
      const cuts = element.localName !== 'input' && ['hidden', 'clip'].includes(getComputedStyle(element).overflowX);
      if (cuts && element.scrollWidth > element.clientWidth + 1) findings.push(`${name(element)} cuts off its text`);
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 0 && (left < -1 || right > root.clientWidth + 1)) findings.push(`${name(element)} sticks out of the window`);
    }

    // The boxes of the words themselves: text overflows its element without changing the element's own box.
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const place = (text, offset) => {
      range.setStart(text, offset);
      range.setEnd(text, offset + 1);
      return range.getBoundingClientRect();
    };
    let before = null;
    // With large letters a long word may be broken anywhere, also before its stop.
    const is_large = Number.parseFloat(getComputedStyle(root).fontSize) > 20;
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const words = text.data.trim();
      const parent = text.parentElement;
      if (words === '' || may_be_out(parent) || !parent.checkVisibility()) continue;
      // A stop or a comma stays with the word before it, a sign of money with its amount.
      const first = place(text, 0);
      if (before && !is_large && /^[.,;:!?]/.test(text.data) && first.width > 0 && first.top > before.top + 8 && first.left < before.right) {
        findings.push(`a line begins with "${text.data.slice(0, 12)}" in ${name(parent)}`);
      }
      for (const { index } of is_large ? [] : text.data.matchAll(/€\s\d/g)) {
        if (place(text, index + 2).top > place(text, index).top + 8) findings.push(`"${text.data.slice(index, index + 12)}" is broken`);
      }
      range.selectNodeContents(text);
      before = [...range.getClientRects()].at(-1) ?? null;
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
      const told = `"${words.slice(0, 40)}" in ${name(parent)}`;
      if (boxes.some(({ left, right }) => left < -1 || right > root.clientWidth + 1)) findings.push(`${told} is outside the window`);
      const lines = new Set(boxes.map(({ top }) => Math.round(top))).size;
      if (lines > 3 && words.length / lines < 4) findings.push(`${told} stands on ${lines} lines`);
    }
    return findings;
  });
}

/// WCAG 1.4.12: the reader's own distances between lines, letters and words. Goes by a sheet that the policy does not stop.
export async function set_text_spacing(page, on) {
  await page.evaluate((wanted) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
      p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = wanted ? [sheet] : [];
  }, on);
}

/// WCAG 1.4.4: the size of a running text in pixels, to prove that a larger text is really larger.
export function text_size(page) {
  return page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
}

/// What a reader without scripts misses: headings and links that are in the page but not to be seen, and folds that stay shut.
/// What a term means opens on demand and stands on the page that the term itself leads to; and a text that stands twice, for
/// two widths, is seen once.
export async function without_script_findings(page) {
  const unseen = () => page.evaluate(() => [...document.querySelectorAll('main :is(h1, h2, h3, a, p, td, dd)')]
    .filter((element) => !element.closest('[hidden], .uitleg') && element.textContent.trim() !== '')
    .filter((element) => !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((element) => !document.querySelector('main').innerText.includes(element.textContent.trim()))
    .map((element) => `cannot be seen: ${element.localName} "${element.textContent.trim().slice(0, 40)}"`));
  for (const summary of await page.locator('main details > summary').all()) {
    const open = await summary.evaluate((element) => element.parentElement.open);
    if (open || !await summary.isVisible()) continue;
    await summary.focus();
    await page.keyboard.press('Enter');
  }
  const headings = await page.locator('h1').count();
  return [...await unseen(), ...(headings === 1 ? [] : [`has ${headings} headings of level 1`])];
}
