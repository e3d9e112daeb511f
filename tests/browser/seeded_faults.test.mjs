// The checks see what they are for: one page full of faults, each of which must be found.
import assert from 'node:assert/strict';
import http from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';

import { on_page, open_context, start_browser } from './browser.mjs';
import { skip_link_findings, tab_findings } from './keyboard_checks.mjs';
import { print_findings } from './print_checks.mjs';
import { axe_findings, layout_findings, without_script_findings } from './reading_checks.mjs';

const bad_page = `<!DOCTYPE html><html lang="nl"><head><title>Fouten</title><style>
body { font: 16px sans-serif } .breed { width: 900px } .flets { color: #aaa } .kaal:focus { outline: none }
.smal { width: 1ch; overflow-wrap: anywhere } .dicht { visibility: hidden }
.later { position: absolute; top: 3000px } @media print { h2 { height: 0; overflow: hidden } }
</style></head><body><header><a href="/x/">Geen sprong</a></header><main id="inhoud" tabindex="-1">
<h1>Fouten</h1><h2>Niet op papier</h2><p class="flets">Te flets om te lezen</p><p class="breed">Te breed</p>
<p class="smal">Onderwijszorg</p>
<p class="dicht">Niet te zien zonder script</p><a class="kaal" href="/y/">Geen rand</a> <button tabindex="1">Voor zijn beurt</button>
<details><summary>Vragen</summary><p>Gevouwen vraag</p></details>
<img src="http://elders.invalid/a.png"><script>document.title = 'Verboden'</script></main></body></html>`;
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src *; script-src 'self'";

const server = http.createServer((request, answer) => {
  answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }).end(bad_page);
});
await new Promise((resolve) => server.listen(0, 'localhost', resolve));
const origin = `http://localhost:${server.address().port}`;
const browser = await start_browser();
const { context, watch } = await open_context(browser, origin, { viewport: { width: 320, height: 800 } }, true);
const folder = mkdtempSync(path.join(tmpdir(), 'wegwijs-browser-'));
after(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true });
});

/// Looks at the page with `look` and finds each of `patterns` among what it says.
async function finds(look, ...patterns) {
  const findings = (await on_page(context, origin, (page) => look(page))).join('\n');
  for (const pattern of patterns) assert.match(findings, pattern);
}

test('axe sees pale text and a picture without words', () => finds(axe_findings, /color-contrast/, /image-alt/));

test('the layout check sees sideways scrolling, text out of the window and letters in a column', () =>
  finds(layout_findings, /scrolls sideways/, /p\.breed sticks out/, /"Onderwijszorg" in p\.smal stands on/));

test('the keyboard check sees a wrong order', () => finds(tab_findings, /Tab 1 comes at button/));

test('the keyboard check sees a focus that does not show', () => finds(async (page) => {
  await page.evaluate(() => document.querySelector('[tabindex="1"]').remove());
  return tab_findings(page);
}, /"Geen rand": no outline/, /differ less than 9:1/));

test('the skip link check sees that there is none', () => finds(skip_link_findings, /not at the skip link/));

test('the check without scripts sees hidden text', () => finds(without_script_findings, /cannot be seen: p "Niet te zien/));

test('the print check sees a missing heading, a missing fold and another size of paper', () =>
  finds((page) => print_findings(page, path.join(folder, 'paper.pdf')),
    /heading "Niet op papier"/, /folded text "Gevouwen vraag"/, /not A4/));

test('the watch sees a breach of the policy and a request to another host', async () => {
  watch.take();
  await on_page(context, origin, async () => {});
  const findings = watch.take().join('\n');
  assert.match(findings, /request to another host: http:\/\/elders\.invalid/);
  assert.match(findings, /console error: .*Content Security Policy/);
});
