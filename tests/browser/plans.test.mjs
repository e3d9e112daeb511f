// A plan of steps on a phone: its steps with their days stand first, each leads to the whole of it, and what can wait is folded.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { axe_findings, layout_findings } from './reading_checks.mjs';
import { on_page, open_context, start_browser } from './browser.mjs';
import { addresses_of, is_short } from './pages.mjs';
import { build_site, serve_site, sites_present } from './site.mjs';

const most_screens = 24; // of 640 pixels, the longest plan on the smallest phone
const browser = await start_browser();
after(() => browser.close());

for (const site of sites_present()) {
  test(`${site.name}: a plan begins with its steps and their days, and a tap leads to the step`, async () => {
    const built = await build_site(site);
    const { origin, stop } = await serve_site(built);
    const { context, watch } = await open_context(browser, origin, { viewport: { width: 320, height: 640 } }, true);
    const plans = addresses_of(built.built).pages.filter((address) => /^\/procedures\/[^/]+\/$/.test(address));
    const findings = [];
    let read = 0;
    for (const address of is_short ? plans.filter((one) => one.includes('overstap-po-vo')).concat(plans.slice(0, 2)) : plans) {
      await on_page(context, origin + address, async (page) => {
        const steps = page.locator('.in-stappen > li');
        const number = await steps.count();
        if (number === 0) return;
        read += 1;
        assert.equal(number, await page.locator('.route > li').count(), address);
        const without_day = (await page.locator('.route > li').allTextContents()).map((text) => text.includes('De bron noemt geen dag'));
        for (let place = 0; place < number; ++place) {
          assert.equal(await steps.nth(place).locator('span').count() === 0, without_day[place], `${address}: the day of step ${place + 1}`);
        }
        assert.equal(await page.locator('.route details').count(), 0, `${address}: of a step nothing is folded`);
        const screens = await page.evaluate(() => document.documentElement.scrollHeight / 640);
        if (screens > most_screens) findings.push(`${address}: ${screens.toFixed(1)} screens`);
        await page.$$eval('main details', (all) => { for (const one of all) one.open = true; });
        findings.push(...[...await axe_findings(page), ...await layout_findings(page)].map((one) => `${address}: ${one}`));
        await steps.last().locator('a').click();
        const { y } = await page.locator(`#stap-${number}`).boundingBox();
        assert.ok(y >= 0 && y < 320, `${address}: the step is in view`);
      });
    }
    findings.push(...watch.take());
    await context.close();
    stop();
    assert.ok(read > 0, 'plans were read');
    assert.deepEqual(findings, []);
  });
}
