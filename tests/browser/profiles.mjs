// The profiles as their authors wrote them, read without the generator: what the browser shows is counted again from these.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import yaml from 'js-yaml';

// Dates stay as they are written.
const read = (file) => yaml.load(readFileSync(file, 'utf8'), { schema: yaml.FAILSAFE_SCHEMA });

/// The short form of a claim, `dyslexie: ja`, written out.
const claims_of = (value) => (value === undefined ? [] : typeof value === 'string' ? [{ status: value }] : [value].flat());

/// All profiles of a site by id, with the schema beside them.
export function read_profiles(root) {
  const folder = path.join(root, 'schoolprofiles');
  const schema = read(path.join(folder, '_schema.yaml'));
  const schools = readdirSync(folder).filter((file) => file.endsWith('.yaml') && !file.startsWith('_')).sort().map((file) => {
    const values = read(path.join(folder, file));
    return { id: file.replace('.yaml', ''), values, claims: (row) => claims_of(values[row]) };
  });
  const rows = schema.fields.filter((field) => field.type === 'claim' || field.type === 'text_claim');
  return { schools, rows, options: schema.option_lists };
}

/// Whether a row makes sense for a school: it says something of it, or it has one of the levels that the row is for.
export function applies(school, row) {
  if (!row.applies_to || school.values[row.id] !== undefined) return true;
  return [school.values[row.applies_to.field]].flat().some((option) => row.applies_to.any_of.includes(option));
}
