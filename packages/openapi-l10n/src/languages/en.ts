import type { Language } from './language.ts';
import { monthNames, unitNames } from './locale.ts';

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')];
const ORDINALS = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** English, the language that contracts are written in. */
export const english: Language = {
  tag: 'en',
  groupSeparators: [',', '\u00A0', '\u202F'],
  decimalSeparators: ['.'],
  commonWords: new Set(
    `the of and to is are for with that this in an be by from as at it its not if which when each has have can must you
    your was were all only without would could should been being they them their there these those then than into
    about after before between because while what where who how does did will may might`.split(/\s+/),
  ),
  numberWords: numberWords(),
  months: new Map([...monthNames('en'), ['sept', 9]]),
  units: new Map([
    ...unitNames('en'),
    ...Object.entries({
      million: 'million',
      billion: 'billion',
      trillion: 'trillion',
      wk: 'week',
      mo: 'month',
      yr: 'year',
    }),
  ]),
  qualifiers: new Set('additional business calendar consecutive full further more working'.split(' ')),
  idioms: /\b24\/7\b|\b3rd[- ]part(?:y|ies)\b/g,
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
    thousand: 1000,
    million: 1e6,
    billion: 1e9,
    dozen: 12,
    noon: 12,
    midnight: 24,
  };
  for (const [word, value] of Object.entries({ ...more, ...large })) words.set(word, value);
  return words;
}
