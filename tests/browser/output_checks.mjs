// What the site publishes for programs, read by libraries that others wrote. Each check returns a list of findings.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import datapackage from 'datapackage';
import { parseAtomFeed } from 'feedsmith';
import ICAL from 'ical.js';
import jsonld from 'jsonld';
import robots_parser from 'robots-parser';
import { SaxesParser } from 'saxes';
import ts from 'typescript';

import { here } from './site.mjs';

const sitemap_namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const most_addresses = 50000;
const most_octets = 75; // of a line in a calendar, without its end
const day_or_time = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?$/;

const repeated = (values) => {
  const seen = new Set();
  return [...new Set(values.filter((value) => seen.has(value) || !seen.add(value)))];
};
const is_date = (text) => day_or_time.test(text) && !Number.isNaN(Date.parse(text));
const is_date_time = (text) => is_date(text) && text.includes('T');

/// The file that a server sends for an address of the site whose base address is `base`; null when there is none.
function file_at(built, base, address) {
  if (!URL.canParse(address) || !address.startsWith(base)) return null;
  const below = decodeURI(new URL(address).pathname.slice(new URL(base).pathname.length));
  const file = path.join(built, below === '' || below.endsWith('/') ? below + 'index.html' : below);
  return existsSync(file) ? file : null;
}

/// A package with its tables: the package against its profile, each row against the schema of its table, each key against the
/// table that it points at. The tables are in `folder`.
export async function package_findings(descriptor, folder) {
  const messages = (error) => [error, ...(error.errors ?? [])].map(({ message }) => message);
  try {
    const loaded = await datapackage.Package.load(descriptor, { basePath: folder });
    if (!loaded.valid) return loaded.errors.flatMap(messages);
    const findings = loaded.resources.length > 0 ? [] : ['a package without tables'];
    for (const table of loaded.resources) {
      const missing = [table.source].flat().filter((file) => !existsSync(file));
      const rows = missing.length > 0 ? [] : await table.read({ relations: true });
      findings.push(...missing.map((file) => `no file ${path.basename(file)}`));
      if (rows.length === 0) findings.push(`${table.name}: no rows`);
    }
    return findings;
  } catch (error) {
    return messages(error);
  }
}

function line_findings(bytes) {
  const text = bytes.toString('latin1'); // a character for each octet
  const findings = text.endsWith('\r\n') ? [] : ['the last line has no end'];
  const lines = text.split('\r\n');
  if (lines.some((line) => /[\r\n]/.test(line))) findings.push('a line does not end with CR and LF');
  const long = lines.findIndex((line) => line.length > most_octets);
  if (long >= 0) findings.push(`line ${long + 1} has more than ${most_octets} octets`);
  return findings;
}

function moment_findings(moment) {
  const findings = [];
  for (const name of ['uid', 'dtstamp', 'dtstart', 'summary']) {
    if (!moment.getFirstPropertyValue(name)) findings.push(`a moment without ${name}`);
  }
  for (const name of ['dtstart', 'dtend']) {
    const zone = moment.getFirstProperty(name)?.getFirstParameter('tzid');
    if (zone && !moment.parent.getAllSubcomponents('vtimezone').some((one) => one.getFirstPropertyValue('tzid') === zone)) {
      findings.push(`${name} in a time zone that the file does not have: ${zone}`);
    }
  }
  const [start, end] = ['dtstart', 'dtend'].map((name) => moment.getFirstPropertyValue(name));
  if (start && end && (start.isDate !== end.isDate || start.compare(end) >= 0)) findings.push(`ends before it begins: ${start}`);
  return findings;
}

/// A calendar (RFC 5545), given as the octets of its file.
export function calendar_findings(bytes) {
  const findings = line_findings(bytes);
  let calendar;
  try {
    calendar = new ICAL.Component(ICAL.parse(bytes.toString('utf8')));
    if (calendar.name !== 'vcalendar') return [...findings, 'not one calendar'];
    const moments = calendar.getAllSubcomponents('vevent');
    if (calendar.getFirstPropertyValue('version') !== '2.0') findings.push('no version 2.0');
    if (!calendar.getFirstPropertyValue('prodid')) findings.push('no prodid');
    if (moments.length === 0) findings.push('no moments');
    findings.push(...repeated(moments.map((one) => one.getFirstPropertyValue('uid'))).map((uid) => `twice the uid ${uid}`));
    return [...findings, ...moments.flatMap(moment_findings)];
  } catch (error) {
    return [...findings, error.message];
  }
}

