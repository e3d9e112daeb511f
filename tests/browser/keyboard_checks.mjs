// The keyboard alone: Tab comes at everything that can be operated, in the order of the page, and shows where it is.

/// Numbers everything that can be operated, in the order of the page; gives what each is.
export function number_stops(page) {
  return page.evaluate(() => {
    const candidates = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
    const stops = [...document.querySelectorAll(candidates)]
      .filter((element) => !element.disabled && element.checkVisibility({ visibilityProperty: true }));
    stops.forEach((element, number) => { element.dataset.proef = String(number); });
    const name = (element) => element.textContent.trim() || element.getAttribute('aria-label') || element.id;
    return stops.map((element) => `${element.localName} "${name(element).slice(0, 50)}"`);
  });
}

/// Where the focus is now: the number, and what is wrong with how it shows.
function look_at_focus(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { number: -1, problems: [] };
    const problems = [];
    const style = getComputedStyle(element);
    const luminance = (colour) => {
      const [red, green, blue] = colour.match(/[\d.]+/g).map(Number)
        .map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
      const [low, high] = [luminance(one), luminance(other)].sort((left, right) => left - right);
      return (high + 0.05) / (low + 0.05);
    };
    if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2) problems.push('no outline of 2 px');
    // Two rings that differ 9:1 show on every ground (WCAG, technique C40); in forced colours the system sees to it.
    const ring = style.boxShadow.match(/rgba?\([^)]*\)/)?.[0];
    const forced = matchMedia('(forced-colors: active)').matches;
    if (!forced && (!ring || contrast(ring, style.outlineColor) < 9)) {
      problems.push(`rings ${style.outlineColor} and ${ring} differ less than 9:1`);
    }
    const { left, right, top, bottom } = element.getClientRects()[0] ?? element.getBoundingClientRect();
    if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) problems.push('outside the window');
    else {
      const seen = document.elementFromPoint(Math.max(0, (left + right) / 2), Math.min(innerHeight - 1, Math.max(0, (top + bottom) / 2)));
      if (seen === null || (!element.contains(seen) && !seen.contains(element))) problems.push('covered by something else');
    }
    return { number: Number(element.dataset.proef ?? -1), problems };
  });
}

/// Walks through the page with Tab. Gives what is skipped, out of order or not visible when it has the focus.
export async function tab_findings(page) {
  const stops = await number_stops(page);
  const findings = [];
  for (let expected = 0; expected < stops.length; ++expected) {
    await page.keyboard.press('Tab');
    const { number, problems } = await look_at_focus(page);
    if (number !== expected) {
      findings.push(`Tab ${expected + 1} comes at ${stops[number] ?? 'something else'} and not at ${stops[expected]}`);
      break;
    }
    findings.push(...problems.map((problem) => `${stops[expected]}: ${problem}`));
  }
  return findings;
}

/// The first Tab shows the skip link, Enter brings the focus to the content, and the next Tab goes on from there.
export async function skip_link_findings(page) {
  const stops = await number_stops(page);
  const findings = [];
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => {
    const link = document.activeElement;
    const { left, right, top, bottom } = link.getBoundingClientRect();
    return { target: link.getAttribute('href'), shown: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight };
  });
  if (first.target !== '#inhoud') return [`the first Tab comes at ${stops[0]} and not at the skip link`];
  if (!first.shown) findings.push('the skip link is not in the window when it has the focus');
  await page.keyboard.press('Enter');
  const focused = await page.evaluate(() => document.activeElement.id);
  if (focused !== 'inhoud') findings.push('the skip link does not bring the focus to the content');
  await page.keyboard.press('Tab');
  const after = await page.evaluate(() => {
    const main = document.querySelector('#inhoud');
    const first_in_main = [...main.querySelectorAll('[data-proef]')][0];
    const next = document.activeElement;
    return first_in_main ? next === first_in_main : !document.querySelector('header').contains(next);
  });
  if (!after) findings.push('Tab after the skip link does not go on in the content');
  return findings;
}
