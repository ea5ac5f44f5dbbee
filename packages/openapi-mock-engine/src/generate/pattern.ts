/** The maximum number of repetitions for `*` and `+`. */
const most = 4;

/**
 * A text that matches a pattern, filled with its last character to a length. `undefined` if the syntax is not supported, or no
 * text of 20 is valid.
 *
 * @param least the minimum length
 * @param random returns numbers from 0 to below 1
 */
export function makeMatchingText(
  pattern: string,
  least: number,
  random: () => number,
  isValid: (text: string) => boolean,
): string | undefined {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const sample = sampleOfPattern(pattern, random);
    if (sample === undefined) return undefined;
    const filled = sample.padEnd(least, sample.slice(-1));
    for (const text of [sample, filled]) if (isValid(text)) return text;
  }
  return undefined;
}

/**
 * A text that matches a regular expression, for the usual syntax: classes, groups, alternatives, repetitions,
 * anchors. `undefined` for anything else, such as look-arounds. The caller checks the result.
 */
export function sampleOfPattern(pattern: string, random: () => number): string | undefined {
  const reader = { text: pattern, at: 0, random };
  try {
    const sample = alternatives(reader);
    return reader.at === pattern.length ? sample : undefined;
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

interface Reader {
  text: string;
  at: number;
  random(): number;
}

class Unsupported extends Error {}

function alternatives(reader: Reader): string {
  const options = [sequence(reader)];
  while (reader.text[reader.at] === '|') {
    reader.at += 1;
    options.push(sequence(reader));
  }
  return pick(options, reader);
}

function sequence(reader: Reader): string {
  let sample = '';
  while (reader.at < reader.text.length && reader.text[reader.at] !== '|' && reader.text[reader.at] !== ')') {
    const start = reader.at;
    let one = atom(reader);
    const [least, greatest] = repetition(reader);
    const end = reader.at;
    const count = least + Math.floor(reader.random() * (greatest - least + 1));
    let repeated = '';
    for (let index = 0; index < count; index += 1) {
      repeated += one;
      // The next one gets another number.
      reader.at = start;
      one = atom(reader);
    }
    reader.at = end;
    sample += repeated;
  }
  return sample;
}

function atom(reader: Reader): string {
  const character = String.fromCodePoint(reader.text.codePointAt(reader.at) ?? 0);
  reader.at += character.length;
  switch (character) {
    case '^':
    case '$':
      return '';
    case '.':
      return pick([...'abcdefghij'], reader);
    case '[':
      return characterClass(reader);
    case '(':
      return group(reader);
    case '\\':
      return escaped(reader, true);
    default:
      return character;
  }
}

function group(reader: Reader): string {
  if (reader.text[reader.at] === '?') {
    const match = /^\?(?::|<[A-Za-z_]\w*>)/.exec(reader.text.slice(reader.at));
    if (match === null) throw new Unsupported();
    reader.at += match[0].length;
  }
  const sample = alternatives(reader);
  if (reader.text[reader.at] !== ')') throw new Unsupported();
  reader.at += 1;
  return sample;
}

function characterClass(reader: Reader): string {
  const negated = reader.text[reader.at] === '^';
  if (negated) reader.at += 1;
  const members: [number, number][] = [];
  while (reader.at < reader.text.length && reader.text[reader.at] !== ']') {
    const from = classMember(reader);
    if (typeof from === 'object') {
      members.push(...from);
    } else if (reader.text[reader.at] === '-' && reader.text[reader.at + 1] !== ']') {
      reader.at += 1;
      const to = classMember(reader);
      if (typeof to === 'object') throw new Unsupported();
      members.push([from, to]);
    } else {
      members.push([from, from]);
    }
  }
  reader.at += 1;
  if (!negated) {
    const range = pick(members, reader);
    return String.fromCodePoint(range[0] + Math.floor(reader.random() * (range[1] - range[0] + 1)));
  }
  const allowed = [...'abcdefghijklmnopqrstuvwxyz0123456789 _-.:/'].filter((character) => {
    const code = character.charCodeAt(0);
    return !members.some(([from, to]) => code >= from && code <= to);
  });
  return pick(allowed, reader);
}

function classMember(reader: Reader): number | [number, number][] {
  const character = reader.text[reader.at] ?? '';
  if (character === '\\') {
    reader.at += 1;
    const named = classes[reader.text[reader.at] ?? ''];
    if (named !== undefined) {
      reader.at += 1;
      return named;
    }
    return escaped(reader, false).codePointAt(0) ?? 0;
  }
  const code = reader.text.codePointAt(reader.at) ?? 0;
  reader.at += String.fromCodePoint(code).length;
  return code;
}

const classes: { readonly [letter: string]: [number, number][] } = {
  d: [[48, 57]],
  w: [
    [97, 122],
    [48, 57],
  ],
  s: [[32, 32]],
};

const controls: { readonly [letter: string]: string } = {
  n: '\n',
  r: '\r',
  t: '\t',
  f: '\f',
  v: '\v',
  '0': '\0',
};

function escaped(reader: Reader, outside: boolean): string {
  const letter = reader.text[reader.at] ?? '';
  reader.at += 1;
  const named = classes[letter];
  if (outside && named !== undefined) {
    const [from, to] = pick(named, reader);
    return String.fromCharCode(from + Math.floor(reader.random() * (to - from + 1)));
  }
  if (letter === 'b' || letter === 'B') return '';
  if (letter === 'D' || letter === 'W' || letter === 'S') return letter === 'W' ? '-' : 'x';
  if (letter === 'p' || letter === 'P') {
    const property = /^\{(\^?)(\w+)(?:=\w+)?\}/.exec(reader.text.slice(reader.at));
    if (property === null) throw new Unsupported();
    reader.at += property[0].length;
    return /^N/.test(property[2] ?? '') ? '7' : /^Lu/.test(property[2] ?? '') ? 'A' : 'a';
  }
  if (letter === 'x' || letter === 'u') {
    const code = /^(?:\{([0-9a-f]+)\}|([0-9a-f]{4})|([0-9a-f]{2}))/i.exec(reader.text.slice(reader.at));
    if (code === null) throw new Unsupported();
    const digits =
      letter === 'x' && code[2] !== undefined ? code[2].slice(0, 2) : (code[1] ?? code[2] ?? code[3] ?? '0');
    reader.at += letter === 'x' && code[2] !== undefined ? 2 : code[0].length;
    return String.fromCodePoint(Number.parseInt(digits, 16));
  }
  if (/[1-9k]/.test(letter)) throw new Unsupported();
  return controls[letter] ?? letter;
}

function repetition(reader: Reader): [number, number] {
  const match = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(reader.text.slice(reader.at));
  if (match === null) return [1, 1];
  reader.at += match[0].length;
  const [, sign, least, comma, greatest] = match;
  if (sign === '*') return [0, most];
  if (sign === '+') return [1, most];
  if (sign === '?') return [0, 1];
  const from = Number(least);
  const to =
    comma === undefined ? from : greatest === '' || greatest === undefined ? from + most : Number(greatest);
  return [from, Math.min(to, from + 40)];
}

function pick<T>(items: readonly T[], { random }: Reader): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Unsupported();
  return item;
}
