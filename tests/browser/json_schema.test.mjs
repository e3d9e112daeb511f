// The published JSON Schemas against everything they describe: each source file of the sites, read as an editor for YAML
// reads it, and each file of data; and against mistakes, which they must refuse.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

import Ajv from 'ajv';
import { CORE_SCHEMA, load } from 'js-yaml';

import { build_site, repository, sites_present } from './site.mjs';

// As yaml-language-server reads: YAML 1.2, where 2026 is a number and a day is a text.
const yaml = (text) => load(text, { schema: CORE_SCHEMA });
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

// Unknown keywords are mistakes of ours (strict); a required key inside an if is none.
const validator_of = (schema) => new Ajv({ allErrors: true, strictTypes: false }).compile(schema);

const complaints = (validate, value) =>
  validate(value) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);

/// The values of a source file: a YAML file, or what stands between the lines of a Markdown file's front matter.
function values_of(file) {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.md')) return yaml(text);
  return yaml(text.split(/^---\r?$/m)[1]);
}

function source_files(folder) {
  return readdirSync(folder)
    .filter((name) => name !== '_schema.yaml' && /\.(yaml|md)$/.test(name))
    .map((name) => path.join(folder, name));
}

for (const site of sites_present()) {
  test(`schemas of ${site.root}`, async (t) => {
    const { built } = await build_site(site);
    const root = path.join(repository, site.root);
    const { verzamelingen } = yaml(readFileSync(path.join(root, 'site.yaml'), 'utf8'));

    for (const [name, { map, open_data, tabel }] of Object.entries(verzamelingen)) {
      // The rows of a table are no files, so there is no form of a file to describe.
      const is_table = tabel === 'ja' || tabel === true;
      if (is_table) assert.ok(!existsSync(path.join(built, 'schema', `${name}.json`)));
      if (!is_table) await t.test(`every file of '${name}' has the form that its schema describes`, () => {
        const validate = validator_of(json(path.join(built, 'schema', `${name}.json`)));
        const files = source_files(path.join(root, map));
        assert.ok(files.length > 0);
        for (const file of files) assert.deepEqual(complaints(validate, values_of(file)), [], file);
      });
      if (!open_data) continue;
      await t.test(`all data of '${name}' have the form that their schema describes`, () => {
        const schema = json(path.join(built, 'schema/data', `${name}.json`));
        const ajv = new Ajv({ allErrors: true, strictTypes: false });
        ajv.addSchema(schema);
        const validate = ajv.getSchema(schema.$id);
        const validate_all = ajv.getSchema(`${schema.$id}#/definitions/bestand`);
        const all = json(path.join(built, open_data, `${name}.json`));
        assert.ok(all.gegevens.length > 0);
        assert.deepEqual(complaints(validate_all, all), []);
        for (const entry of all.gegevens) {
          assert.deepEqual(complaints(validate, entry), [], entry.id);
          if (entry.pagina === undefined) continue;  // a row has no page of its own
          const own = path.join(built, new URL(entry.pagina).pathname, 'index.json');
          assert.deepEqual(json(own), entry);
        }
      });
    }

    if (!existsSync(path.join(built, 'schema/scholen.json'))) return;
    await t.test('a profile with a mistake is refused', () => {
      const validate = validator_of(json(path.join(built, 'schema/scholen.json')));
      const good = {
        naam: 'De Brug', korte_naam: 'Brug', soort: ['vo'], niveaus: ['havo'],
        bronnen: { gids: { soort: 'schoolgids', titel: 'Gids' } }, bron: 'gids',
        lift: [{ status: 'deels', toelichting: 'Alleen links.', peildatum: 2026 }], dyslexie: 'ja',
        kosten: [{ tekst: 'Boeken zijn gratis.' }],
      };
      assert.deepEqual(complaints(validate, good), []);
      const claim = (change) => ({ ...good, lift: [{ ...good.lift[0], ...change }] });
      const mistakes = {
        'an unknown field': { ...good, lifft: 'ja' },
        'a missing name': { ...good, naam: undefined },
        'a level that does not exist': { ...good, niveaus: ['havoo'] },
        'a status that does not exist': claim({ status: 'gedeeltelijk' }),
        'a status in short that is not yes': { ...good, dyslexie: 'nee' },
        'partly without explanation': claim({ toelichting: undefined }),
        'silence that nobody checked': claim({ status: 'niet_vermeld' }),
        'a date that is none': claim({ peildatum: 'gisteren' }),
        'from when of what is there': claim({ vanaf: '2027-08' }),
        'a condition that does not exist': claim({ voorwaarde: 'misschien' }),
        'a year that no school has': claim({ voor: { leerjaren: [7] } }),
        'an unknown word in a claim': claim({ kleur: 'rood' }),
        'a code of the wrong form': { ...good, brin: '17ys' },
        'a web address without a scheme': { ...good, website: 'www.de-brug.example' },
        'a source without name': { ...good, bronnen: { gids: { soort: 'schoolgids' } } },
        'a name that is too long': { ...good, korte_naam: 'x'.repeat(21) },
      };
      for (const [what, mistake] of Object.entries(mistakes)) {
        assert.notDeepEqual(complaints(validate, JSON.parse(JSON.stringify(mistake))), [], what);
      }
    });
    if (!existsSync(path.join(built, 'schema/data/scholen.json'))) return;
    await t.test('data that turn silence into something are refused', () => {
      const validate = validator_of(json(path.join(built, 'schema/data/scholen.json')));
      const entry = json(path.join(built, 'data/scholen.json')).gegevens.find((one) => one.beweringen.dyslexie);
      const changed = (beweringen) => ({ ...entry, beweringen: { ...entry.beweringen, ...beweringen } });
      assert.deepEqual(complaints(validate, entry), []);
      const { bron, ...without_source } = entry.beweringen.dyslexie[0];
      const mistakes = {
        'a row that is null': changed({ lift: null }),
        'a row with no claim': changed({ lift: [] }),
        'a claim without a source': changed({ dyslexie: [without_source] }),
        'a claim that is not looked at': changed({ lift: [{ ...entry.beweringen.dyslexie[0], status: 'nog_niet_nagekeken' }] }),
        'a row of no schema': changed({ lifft: entry.beweringen.dyslexie }),
        'a source without a word about its licence': { ...entry, bronnen: entry.bronnen.map(({ licentie, ...rest }) => rest) },
      };
      for (const [what, mistake] of Object.entries(mistakes)) {
        assert.notDeepEqual(complaints(validate, mistake), [], what);
      }
    });
  });
}

test('the settings for editors name a schema and files that are there', () => {
  const settings = JSON.parse(readFileSync(path.join(repository, '.vscode/settings.json'), 'utf8'));
  const { verzamelingen } = yaml(readFileSync(path.join(repository, 'site.yaml'), 'utf8'));
  for (const [schema, patterns] of Object.entries(settings['yaml.schemas'])) {
    const name = path.basename(schema, '.json');
    assert.equal(schema, `./public/schema/${name}.json`);
    assert.deepEqual(patterns, [`${verzamelingen[name].map}/*.yaml`, `!${verzamelingen[name].map}/_schema.yaml`]);
  }
});
