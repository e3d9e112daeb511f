// What the site publishes for programs (tables, calendars, feeds, maps, data in pages) through the libraries of others.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

import { parseAtomFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { CORE_SCHEMA, load } from 'js-yaml';

import {
  calendar_findings, data_blocks, data_findings, feed_findings, headers_findings, package_findings, robots_findings, security_findings,
  sitemap_addresses, sitemap_findings,
} from './output_checks.mjs';
import { build_site, repository, sites_present } from './site.mjs';

const read = (...parts) => readFileSync(path.join(...parts), 'utf8');
const files_of = (built, ending) => readdirSync(built, { recursive: true }).filter((file) => file.endsWith(ending)).sort();
const settings_of = (sources) => load(read(sources, 'site.yaml'), { schema: CORE_SCHEMA });

/// All findings in one message, the first fifty.
const no_findings = (findings) => assert.equal(findings.length, 0, `${findings.length} findings\n  ${findings.slice(0, 50).join('\n  ')}`);
const named = (name, findings) => findings.map((finding) => `${name}: ${finding}`);

/// A word with all that a format may have a meaning of its own for, and longer than a line of a calendar.
const hard = `Zó "moeilijk" & <b>'vet'</b>; komma, backslash \\n, {a}, ]]> en 😀 ${'éé'.repeat(40)}`;

const hard_school = hard.slice(0, 48);

/// The example town with such words, on a base address with a folder, with news and with a contact for its safety.
function with_hard_words(sources) {
  const change = (file, ...pairs) => {
    let text = read(sources, file);
    for (const [from, to] of pairs) {
      assert.match(text, from, file);
      text = text.replace(from, () => to);
    }
    writeFileSync(path.join(sources, file), text);
  };
  const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
  change('site.yaml', [/^basisadres: .*$/m, 'basisadres: https://voorbeeldstad.example/proef/'],
    [/^verzamelingen:$/m, 'beveiliging: {contact: "mailto:veilig@voorbeeldstad.example", geldig_tot: 2099-06-30}\n\nverzamelingen:\n' +
      '  nieuws:\n    map: content/nieuws\n    adres: /nieuws/{id}/\n    sjabloon: bericht\n    feed: /nieuws/atom.xml\n    lijsten:\n' +
      '      - {adres: /nieuws/, titel: Nieuws, samenvatting: Wat er verandert., volgorde: nieuwste-eerst, sjabloon: nieuws}']);
  change('content/kalender/aanmelden.yaml', [/^uitleg: .*$/m, `uitleg: ${quoted(hard)}`], [/^vraag_ook: .*$/m, `vraag_ook: ${quoted(hard.slice(0, 60))}`]);
  change('schoolprofiles/iepenhof-college.yaml', [/^naam: .*$/m, `naam: ${quoted(hard_school)}`], [/^voorbeeld: .*$\n/m, '']);
  const news = path.join(sources, 'content/nieuws');
  mkdirSync(news);
  const schema = read(repository, 'content/nieuws/_schema.yaml');
  writeFileSync(path.join(news, '_schema.yaml'), schema);
  for (const id of ['een', 'twee']) {
    writeFileSync(path.join(news, `${id}.md`), `---\ntitel: ${quoted(hard.slice(0, 70))}\nsamenvatting: ${quoted(hard)}\ndatum: 2026-11-25\n---\n\nTekst.\n`);
  }
}

async function built_site(site, name = site.name, change = (_sources) => {}) {
  let settings;
  const { built } = await build_site(site, (sources) => {
    change(sources);
    settings = settings_of(sources);
  });
  return { name, built, settings, base: settings.basisadres };
}

const town = sites_present().find((site) => site.name === 'voorbeeldstad');
const sites = await Promise.all([
  ...sites_present().map((site) => built_site(site)),
  built_site(town, 'the town with hard words', with_hard_words),
]);
const hard_words = sites[sites.length - 1];

for (const { name, built, base, settings } of sites) {
  const collections = Object.values(settings.verzamelingen);

  test(`${name}: every table has the form that the package of data describes`, async () => {
    const files = files_of(built, 'datapackage.json');
    assert.ok(files.length > 0);
    for (const file of files) {
      const folder = path.join(built, path.dirname(file));
      const descriptor = JSON.parse(read(built, file));
      no_findings(named(file, await package_findings(descriptor, folder)));
      const described = descriptor.resources.map((resource) => resource.path).sort();
      assert.deepEqual(described, readdirSync(folder).filter((one) => one.endsWith('.csv')).sort());
    }
  });

  test(`${name}: every calendar can be read and has moments`, () => {
    const files = files_of(built, '.ics');
    assert.ok(files.length > 0);
    no_findings(files.flatMap((file) => named(file, calendar_findings(readFileSync(path.join(built, file))))));
  });

  test(`${name}: every feed can be read and leads to pages`, () => {
    const feeds = collections.flatMap(({ feed }) => feed ?? []);
    no_findings(feeds.flatMap((feed) => named(feed, feed_findings(read(built, feed), { built, base, address: base + feed.slice(1) }))));
  });

  test(`${name}: the map of the site leads to pages, and robots may read them`, () => {
    const text = read(built, 'sitemap.xml');
    no_findings(sitemap_findings(text, { built, base }));
    no_findings(robots_findings(read(built, 'robots.txt'), base, sitemap_addresses(text)));
  });

  test(`${name}: the headers for hosts are headers`, () => no_findings(headers_findings(read(built, '_headers'))));

  test(`${name}: security.txt is there only with a contact`, () => {
    const file = path.join(built, '.well-known/security.txt');
    assert.equal(existsSync(file), settings.beveiliging !== undefined);
    if (existsSync(file)) no_findings(security_findings(read(file), { base, today: Date.now() }));
  });
}

test('the data in every page are words of schema.org', async () => {
  const blocks = sites.flatMap(({ name, built }) => files_of(built, '.html').flatMap((file) =>
    data_blocks(read(built, file)).map((text) => ({ name: `${name}, ${file}`, text }))));
  assert.ok(blocks.length > 0);
  no_findings(await data_findings(blocks));
});

test('hard words come out of every format as they went in', () => {
  const { built } = hard_words;
  const calendar = new ICAL.Component(ICAL.parse(read(built, 'kalender/aanmelden.ics')));
  const moment = calendar.getFirstSubcomponent('vevent');
  assert.ok(moment.getFirstPropertyValue('description').startsWith(hard), moment.getFirstPropertyValue('description'));
  const { entries } = parseAtomFeed(read(built, 'nieuws/atom.xml'));
  assert.deepEqual(entries.map(({ summary }) => summary.value), [hard, hard]);
  const [text] = data_blocks(read(built, 'scholen/iepenhof-college/index.html'));
  assert.equal(JSON.parse(text).name, hard_school);
});

/// Finds `pattern` among what a check says of something spoilt, and nothing of the same thing as it was.
async function sees(check, good, ...faults) {
  no_findings(await check(good));
  for (const [spoil, pattern] of faults) {
    const bad = spoil(structuredClone(good));
    assert.notDeepEqual(bad, good, `nothing was spoilt for ${pattern}`);
    assert.match((await check(bad)).join('\n'), pattern);
  }
}
const instead = (from, to) => (text) => text.replace(from, to);

test('the check of tables sees a package, a row and a key with a mistake', () => {
  const { built } = hard_words;
  const folder = path.join(built, 'data');
  const changed = (field, change) => (descriptor) => {
    const table = descriptor.resources[0].schema;
    Object.assign(table.fields.find((one) => one.name === field), change);
    return descriptor;
  };
  return sees((descriptor) => package_findings(descriptor, folder), JSON.parse(read(folder, 'datapackage.json')),
    [({ resources, ...rest }) => rest, /resources/i],
    [(descriptor) => ({ ...descriptor, resources: [{ ...descriptor.resources[0], path: '../../elders.csv' }] }), /not safe/],
    [(descriptor) => ({ ...descriptor, resources: [{ ...descriptor.resources[0], path: 'elders.csv' }] }), /no file elders/],
    [changed('naam', { type: 'integer' }), /naam|cast/i],
    [changed('naam', { name: 'naem' }), /headers|field names/i],
    [changed('brin', { constraints: { required: true } }), /required|constraint/i]);
});

test('the check of calendars sees what a calendar may not be', () => {
  const good = read(hard_words.built, 'kalender/alles.ics');
  return sees((text) => calendar_findings(Buffer.from(text)), good,
    [instead(/\r\n/, '\n'), /CR and LF/],
    [instead(/\r\n /g, ''), /75 octets/],
    [instead(/BEGIN:VEVENT[^]*END:VEVENT\r\n/, ''), /no moments/],
    [instead(/PRODID.*\r\n/, ''), /no prodid/],
    [instead(/UID:.*/g, 'UID:een'), /twice the uid een/],
    [instead(/DTSTART;VALUE=DATE:\d*/, 'DTSTART;VALUE=DATE:20991231'), /ends before it begins/],
    [instead(/DTSTART;VALUE=DATE:\d*/, 'DTSTART;VALUE=DATE:morgen'), /extract integer/],
    [instead(/END:VCALENDAR\r\n/, ''), /invalid|component/i]);
});

test('the check of feeds sees what a feed may not be', () => {
  const { built, base } = hard_words;
  const check = (text) => feed_findings(text, { built, base, address: `${base}nieuws/atom.xml` });
  return sees(check, read(built, 'nieuws/atom.xml'),
    [instead('</entry>', ''), /not XML/],
    [instead('&amp;', '&'), /not XML/],
    [instead(/<id>[^<]*/g, '<id>tag:een.example,2026:een'), /twice the id/],
    [instead(/<updated>[^<]*/, '<updated>gisteren'), /updated gisteren/],
    [instead(/<entry>[^]*<\/entry>/, ''), /no entries/],
    [instead('/nieuws/een/', '/nieuws/nergens/'), /no page at/]);
});

test('the checks of the map and of robots see what is wrong', async () => {
  const { built, base } = hard_words;
  const map = read(built, 'sitemap.xml');
  await sees((text) => sitemap_findings(text, { built, base }), map,
    [instead('</url>', ''), /not XML/],
    [instead(/<loc>[^<]*/, `<loc>${base}nergens/`), /no page at/],
    [instead(/<loc>[^<]*/, '<loc>/scholen/'), /no page at/],
    [instead(/<loc>[^<]*/, `<loc>${base}a-z/`), /not for search engines/],
    [instead(/<lastmod>[^<]*/, '<lastmod>2026-13-01'), /lastmod/],
    [instead('schemas/sitemap', 'schemas/kaart'), /not a map/]);
  await sees((text) => robots_findings(text, base, sitemap_addresses(map)), read(built, 'robots.txt'),
    [instead('Allow: /', 'Disallow: /'), /forbids/],
    [instead(/Sitemap: .*/, ''), /does not name/]);
});

test('the check of data in pages sees a word that schema.org does not have', async () => {
  const [text] = data_blocks(read(hard_words.built, 'scholen/iepenhof-college/index.html'));
  const faults = [
    [instead('"name"', '"naam"'), /"naam"' does not exist/],
    [instead('"HighSchool"', '"Middelbare"'), /'Middelbare'/],
    [instead('"PostalAddress"', '"HighSchool"'), /not assignable|does not exist/],
    [instead('https://schema.org', 'https://elders.example'), /elders\.example/],
    [instead('"HighSchool"', '"HighSchool", "description": "a &amp; b"'), /as in HTML/],
    [instead(/}\s*$/, ''), /JSON/],
  ];
  // All in one run: to read the vocabulary takes longest.
  const findings = await data_findings([{ name: 'good', text }, ...faults.map(([spoil], at) => ({ name: `fault ${at}`, text: spoil(text) }))]);
  const told = (name) => findings.filter((one) => one.startsWith(`${name}:`)).join('\n');
  assert.equal(told('good'), '');
  faults.forEach(([, pattern], at) => assert.match(told(`fault ${at}`), pattern));
});

test('the checks of headers and of security.txt see what is wrong', async () => {
  const { built, base } = hard_words;
  await sees(headers_findings, read(built, '_headers'),
    [instead('X-Content-Type-Options', 'X Content'), /X Content/],
    [instead('/*\n', ''), /no path/],
    [instead(/(\n {2}Referrer-Policy.*)/, '$1$1'), /twice/]);
  await sees((text) => security_findings(text, { base, today: Date.now() }), read(built, '.well-known/security.txt'),
    [instead(/Expires: \d+/, 'Expires: 2001'), /expires 2001/],
    [instead('Contact:', 'Contacten:'), /no contact/],
    [instead('mailto:', ''), /contact /],
    [instead('/proef/', '/'), /canonical/]);
});
