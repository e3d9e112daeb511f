// The search in the reader's browser, in parts that the build joins. What a word is and how it is stemmed is the same as in
// generator/text/words.h and dutch_stem.h, which tests compare.

/** @type {Record<string, string>} */
const spelled = { ß: 'ss', æ: 'ae', ø: 'o', đ: 'd', ı: 'i', ł: 'l', œ: 'oe', '‐': '-', '’': "'" };

/** Lower case, without accents; as long as the text only when that has none. @param {string} text */
export function fold(text) {
  return text.toLowerCase().normalize('NFKD').replace(/[\p{Mn}\u00AD]/gu, '').replace(/[ßæøđıłœ‐’]/g, (letter) => spelled[letter]);
}

/** @param {string} text */
export function words(text) {
  const found = fold(text).replace(/([a-z])'(?=[a-z])/g, '$1').match(/([a-z0-9]|(?=\p{L})[\u0370-\ud7ff])+/gu) ?? [];
  /** @type {string[]} */
  const joined = [];
  let letters = false;
  for (const word of found) {
    const single = /^[a-z]$/.test(word);
    if (single && letters) joined[joined.length - 1] += word;
    else joined.push(word);
    letters = single;
  }
  return joined;
}

/** The words of a query: a telephone number is one, however it is spaced. @param {string} query */
const query_words = (query) => words(query.replace(/\+[\d\s().-]+|\b0[\d\s().-]+/g, (number) => {
  const digits = number.replace(/\D/g, '').replace(/^(00)?31(?=\d{9}$)/, '0');
  return /^0\d{9}$/.test(digits) ? digits + ' ' : number;
}));

/** Snowball's algorithm "dutch", version 2.2. @param {string} word */
export function stem(word) {
  if (/[^a-z0-9]/.test(word)) return word;
  const letters = [...word];
  /** @param {string | undefined} letter */
  const is_vowel = (letter) => 'aeiouy'.includes(letter ?? '-');
  if (letters[0] === 'y') letters[0] = 'Y';
  for (let place = 1; place < letters.length; ++place) {
    if (!is_vowel(letters[place - 1])) continue;
    if (letters[place] === 'y') letters[place] = 'Y';
    else if (letters[place] === 'i' && is_vowel(letters[place + 1])) letters[place] = 'I';
  }
  let text = letters.join('');
  /** @param {number} from */
  const region = (from) => {
    const match = /[aeiouy][^aeiouy]/.exec(text.slice(from));
    return match ? from + match.index + 2 : text.length;
  };
  const after_first = region(0);
  const first = Math.max(3, after_first);
  const second = region(after_first);
  /** @param {string} ending @param {number} from */
  const ends = (ending, from) => text.endsWith(ending) && text.length - ending.length >= from;
  /** @param {number} length */
  const cut = (length) => { text = text.slice(0, text.length - length); };
  const undouble = () => { if (/(kk|dd|tt)$/.test(text)) cut(1); };
  /** @param {string} ending */
  const cut_en = (ending) => {
    if (!ends(ending, first) || !/[^aeiouy]$/.test(text.slice(0, -ending.length)) || text.endsWith('gem' + ending)) return false;
    cut(ending.length);
    undouble();
    return true;
  };
  let cut_an_e = false;
  const cut_e = () => {
    cut_an_e = false;
    if (!ends('e', first) || !/[^aeiouy]e$/.test(text)) return;
    cut(1);
    cut_an_e = true;
    undouble();
  };

  if (text.endsWith('heden')) {
    if (ends('heden', first)) text = text.slice(0, -5) + 'heid';
  } else if (text.endsWith('ene')) {
    cut_en('ene');
  } else if (text.endsWith('en')) {
    cut_en('en');
  } else {
    const ending = /se?$/.exec(text)?.[0];
    if (ending && ends(ending, first) && /[^aeiouyj]$/.test(text.slice(0, -ending.length))) cut(ending.length);
  }
  cut_e();
  if (ends('heid', second) && !text.endsWith('cheid')) {
    cut(4);
    cut_en('en');
  }
  const ending = /(end|ing|ig|lijk|baar|bar)$/.exec(text)?.[0];
  if (ending && ends(ending, second)) {
    if (ending === 'end' || ending === 'ing') {
      cut(3);
      if (ends('ig', second) && !text.endsWith('eig')) cut(2);
      else undouble();
    } else if (ending === 'ig') {
      if (!text.endsWith('eig')) cut(2);
    } else if (ending === 'lijk') {
      cut(4);
      cut_e();
    } else if (ending === 'baar' || cut_an_e) {
      cut(ending.length);
    }
  }
  if (/[^aeiouy](aa|ee|oo|uu)[^aeiouyI]$/.test(text)) text = text.slice(0, -2) + text.slice(-1);
  return text.toLowerCase();
}
