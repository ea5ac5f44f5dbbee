import { frenchTypography } from './fr-typography.ts';
import type { LanguageModule } from './types.ts';

const SMALL =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const TENS = [
  '',
  '',
  ...'vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt'.split(' '),
];

/** French. In Canada, `;`, `!` and `?` follow the word without a space. */
export function french(tag: string): LanguageModule {
  return { ...FRENCH, typography: frenchTypography({ spaced: tag === 'fr-ca' ? ':' : ';:!?' }) };
}

const FRENCH: LanguageModule = {
  stopWords:
    `le la les de du des un une et est sont pour avec que qui dans par sur ou au aux ce cette ces il elle ne pas se sa
    son ses vous votre vos à en chaque toutes tous sans si plus être lorsque mais dont leur leurs nous on cela y été
    peut doit peuvent entre comme aussi`.split(/\s+/),
  numberWords: numberWords(),
  elision: /^(?:[cdjlmnst]|qu)['’]/,
  allNumberWords: true,
  months: { fevrier: 2, aout: 8, decembre: 12 },
  units: {
    j: 'day',
    journée: 'day',
    journées: 'day',
    an: 'year',
    année: 'year',
    années: 'year',
    mn: 'minute',
    o: 'byte',
    ko: 'kilobyte',
    Ko: 'kilobyte',
    Mo: 'megabyte',
    Go: 'gigabyte',
    To: 'terabyte',
    kio: 'kibibyte',
    Kio: 'kibibyte',
    Mio: 'mebibyte',
    Gio: 'gibibyte',
    Tio: 'tebibyte',
    'pour cent': 'percent',
    m: 'meter',
  },
  countedUnits: ['heure'],
  scales: { Md: 1e9, Mds: 1e9 },
  unitArticles: /(?<!\p{L})(?:par|une|la|chaque|en)$/u,
  endings: '[sx]?',
  headerWords: 'en-têtes?',
  dateWords: ['de'],
  qualifiers: 'autres derniers dernières premiers premières prochains prochaines',
  pronouns:
    /(?<!\p{L})(?:chacune?|celui|celle|ceux|celles|(?:tous|toutes)(?!\s(?:les|nos|vos|leurs|ces|deux)))(?!\p{L})/giu,
  idioms:
    /24[\s\u00A0\u202F]?h(?:eures)?(?: sur |\/)24(?:,| et)?[\s\u00A0]7[\s\u00A0\u202F]?j(?:ours)?(?: sur |\/)7/g,
  clock,
};

function numberWords(): Map<string, number> {
  const words = new Map<string, number>();
  for (const [value, word] of SMALL.entries()) words.set(word, value);
  for (const [ten, word] of TENS.entries()) {
    if (!word) continue;
    // Sixty and eighty continue to 79 and 99: soixante-dix-sept, quatre-vingt-douze.
    const from = ten % 2 === 1 && ten > 6 ? 10 : 0;
    if (from === 0) words.set(ten === 8 ? `${word}s` : word, ten * 10);
    for (let unit = from === 0 ? 1 : 10; unit < from + 10; unit++) {
      const value = ten * 10 - from + unit;
      for (const link of ['-', ' ', ' et ', '-et-']) words.set(`${word}${link}${SMALL[unit]}`, value);
    }
  }
  const ordinals = {
    premier: 1,
    première: 1,
    second: 2,
    seconde: 2,
    troisième: 3,
    quatrième: 4,
    cinquième: 5,
  };
  const more = {
    une: 1,
    unique: 1,
    seul: 1,
    seule: 1,
    chaque: 1,
    par: 1,
    double: 2,
    paire: 2,
    aucun: 0,
    aucune: 0,
  };
  const large = {
    cent: 100,
    cents: 100,
    douzaine: 12,
    midi: 12,
    minuit: 24,
  };
  const late = {
    deuxième: 2,
    sixième: 6,
    septième: 7,
    huitième: 8,
    neuvième: 9,
    dixième: 10,
    premiers: 1,
    premières: 1,
  };
  for (const [word, value] of Object.entries({ ...ordinals, ...more, ...large, ...late }))
    words.set(word, value);
  return words;
}

function clock(text: string): { minutes: number; length: number } | undefined {
  const match =
    /^(\d{1,2})[\s\u00A0\u202F]?(?:h(?:eures?)?(?:[\s\u00A0\u202F]?(\d{2}))?)(?![\p{L}\d])([\s\u00A0]+(?:du matin|du soir|de l['’]après-midi))?/u.exec(
      text,
    );
  if (!match) return undefined;
  const [whole, hour = '', minute = '0', part = ''] = match;
  const past = /soir|midi/.test(part) && Number(hour) < 12 ? 12 : 0;
  return { minutes: (Number(hour) + past) * 60 + Number(minute), length: whole.length };
}
