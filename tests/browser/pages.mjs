// Which sites and which pages of them are looked at in the browser. An address here is the hardest page of its kind; of every
// kind of address that is not in the list, `pages_of` adds the first one itself, so a new kind of page is never forgotten.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/// The gate looks at what differs most, within minutes (`run --short`); everything else is for `run` as it is.
export const is_short = process.env.WEGWIJS_BROWSER_SCOPE === 'short';

export const sites = [
  {
    name: 'the real site',
    root: '.',
    // Its days pass and its pages expire: on the day that its tests were written for they are there.
    clock: '2026-12-01',
    // Copied by name: the root of the repository also holds builds and other people's work.
    parts: ['site.yaml', 'zoekwoorden.yaml', 'zoekwoorden', 'content', 'schoolprofiles', 'themes'],
    pages: [
      '/', // home
      '/ondersteuning/', // list in groups
      '/ondersteuning/groep/netwerk/', // list of one group
      '/ondersteuning/toptrajecten/', // activity
      '/ondersteuning/niet-schoolse-voorzieningen/', // activity with tables in its text and with figures
      '/scholen/', // cards of all schools
      '/scholen/niveau/havo/', // schools with one level
      '/scholen/orion-college-amstel/', // school of which most is known
      '/scholen/spinoza-lyceum-amsterdam/', // long school page
      '/scholen/cornelius-haga-lyceum/', // school with two facts
      '/scholen/abc-noorderlicht/', // school of which nothing is known
      '/scholen/hulp/sociale-vaardigheden/', // all schools at one topic
      '/procedures/overstap-po-vo/', // longest card of steps
      '/vergelijken/', // ways to the comparisons, legend
      '/vergelijken/ondersteuningsteam/havo/', // comparison
      '/vergelijken/basisondersteuning/vwo/', // longest comparison
      '/plannen/ondersteuningsplan-2024-2028/stabiele-schoolloopbanen/', // targets of a plan, by theme
      '/plannen/meerjarenbegroting-2024-2027/', // tables of amounts in a text
      '/plannen/jaarplan-po-2020-2021/prioriteiten/', // archive: long list of facts
      '/open-dagen/', // days of all schools, by day
      '/open-dagen/gebied/oost/', // days of one area
      '/oudersteunpunt/', // text with telephone numbers
      '/zoeken/', // all titles from A to Z: the most links
      '/over-de-gegevens/', // text with a wide table
      '/404.html', // not found
    ],
    short: ['/', '/ondersteuning/niet-schoolse-voorzieningen/', '/scholen/', '/scholen/orion-college-amstel/', '/procedures/overstap-po-vo/',
      '/vergelijken/ondersteuningsteam/havo/', '/plannen/meerjarenbegroting-2024-2027/', '/open-dagen/gebied/oost/', '/oudersteunpunt/'],
  },
  {
    name: 'voorbeeldstad',
    root: 'tests/sites/voorbeeldstad',
    pages: [],
    // The states that the real data do not have yet: claims that differ, dates that are known, a school of which all is known.
    short: ['/kalender/', '/procedures/leerkracht/', '/scholen/iepenhof-college/'],
  },
];

export const widths = [320, 768, 1280];

/// The addresses of all pages of a built site, sorted; redirects apart, with where they go.
export function addresses_of(built) {
  const pages = [];
  const redirects = [];
  for (const entry of readdirSync(built, { recursive: true }).sort()) {
    if (!entry.endsWith('.html')) continue;
    const address = '/' + entry.split(path.sep).join('/').replace(/(^|\/)index\.html$/, '$1');
    const target = readFileSync(path.join(built, entry), 'utf8').match(/http-equiv="refresh" content="0; url=([^"]*)"/);
    if (target) redirects.push({ address, target: target[1] });
    else pages.push(address);
  }
  return { pages, redirects };
}

/// The first part of the address and its depth: pages of one template share them. Pages at the top without pages below them
/// are one kind (about, privacy, contact).
function kind_of(address, tops_with_pages_below) {
  const parts = address.split('/').filter(Boolean);
  if (parts.length === 1 && !tops_with_pages_below.has(parts[0])) return 'single';
  return `${parts[0] ?? 'home'} at depth ${parts.length}`;
}

/// The listed pages that the site must have, then one page of every kind that is not listed; of a short run only its own list.
export function pages_of(site, addresses) {
  const missing = [...site.pages, ...site.short].filter((address) => !addresses.includes(address));
  if (missing.length > 0) throw new Error(`${site.name} has no page ${missing.join(', ')}; the list is in pages.mjs`);
  if (is_short) return site.short;
  const split = addresses.map((address) => address.split('/').filter(Boolean));
  const tops = new Set(split.filter((parts) => parts.length > 1).map((parts) => parts[0]));
  const chosen = [...site.pages];
  const kinds = new Set(chosen.map((address) => kind_of(address, tops)));
  for (const address of addresses) {
    const kind = kind_of(address, tops);
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    chosen.push(address);
  }
  return chosen;
}
