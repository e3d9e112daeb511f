// What the page asks of the program on this computer.

const key_name = 'wegwijs-sleutel';

/// Takes the key out of the address that the program printed; it stays in this tab only.
export function take_key() {
  const match = /^#sleutel=([0-9a-f]+)/.exec(location.hash);
  if (match) {
    sessionStorage.setItem(key_name, match[1]);
    history.replaceState(null, '', `${location.pathname}#/`);
  }
  return sessionStorage.getItem(key_name) ?? '';
}

/// A refusal, with the sentence for the reader; `status` 0: nobody answered.
export class Refusal extends Error {
  constructor(status, answer) {
    super(answer?.fout ?? 'Wegwijs op deze computer antwoordt niet. Uw tekst blijft hier staan.');
    this.status = status;
    this.answer = answer;
  }
}

/// The sentence of whatever was thrown while the program was asked; anything else is a fault of the page.
export function as_refusal(thrown) {
  if (thrown instanceof Refusal) return thrown;
  throw thrown;
}

async function call(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { cache: 'no-store', ...options, headers: { 'X-Wegwijs-Sleutel': take_key() } });
  } catch {
    throw new Refusal(0, null);
  }
  const told = await answer.json().catch(() => null);
  if (!answer.ok) throw new Refusal(answer.status, told);
  return told;
}

export const ask = (path, query = {}) => {
  const words = new URLSearchParams(query).toString();
  return call(words ? `${path}?${words}` : path);
};
export const send = (path, what) => call(path, { method: 'POST', body: JSON.stringify(what) });
export const send_file = (path, query, file) => call(`${path}?${new URLSearchParams(query)}`, { method: 'POST', body: file });

const choices = new Map();

/// The entries of a collection, asked once; '' is the one whose entries may be given as a source.
export function choices_of(collection) {
  if (!choices.has(collection)) choices.set(collection, ask('keuzes', { verzameling: collection }).then((told) => told.keuzes));
  return choices.get(collection);
}

export const forget_choices = () => choices.clear();

/// Calls `use` after each build of the site, for as long as the page is open.
export async function after_each_build(use) {
  let version = 0;
  for (;;) {
    try {
      const answer = await fetch(`/-/versie?na=${version}`, { cache: 'no-store' });
      const told = Number(await answer.text());
      const is_first = version === 0;
      if (told > version && !is_first) use();
      version = told;
    } catch {
      await new Promise((resolve) => { setTimeout(resolve, 2000); });
    }
  }
}
