import { ENGLISH_WORDS } from './en-words.ts';
import type { LanguageModule } from './types.ts';

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')];
const ORDINALS = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** English. */
export const english: LanguageModule = {
  groupSeparators: [',', '\u00A0', '\u202F'],
  stopWords:
    `the of and to is are for with that this in an be by from as at it its not if which when each has have can must you
    your was were all only without would could should been being they them their there these those then than into
    about after before between because while what where who how does did will may might`.split(/\s+/),
  technicalWords: ENGLISH_WORDS,
  numberWords: numberWords(),
  alphabet: /^[a-z'’-]+$/,
  allNumberWords: true,
  months: { sept: 9 },
  units: { wk: 'week', mo: 'month', yr: 'year' },
  unitArticles: /\b(?:per|one|an?|each|every|in)$/,
  qualifiers: 'additional business calendar consecutive full further more working',
  dateWords: ['of'],
  endings: '(?:e?s)?',
  headerWords: 'headers?',
  samples:
    /(?<![a-z])(?:(?:your|my|new|example|sample)(?=[-_. ])|(?:example|sample)(?![a-z])|your[a-z]+|my[a-z]+(?=@|\.(?:com|org|net|io|dev)\b))/i,
  interfaceWords:
    /\b(?:click|clicking|select|press|choose|tap|hit|check|tick|open|button|tab|menu|option|box)\b[^.!?]*$/i,
  idioms: /\b24\/7\b|\b(?:3rd|third)[- ]part(?:y|ies)\b|\bbase[- ]?\d+\b/gi,
};

function numberWords(): Map<string, number> {
  const words = new Map<string, number>();
  for (const [value, word] of SMALL.entries()) words.set(word, value);
  for (const [ten, word] of TENS.entries()) {
    if (!word) continue;
    words.set(word, ten * 10);
    for (const [value, small] of SMALL.slice(1, 10).entries()) {
      words.set(`${word}-${small}`, ten * 10 + value + 1);
      words.set(`${word} ${small}`, ten * 10 + value + 1);
    }
  }
  for (const [value, word] of ORDINALS.entries()) words.set(word, value);
  const more = {
    a: 1,
    an: 1,
    single: 1,
    once: 1,
    twice: 2,
    both: 2,
    double: 2,
    pair: 2,
    couple: 2,
    no: 0,
    none: 0,
  };
  const large = {
    hundred: 100,
    dozen: 12,
    noon: 12,
    midnight: 24,
  };
  for (const [word, value] of Object.entries({ ...more, ...large })) words.set(word, value);
  return words;
}
