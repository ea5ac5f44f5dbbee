/** Words of a sentence that occur in the place of a name or a value. */
export interface Candidate {
  words: string[];
  start: number;
  length: number;
}

const WORD = '[\\p{L}][\\p{L}\\d_-]*';
const QUOTED = `["“]?${WORD}["”]?`;
const LIST = `(${QUOTED}(?:,\\s+${QUOTED})*),?\\s+(?:or|and)\\s+(${QUOTED})`;
/** What may follow a value: the end of a sentence or clause, but not a noun. */
const END = '(?=[.,;:)]|\\s*$|\\s(?:and|or|if|when|unless|for|in|to|by|is|are|while|otherwise|then)\\b)';
/** The start of a clause, so that the next word is its subject: “when unit is hour”, but not “the runner unit is …”. */
const CLAUSE = '(?:^|[.,;:(]\\s*|\\b(?:when|if|where|unless|while|with|for)\\s+)';

/** A way to write names or values, and a word without which no text has one: looking for it first is many times faster. */
interface Wording {
  pattern: RegExp;
  sign: RegExp;
}

const CONJUNCTION = /\s(?:or|and)\s/iu;

/** Lists of values. */
const VALUE_LISTS: readonly Wording[] = [
  {
    sign: CONJUNCTION,
    pattern: new RegExp(
      `(?<=\\b(?:(?:can|must|may|should|could|will) be|either|values?(?: are| is)?:?|one of|equals?(?: to)?|set to|allowed:?|:)\\s+)(?:either\\s+)?${LIST}${END}`,
      'giu',
    ),
  },
  {
    sign: CONJUNCTION,
    pattern: new RegExp(`(?<=${CLAUSE}${WORD}\\s+is\\s+)(?:either\\s+)?${LIST}${END}`, 'giu'),
  },
  // “one of day, hour”
  {
    sign: /one of|values|allowed/iu,
    pattern: new RegExp(
      `(?<=\\b(?:one of|values(?: are)?|allowed):?\\s+)((?:${QUOTED},\\s+)+)(${QUOTED})${END}`,
      'giu',
    ),
  },
];
/** “can be added or removed” describes an action; “Can be enabled or disabled” lists values. */
const PASSIVE = /(?:[^.:]\s)(?:can|must|may|should|could|will) be\s+$/i;

const ONE_VALUE: Wording = {
  sign: /set|default|equal|value|switch/iu,
  pattern: new RegExp(
    `(?<=\\b(?:set to|sets? it to|defaults? to|default is|default value is|default:|equal to|equals|(?:with|has|have|to) the value|switch(?:ed)? to)\\s+)(${WORD})${END}`,
    'giu',
  ),
};
const NAMED_VALUE: Wording = {
  sign: /=|\s(?:is|equals|set)\s/iu,
  pattern: new RegExp(
    `(?<=${CLAUSE})(${WORD})\\s*(?:=|\\s(?:is|equals|is set to|set to)\\s)\\s*(${WORD})${END}`,
    'giu',
  ),
};

/** Where values occur: “can be day or hour”, “defaults to day”, “when unit is hour”. */
export function* valueContexts(text: string, names: ReadonlySet<string>): Generator<Candidate> {
  const seen = new Set<number>();
  const candidate = (words: string[], start: number, length: number): Candidate[] => {
    if (seen.has(start) || words.some((word) => /^(?:true|false|null)$/.test(word))) return [];
    seen.add(start);
    return [{ words, start, length }];
  };
  for (const wording of VALUE_LISTS) {
    for (const match of matches(text, wording)) {
      const [whole, first = '', last = ''] = match;
      const words = [...first.split(/,\s+/), last]
        .map((word) => word.replaceAll(/["“”]/g, ''))
        .filter((word) => word !== '');
      if (words.every((word) => word.endsWith('ed')) && PASSIVE.test(text.slice(0, match.index))) continue;
      yield* candidate(words, match.index, whole.length);
    }
  }
  for (const match of matches(text, ONE_VALUE))
    yield* candidate([match[1] ?? ''], match.index, match[0].length);
  for (const match of matches(text, NAMED_VALUE)) {
    const [whole, name = '', value = ''] = match;
    if (names.has(name)) yield* candidate([value], match.index + whole.length - value.length, value.length);
  }
}

/** Words that precede or follow a noun without being a name: “the property name”, “the path parameter”. */
const PLAIN = new Set(
  `name names value values type types description data is are id key format list and or in of to other following same
  new first last next previous optional required custom default specified given path query header headers body cookie
  request response form search date secret`.split(/\s+/),
);
const KIND = 'parameter|property|field|header|attribute|argument';
const PLACE = '(?:(?:query|path|request|response|body|cookie|form)\\s+)?';

const KINDS = new RegExp(KIND, 'iu');

const NAMES: readonly Wording[] = [
  // “the length parameter”, but not “the rate limit header”
  {
    sign: KINDS,
    pattern: new RegExp(
      `(?<=(?:^|[.:;(]\\s*|\\b(?:the|optional|required)\\s))(${WORD})(?=\\s+${PLACE}(?:${KIND})(?![\\p{L}-]))`,
      'giu',
    ),
  },
  // “the length and unit parameters”
  {
    sign: KINDS,
    pattern: new RegExp(
      `(?<=(?:^|\\b(?:the|both)\\s))(${WORD})\\s+and\\s+(${WORD})(?=\\s+${PLACE}(?:${KIND})s(?![\\p{L}-]))`,
      'giu',
    ),
  },
  // “the parameter length”, “a field named time”
  {
    sign: KINDS,
    pattern: new RegExp(`(?<=\\b(?:${KIND})\\s+(?:(?:named|called)\\s+)?)(${WORD})(?=[\\s.,;:)]|$)`, 'giu'),
  },
  // “set unit to day”, “unit = day”
  {
    sign: /set/iu,
    pattern: new RegExp(`(?<=\\b(?:set|sets|setting)\\s+)(${WORD})(?=\\s+(?:to|as|=)\\s)`, 'giu'),
  },
  { sign: /=/, pattern: new RegExp(`(?<![\\p{L}\\d_-])(${WORD})(?=\\s*=\\s*[\\p{L}\\d"'])`, 'giu') },
  {
    sign: /set to\s/iu,
    pattern: new RegExp(`(?<=${CLAUSE})(${WORD})(?=\\s+(?:is|must be|should be|can be) set to\\s)`, 'giu'),
  },
];

/** Where names occur: “the length parameter”, “parameter length”, “set unit to”. */
export function* nameContexts(text: string): Generator<Candidate> {
  const seen = new Set<number>();
  for (const wording of NAMES) {
    for (const match of matches(text, wording)) {
      const [whole, ...words] = match;
      if (seen.has(match.index) || words.some((word) => PLAIN.has(word.toLowerCase()))) continue;
      seen.add(match.index);
      yield { words, start: match.index, length: whole.length };
    }
  }
}

const matches = (text: string, { pattern, sign }: Wording) => (sign.test(text) ? text.matchAll(pattern) : []);
