import { type Block, OBJECT } from '../markdown/block.ts';
import { capitals } from './fr-capitals.ts';
import type { TypographyProblem } from './types.ts';

const NO_BREAK = '\u00A0';
const NARROW = '\u202F';
/** What a punctuation mark may follow: a letter, a digit, a closing mark, or code. */
const BEFORE = `(?<=[\\p{L}\\p{N})\\]»”"…%${OBJECT}])`;
const AFTER = '(?=[\\s)\\]»”"…]|$)';

/** What the rules are about, besides capitals. */
const SIGNS = /['´!?;:%«»"“”‘’]|\d[ .]/;

interface Breach {
  pattern: RegExp;
  message: string;
  replacement: string;
}

/** Checks French typography. `spaced` lists the marks that need a no-break space before them. */
export function frenchTypography({ spaced }: { spaced: string }) {
  const signs = spaced.replace(':', '');
  const breaches: Breach[] = [
    {
      pattern: /(?<=\p{L})['´](?=[\p{L}\p{N}\s«“\uFFFC])(?!(?:s|t|re|ve|ll)\b)/gu,
      message: 'Expected the apostrophe ’',
      replacement: '’',
    },
    ...(signs
      ? [
          {
            pattern: new RegExp(`${BEFORE} ?(?=[${signs}]+${AFTER})`, 'gu'),
            message: `Expected a no-break space before ${[...signs].join(' ')}`,
            replacement: NARROW,
          },
        ]
      : []),
    {
      // Anything but a link definition: `[1]: {{ url }}`.
      pattern: new RegExp(`(?<!^\\s*\\[[^\\]]*\\])${BEFORE} ?(?=:(?:\\s|$))`, 'gu'),
      message: 'Expected a no-break space before a colon',
      replacement: NO_BREAK,
    },
    {
      pattern: /(?<=\d) ?(?=%(?!\w))/g,
      message: 'Expected a no-break space before %',
      replacement: NO_BREAK,
    },
    { pattern: /(?<=«) ?(?=[^\s«])/gu, message: 'Expected a no-break space after «', replacement: NO_BREAK },
    { pattern: /(?<=[^\s»]) ?(?=»)/gu, message: 'Expected a no-break space before »', replacement: NO_BREAK },
    {
      pattern: /(?<=(?<![\d.,])\d{1,3}(?: \d{3})*) (?=\d{3}(?!\d))/g,
      message: 'Expected a no-break space between groups of digits',
      replacement: NARROW,
    },
    {
      pattern:
        /(?<=(?<![\d.,v])\d+)\.(?=\d+[ \u00A0\u202F]?(?:[%€$]|(?:secondes?|minutes?|heures?|jours?|ms|[kKMGT]o)(?!\p{L})))/gu,
      message: 'Expected a comma before decimals',
      replacement: ',',
    },
  ];
  return (block: Block, original?: readonly Block[]): TypographyProblem[] => {
    if (!SIGNS.test(block.text)) return capitals(block, original);
    const problems = breaches
      .filter(({ pattern }) => block.text.search(pattern) >= 0)
      .flatMap(({ pattern, message, replacement }) =>
        [...block.text.matchAll(pattern)].map((match) => ({
          offset: match.index,
          length: match[0].length,
          message,
          replacement,
        })),
      );
    return [...problems, ...quotes(block.text), ...capitals(block, original)].toSorted(
      (a, b) => a.offset - b.offset,
    );
  };
}

/** English quotation marks, except inside guillemets, where they are correct. */
function quotes(text: string): TypographyProblem[] {
  const outside = text.replaceAll(/«[^«»]*»/g, (quoted) => ' '.repeat(quoted.length));
  return [
    ...outside.matchAll(
      /(?<![\p{L}\p{N}=])(["“])[\s\u00A0]?([^"“”]*?)[\s\u00A0]?(["”])(?![\p{L}\p{N}])|(‘)([^‘’]+)(’)/gu,
    ),
  ].flatMap((match) => {
    const [whole, opening, inner, closing] = match.filter((part) => part !== undefined) as [
      string,
      string,
      string,
      string,
    ]; // the groups of one of the two forms
    if (inner.trim() === '' || (opening === '"') !== (closing === '"')) return [];
    const message = 'Expected the quotation marks « and »';
    const from = match.index;
    const start = whole.indexOf(inner, 1);
    return [
      { offset: from, length: start, message, replacement: `«${NO_BREAK}` },
      {
        offset: from + start + inner.length,
        length: whole.length - start - inner.length,
        message,
        replacement: `${NO_BREAK}»`,
      },
    ];
  });
}
