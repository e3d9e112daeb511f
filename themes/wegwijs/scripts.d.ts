// The types of the scripts in static/js. Not published: a reader's browser has no use for them.

/** What a source says of a school on one row, as it stands on a card of the finder. */
interface CardClaim {
  /** How it is shown. */
  status: string;
  /** The id that the schema gives the status. */
  said: string;
  /** The levels that it is limited to; none: the whole school. */
  levels: string[];
  /** `v`: sources differ, `o`: old, `j`: limited to some years. */
  marks: string;
}

/** What the finder knows of one school. */
interface Entry {
  choices: Map<string, Set<string>>;
  /** What it answers, by row; by `row@level` where it answers something else there. A row that is not here is open. */
  answers: Map<string, Answer>;
  known: number;
  /** The digits of its postcode; empty when it is not known. */
  place: string;
}

interface Card {
  card: HTMLElement;
  position: number;
  entry: Entry;
  link: HTMLAnchorElement;
}

/** A kind of support that can be chosen. */
interface Row {
  id: string;
  name: string;
}

interface Chosen {
  choices: Map<string, Set<string>>;
  rows: Row[];
  /** Whether an entry is within the distance that the reader set; absent: none was set. */
  is_near?: (entry: Entry) => 'yes' | 'no' | 'unknown';
}

/**
 * `stated`: a source says that it is there, wholly or in part, or tells of it. `open`: nobody looked, or a source was read and is silent; that is never
 * "no". `denied`: a source says no, or not yet. `excluded`: the row does not apply.
 */
type Answer = 'stated' | 'open' | 'denied' | 'excluded';

/** All wishes are stated, or some of them; a choice or the place is not known; no wish is looked at; a source says no. */
type Part = 'all' | 'some' | 'unplaced' | 'open' | 'denied';

interface Standing {
  part: Part;
  /** How many of the wishes. */
  stated: number;
}

/** A part of the list with the cards that belong there. */
interface Filled {
  name: Part;
  place: HTMLElement;
  list: HTMLElement;
  /** Where its number of cards stands. */
  total: HTMLElement;
  /** How many schools belong there, also when the reader left them out. */
  number: number;
  shown: Card[];
  /** Of the shown cards those from this number on are hidden until the reader asks for them. */
  unfolded: number;
}

/** A row of the comparison, or a question. */
interface Topic {
  id: string;
  name: string;
  question: string;
  group: string;
  group_name: string;
}

/** The open data of a school, /scholen/<id>/index.json, as far as the scripts read them. */
interface Profile {
  id: string;
  voorbeeld: boolean;
  gegevens: Record<string, string | undefined>;
  bronnen: Source[];
  beweringen: Record<string, Claim[] | undefined>;
  bronnen_verschillen: string[];
  niet_van_toepassing: string[];
  /** The rows of which a source says that it is there. */
  aanwezig: string[];
  /** By row what it is compared by; a row of which nothing is known has none. */
  antwoorden: Record<string, string | undefined>;
}

interface Source {
  titel?: string;
  url?: string;
  plaats?: string;
  /** The day on which its address was no longer there. */
  niet_gevonden_op?: string;
}

interface Claim {
  status: string;
  toelichting?: string;
  tekst?: string;
  /** Position in the sources of its profile. */
  bron: number;
  peildatum_in_woorden: string;
  verouderd: boolean;
  jaar?: number;
  voor_in_woorden?: string;
  omvang_in_woorden?: string;
  voorwaarde_in_woorden?: string;
  vanaf_in_woorden?: string;
  gecontroleerd_in_woorden?: string;
}
