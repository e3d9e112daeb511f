// The page on paper: sheets of A4 that hold everything, also what is folded on the screen.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/// Without white space and hyphens: lines and words break elsewhere on paper.
const bare = (text) => text.normalize('NFKC').replace(/[\s\u00ad\u2010\u2011-]+/g, '');

/// What must be on paper: every heading and paragraph of the content, folded or not, and the addresses of links to elsewhere.
function wanted_on_paper(page) {
  return page.evaluate(() => {
    const shown = (element) => {
      if (element.closest('[hidden]')) return false;
      for (let one = element; one; one = one.parentElement) if (getComputedStyle(one).display === 'none') return false;
      return true;
    };
    // Words for screen readers only are no part of what paper shows; behind a link to elsewhere it has the address, so a text has two parts there.
    const words = (element) => {
      const copy = element.cloneNode(true);
      // What the style sheet leaves out on paper, as the number beside a group, is no part of it either.
      const left_out = [...element.querySelectorAll('*')].map((part) => getComputedStyle(part).display === 'none');
      [...copy.querySelectorAll('*')].forEach((part, place) => { if (left_out[place] || part.matches('.vh')) part.remove(); });
      for (const link of copy.querySelectorAll('a[href^="http"]')) link.after('\u0000');
      return copy.textContent.split('\u0000').map((part) => part.trim());
    };
    const texts = (selector) => [...document.querySelectorAll(selector)].filter(shown).flatMap(words).filter(Boolean);
    return {
      // Behind a link paper has its address, so an item of several paragraphs is looked for paragraph by paragraph.
      folded: texts('main details li:not(:has(p)), main details p'),
      headings: texts('main :is(h1, h2, h3, summary)'),
      links: [...new Set([...document.querySelectorAll('main a[href^="http"]')].filter(shown)
        .map((link) => link.getAttribute('href').replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')))],
    };
  });
}

/// Prints the page to `file` and reads it back.
export async function print_findings(page, file) {
  await page.emulateMedia({ media: 'print' });
  const wanted = await wanted_on_paper(page);
  await page.emulateMedia({ media: null });
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: false }));
  // -raw: in the order of the page, also where the paper has two columns.
  const [{ stdout: text }, { stdout: lines }, { stdout: facts }] = await Promise.all([
    run('pdftotext', ['-raw', file, '-']), run('pdftotext', [file, '-']), run('pdfinfo', [file])]);
  const findings = [];
  const sheets = text.split('\f').slice(0, -1);
  const told = Number(facts.match(/^Pages:\s+(\d+)/m)?.[1]);
  if (told < 1 || sheets.length !== told) findings.push(`${told} sheets, ${sheets.length} with text`);
  if (!/^Page size:.*A4/m.test(facts)) findings.push(`not A4: ${facts.match(/^Page size:.*/m)?.[0]}`);
  sheets.forEach((sheet, number) => { if (sheet.trim() === '') findings.push(`sheet ${number + 1} is empty`); });
  for (const [line] of lines.matchAll(/^[.,;:!?)](?=\s).*/gm)) findings.push(`a line begins with "${line.slice(0, 40)}"`);
  const paper = bare(text);
  const missing = (kind, texts) => texts.filter((one) => !paper.includes(bare(one)))
    .map((one) => `not on paper: ${kind} "${one.slice(0, 70)}"`);
  findings.push(...missing('heading', wanted.headings), ...missing('folded text', wanted.folded), ...missing('address', wanted.links));
  return findings;
}