/// The elements of a document (`{ name, text }`, each with its namespace before its name), and what makes it no XML.
function read_xml(text) {
  const parser = new SaxesParser({ xmlns: true });
  const findings = [];
  const elements = [];
  const open = [];
  parser.on('error', ({ message }) => findings.push(`not XML: ${message}`));
  parser.on('opentag', ({ uri, local }) => {
    open.push({ name: `${uri} ${local}`, text: '' });
    elements.push(open[open.length - 1]);
  });
  parser.on('text', (part) => open.forEach((element) => { element.text += part; }));
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return { elements, findings };
}

/// A feed (RFC 4287) that is at `address`; its entries are pages in `built`.
export function feed_findings(text, { built, base, address }) {
  const { findings } = read_xml(text);
  if (findings.length > 0) return findings;
  let feed;
  try {
    feed = parseAtomFeed(text);
  } catch (error) {
    return [error.message];
  }
  const entries = feed.entries ?? [];
  const link = (one, rel) => one.links?.find((candidate) => (candidate.rel ?? 'alternate') === rel)?.href;
  if (link(feed, 'self') !== address) findings.push(`gives as its own address ${link(feed, 'self')}`);
  if (entries.length === 0) findings.push('no entries');
  if (!feed.authors && entries.some((entry) => !entry.authors)) findings.push('an entry without author');
  findings.push(...repeated([feed, ...entries].map(({ id }) => id)).map((id) => `twice the id ${id}`));
  for (const one of [feed, ...entries]) {
    if (!URL.canParse(one.id ?? '')) findings.push(`an id that is no address: ${one.id}`);
    if (!one.title?.value) findings.push(`${one.id}: no title`);
    if (!is_date_time(one.updated ?? '')) findings.push(`${one.id}: updated ${one.updated}`);
    if (!file_at(built, base, link(one, 'alternate') ?? '')) findings.push(`${one.id}: no page at ${link(one, 'alternate')}`);
  }
  return findings;
}

const values_in_map = (elements, name) => elements.filter((one) => one.name === `${sitemap_namespace} ${name}`).map(({ text }) => text);

/// The addresses of a map of the site, as it gives them.
export const sitemap_addresses = (text) => values_in_map(read_xml(text).elements, 'loc');

/// A map of the site that is in `built`.
export function sitemap_findings(text, { built, base }) {
  const { elements, findings } = read_xml(text);
  if (findings.length > 0) return findings;
  if (elements[0]?.name !== `${sitemap_namespace} urlset`) return ['not a map of a site'];
  const addresses = values_in_map(elements, 'loc');
  if (addresses.length === 0 || addresses.length > most_addresses) findings.push(`${addresses.length} addresses`);
  findings.push(...repeated(addresses).map((address) => `twice ${address}`));
  for (const address of addresses) {
    const file = file_at(built, base, address);
    if (!file) findings.push(`no page at ${address}`);
    else if (/<meta name="robots" content="[^"]*noindex/.test(readFileSync(file, 'utf8'))) findings.push(`not for search engines: ${address}`);
  }
  return [...findings, ...values_in_map(elements, 'lastmod').filter((day) => !is_date(day)).map((day) => `lastmod ${day}`)];
}

/// What search robots read: it leads to the map, and forbids none of its `addresses`.
export function robots_findings(text, base, addresses) {
  const rules = robots_parser(`${base}robots.txt`, text);
  const findings = rules.getSitemaps().includes(`${base}sitemap.xml`) ? [] : ['does not name the map of the site'];
  return [...findings, ...addresses.filter((address) => !rules.isAllowed(address, 'bot')).map((address) => `forbids ${address}`)];
}

