// Debian's Chromium, started once, and a watch over what a page asks and says.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { chromium } from 'playwright-core';

const axe_source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/// `settings` are those of the reader, by Chromium's names: `defaultFontSize=32` is text at 200 %.
export function start_browser(settings = '') {
  return chromium.launch({
    executablePath: process.env.WEGWIJS_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', ...(settings ? [`--blink-settings=${settings}`] : [])],
  });
}

/// Notes what a reader's browser would object to, or what leaves the site: errors and warnings in the console (a breach of
/// the Content-Security-Policy is one), failed answers, and every request to another host.
export class Watch {
  #findings = [];

  constructor(context, origin) {
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.#findings.push(`console ${message.type()}: ${message.text()}`);
    });
    context.on('weberror', (error) => this.#findings.push(`error in a script: ${error.error().message}`));
    context.on('response', (answer) => {
      if (answer.status() >= 400) this.#findings.push(`answer ${answer.status()} for ${answer.url()}`);
    });
    // A page that is left while it loads gives up what it had asked for; that is no fault of the site.
    context.on('requestfailed', (request) => {
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') this.#findings.push(`no answer for ${request.url()}`);
    });
    context.on('request', (request) => {
      const { protocol, origin: asked } = new URL(request.url());
      if (protocol !== 'data:' && asked !== origin) this.#findings.push(`request to another host: ${request.url()}`);
    });
  }

  /// What was noted since the last call.
  take() {
    return this.#findings.splice(0);
  }
}

/// A context of its own (no cookies, no storage) with its watch. `with_axe` puts axe on every page: outside the page's own
/// scripts, so that its policy stays as it is.
export async function open_context(browser, origin, options = {}, with_axe = false) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  // The reload script of the preview is no part of a published site, and its waiting question would hold a connection per page.
  await context.route('**/-/herlaad.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  if (with_axe) await context.addInitScript({ content: axe_source });
  return { context, watch: new Watch(context, origin) };
}

/// Gives `use` a page of its own at `url` with its answer, and closes it whatever happens.
export async function on_page(context, url, use) {
  const page = await context.newPage();
  try {
    return await use(page, await page.goto(url));
  } finally {
    await page.close();
  }
}

/// The address that stands in the window now, as a URL; `page.url()` hears of a change by a script a moment later.
export async function shown_address(page) {
  return new URL(await page.evaluate(() => location.href));
}

/// What stands behind the # of an address under `name`, as text.
export function in_fragment(url, name) {
  return url.hash.slice(1).split('&').find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
}

/// `text` with an ordinary space where a line may not end, for who looks for words in it.
export const with_spaces = (text) => text.replaceAll('\u00a0', ' ');
