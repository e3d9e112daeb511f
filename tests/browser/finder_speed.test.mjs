// How soon the school finder shows a choice on a slow telephone. Runs by itself: another test beside it would be measured too.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test, { after } from 'node:test';

import { on_page, open_context, start_browser } from './browser.mjs';
import { build_site, serve_site, serve_without_headers, sites_present } from './site.mjs';

const browser = await start_browser();
after(() => browser.close());

const slower = 4;
const most_work = 1700; // ms of such a processor until a page is whole

/// The page with its cards repeated to `number` schools (0: as it is): the work from the change of a box until the next frame.
async function time_of_choices(page, built, origin, number) {
  if (number > 0) {
    const html = readFileSync(path.join(built.built, 'scholen/index.html'), 'utf8');
    const cards = html.match(/<li class="kaart"[\s\S]*?<\/button>\n<\/li>/g);
    const more = Array.from({ length: number }, (_, index) => cards[index % cards.length].replaceAll(/data-(list-)?entry="([^"]*)"/g, `data-$1entry="$2-${index}"`));
    const body = html.replace(cards.join('\n'), more.join('\n'));
    assert.equal(body.match(/<li class="kaart"/g).length, number);
    await page.route('**/scholen/', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(`${origin}/scholen/`);
  }
  // Time of the processor and not of the clock: other work on this machine does not count. A phone is taken to be four times slower.
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const task_time = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const frame = () => page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); }));
  // A reader comes to the choices before making one.
  await page.hover('#pagina-filters-kop');
  await page.waitForFunction(() => [...document.querySelectorAll('li.kaart')].every((one) => getComputedStyle(one).contentVisibility === 'visible'));
  const times = [];
  const names = ['niveaus', 'hulp', 'gebied'];
  for (const name of [...names, ...names, ...names, ...names]) {
    await frame();
    const begin = await task_time();
    await page.evaluate((one) => { document.querySelector(`input[name=${one}]:enabled`).click(); }, name);
    await frame();
    times.push(Math.round(slower * (await task_time() - begin)));
  }
  times.sort((left, right) => left - right);
  return [times[times.length >> 1], times.at(-1)];
}

/// What moved while the page came in, when its largest part was there, on slow 4G with a processor four times slower, and the work
/// of that processor until it was whole.
async function coming_in(context, address) {
  const page = await context.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.goto(address);
  const seen = await page.evaluate(() => new Promise((resolve) => {
    const found = { shift: 0, largest: 0, first: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0) };
    new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) found.shift += one.value; }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => { for (const one of list.getEntries()) found.largest = Math.round(one.startTime); }).observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => resolve(found), 1000);
  }));
  const { metrics } = await session.send('Performance.getMetrics');
  await page.close();
  return { ...seen, work: Math.round(metrics.find(({ name }) => name === 'TaskDuration').value * 1000) };
}

for (const site of sites_present()) {
  test(`${site.name}: a choice shows within 100 ms on a processor four times slower`, async (t) => {
    const built = await build_site(site);
    const { origin, stop } = await serve_site(built);
    t.after(stop);
    const { context } = await open_context(browser, origin, { viewport: { width: 1280, height: 900 } });
    for (const number of [0, 500]) {
      const [median, worst] = await on_page(context, `${origin}/scholen/`, (page) => time_of_choices(page, built, origin, number));
      console.log(`${site.name}, ${number || 'its own'} schools: median ${median} ms, worst ${worst} ms`);
      // A region of 500 schools is told, not judged: most of its time is the browser's own layout.
      if (number === 0) assert.ok(median <= 100, `median ${median} ms`);
    }
    await context.close();
    // The preview sends its pages as they are; a host compresses them.
    const host = await serve_without_headers(built);
    t.after(host.stop);
    const phone = await open_context(browser, host.origin, { viewport: { width: 360, height: 740 } });
    const finder = await (await fetch(`${origin}/scholen/`)).text();
    const list = [...finder.matchAll(/data-entry="([^"]*)"/g)].slice(0, 4).map(([, id]) => id).join(',');
    for (const address of ['/', '/scholen/', '/vragen/', `/vragen/?s=${list}`, '/vergelijken/', `/vergelijken/?s=${list}`, '/zoeken/?q=school']) {
      const { shift, largest, first, work } = await coming_in(phone.context, host.origin + address);
      console.log(`${site.name}, ${address}: largest part after ${largest} ms by the clock, ${work} ms of work, layout shift ${shift}`);
      // The clock of a machine with other work is told, not judged.
      assert.ok(shift <= 0.001, `${address} moves: ${shift}`);
      assert.ok(work <= most_work, `${address}: ${work} ms of work`);
      // What needs no data has its largest part in the first picture, and no later.
      if (['/', '/scholen/'].includes(address)) assert.equal(largest, first, `${address}: the first picture after ${first} ms`);
    }
    await phone.context.close();
  });
}