/// Headers for hosts that read them from `_headers`: a path at the margin, and below it names and values that HTTP allows.
export function headers_findings(text) {
  const findings = [];
  let seen = null;
  for (const line of text.split('\n').filter((one) => one.trim() !== '' && !one.startsWith('#'))) {
    if (/^\/\S*$/.test(line)) {
      seen = new Headers();
      continue;
    }
    const [, name, value] = line.match(/^ {2}([^:]+): (.+)$/) ?? [];
    try {
      if (!seen || !name) findings.push(`no path and no header: ${line}`);
      else if (seen.has(name)) findings.push(`twice ${name}`);
      else seen.set(name, value);
    } catch (error) {
      findings.push(error.message);
    }
  }
  if (!seen) findings.push('no path');
  return findings;
}

/// Whom to write to about a hole (RFC 9116), on the day `today`.
export function security_findings(text, { base, today }) {
  const lines = text.trimEnd().split(/\r?\n/).map((line) => line.match(/^([A-Za-z-]+): (\S.*)$/)?.slice(1) ?? ['', line]);
  const values = (name) => lines.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);
  const findings = lines.filter(([key]) => key === '').map(([, line]) => `no field: ${line}`);
  if (values('contact').length === 0) findings.push('no contact');
  findings.push(...values('contact').filter((one) => !/^(mailto:[^@\s]+@|https:\/\/|tel:)\S+$/.test(one)).map((one) => `contact ${one}`));
  const [until, ...more] = values('expires');
  if (more.length > 0 || !is_date_time(until ?? '') || Date.parse(until) < today) findings.push(`expires ${until}`);
  const own = `${base}.well-known/security.txt`;
  findings.push(...values('canonical').filter((one) => one !== own).map((one) => `canonical ${one}`));
  return findings;
}

/// The blocks of data in a page, as written.
export const data_blocks = (html) => [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(([, text]) => text);

/// The vocabulary is the one of schema.org: every name without another context is a word of it. Nothing is fetched.
const documentLoader = async (url) => {
  if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`another vocabulary: ${url}`);
  return { contextUrl: undefined, documentUrl: url, document: { '@context': { '@vocab': 'https://schema.org/' } } };
};

const parsed = new Map(); // the vocabulary takes seconds to read

/// Whether each value has the type that it names: its properties, and what may be in each (schema.org, as types of TypeScript).
function type_findings(blocks) {
  const file = path.join(here, 'blocks.ts'); // in memory only
  const lines = blocks.map(({ value }, at) => {
    const type = /^\w+$/.test(value['@type']) ? value['@type'] : 'Thing';
    return `export const b${at}: schema.WithContext<schema.${type}> = ${JSON.stringify(value)};`;
  });
  const text = ["import type * as schema from 'schema-dts';", ...lines].join('\n');
  const options = {
    noEmit: true, strict: true, skipLibCheck: true, types: [], lib: ['lib.es5.d.ts'], target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ES2022, moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, language, ...rest) => {
    if (name === file) return ts.createSourceFile(name, text, language);
    if (!parsed.has(name)) parsed.set(name, getSourceFile.call(host, name, language, ...rest));
    return parsed.get(name);
  };
  return ts.getPreEmitDiagnostics(ts.createProgram([file], options, host)).map(({ start = 0, messageText }) => {
    const at = text.slice(0, start).split('\n').length - 2;
    return `${blocks[at]?.name ?? file}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

/// Blocks of data (JSON-LD), each `{ name, text }` with the name of its page.
export async function data_findings(blocks) {
  const findings = [];
  const read = [];
  for (const { name, text } of blocks) {
    try {
      const value = JSON.parse(text);
      await jsonld.expand(value, { documentLoader, safe: true });
      if (/&(#\d+|#x[0-9a-f]+|[a-z]+);/i.test(text)) findings.push(`${name}: a character written as in HTML`);
      read.push({ name, value });
    } catch (error) {
      findings.push(`${name}: ${error.message}`);
    }
  }
  return read.length === 0 ? findings : [...findings, ...type_findings(read)];
}
