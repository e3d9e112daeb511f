// What a school sent, in the editor: dropped on the page, looked at answer by answer, taken in, shown by the preview, undone.
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

import { on_page } from './browser.mjs';
import { a_school, axe_findings_of_editor, begin_editing, state_of } from './editor.mjs';
import { layout_findings } from './reading_checks.mjs';
import { sites_present } from './site.mjs';

const { root, git, server, open_editor } = await begin_editing(sites_present().at(-1));
const { school, school_file } = a_school(root);
const name = /^naam: "?([^"\n]*)"?/m.exec(readFileSync(school_file, 'utf8'))[1];
// Yesterday, so that no hour of the day makes it a day of the future where the site is.
const made_on = new Date(Date.now() - 86400e3).toISOString().slice(0, 10);
const form = Buffer.from(JSON.stringify({
  soort: 'wegwijs-wijziging', versie: 1, verzameling: 'scholen', id: school, naam: name, gemaakt_op: made_on, functie: 'Zorgcoördinator',
  bron: { soort: 'schoolgids', titel: 'Gids van de proef' },
  antwoorden: [
    { veld: 'faalangst', antwoord: 'ja', uitleg: 'Training in een groep van tien.' },
    { veld: 'bestaatniet', antwoord: 'ja', uitleg: '<img src=x onerror="document.title=1">' },
  ],
}));

async function to_deliveries(page) {
  await page.goto(server.address);
  await page.getByRole('link', { name: 'Aanleveringen' }).click();
  await page.getByRole('heading', { name: 'Aanleveringen' }).waitFor();
}

test('a form is dropped, looked at, taken in and shown; undone, all is as it was', async () => {
  const { context, watch } = await open_editor({ viewport: { width: 1280, height: 900 } });
  await on_page(context, 'about:blank', async (page) => {
    await to_deliveries(page);
    await page.locator('input[type=file]').setInputFiles({ name: 'Iepenhof (mail).json', mimeType: 'application/json', buffer: form });
    const delivery = page.locator('[data-delivery]');
    await delivery.waitFor();
    assert.match(await delivery.textContent(), /door: Zorgcoördinator/);
    // What a school wrote is text, whatever it is.
    assert.ok((await delivery.textContent()).includes('<img src=x'));
    assert.equal(await delivery.locator('img').count(), 0);
    assert.equal(git('diff'), '');
    assert.deepEqual(await axe_findings_of_editor(page), []);

    const box = delivery.locator('input[type=checkbox]');
    assert.equal(await box.count(), 1);
    assert.equal(await box.isChecked(), true);
    await box.uncheck();
    assert.equal(await delivery.getByRole('button', { name: 'Neem 0 antwoorden over' }).isDisabled(), true);
    await box.check();
    await delivery.getByRole('button', { name: 'Neem 1 antwoord over' }).click();
    await page.waitForFunction(() => /1 antwoord van .* overgenomen/.test(document.querySelector('[data-state]').textContent));
    assert.ok(git('diff').includes('Training in een groep van tien.'));
    assert.match(await delivery.textContent(), /Stond er al \(1\)/);
    for (let attempt = 0; ; ++attempt) {
      if ((await (await fetch(`${server.origin}/scholen/${school}/`)).text()).includes('Training in een groep van tien.')) break;
      assert.ok(attempt < 600, 'the preview does not show what was taken in');
      await new Promise((resolve) => { setTimeout(resolve, 200); });
    }

    await page.getByRole('button', { name: 'Maak ongedaan' }).click();
    await page.getByText('Ongedaan gemaakt.').waitFor();
    assert.equal(git('diff'), '');
    assert.match(await delivery.textContent(), /Gewijzigd \(1\)/);
  });
  assert.deepEqual(watch.take(), []);
  await context.close();
});

test('over a profile that changed meanwhile nothing is taken in, until somebody looks again', async () => {
  git('checkout', '-q', '.');
  mkdirSync(path.join(root, 'inkomend'), { recursive: true });
  writeFileSync(path.join(root, 'inkomend', 'iepenhof-mail.json'), form);
  const { context, watch } = await open_editor({ viewport: { width: 320, height: 900 } });
  await on_page(context, 'about:blank', async (page) => {
    await to_deliveries(page);
    const delivery = page.locator('[data-delivery]');
    await delivery.waitFor();
    assert.deepEqual(await axe_findings_of_editor(page), []);
    assert.deepEqual(await layout_findings(page), []);
    appendFileSync(school_file, '# van een ander\n');
    await delivery.locator('.knop').click();
    await delivery.getByText('intussen veranderd').waitFor();
    assert.equal(readFileSync(school_file, 'utf8').includes('groep van tien'), false);
    await delivery.getByRole('button', { name: 'Kijk opnieuw' }).click();
    await delivery.getByText('intussen veranderd').waitFor({ state: 'detached' });
    await delivery.locator('.knop').click();
    await page.waitForFunction(() => /overgenomen/.test(document.querySelector('[data-state]').textContent));
    const saved = readFileSync(school_file, 'utf8');
    assert.ok(saved.includes('groep van tien') && saved.endsWith('# van een ander\n'));

    await page.getByRole('button', { name: /uit de lijst/ }).click();
    await page.getByText('Er ligt niets.').waitFor();
    assert.match(await state_of(page).textContent(), /is uit de lijst/);
  });
  assert.deepEqual(watch.take().filter((finding) => !finding.includes('409')), []);
  await context.close();
});
