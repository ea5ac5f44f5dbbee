import { arabic } from './ar.ts';
import { likelySubtags, scaleNames, separators, unitNames } from './cldr.ts';
import { dayPeriodNames, figureDate, monthNames, monthSign } from './cldr-dates.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import { japanese } from './ja.ts';
import { korean } from './ko.ts';
import { polish } from './pl.ts';
import { portuguese } from './pt-BR.ts';
import { russian } from './ru.ts';
import type { Language, LanguageModule } from './types.ts';
import { chinese } from './zh-CN.ts';

/** The languages with a file, by the first part of their tag. */
const modules: Readonly<Record<string, LanguageModule | ((tag: string) => LanguageModule)>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  ja: japanese,
  ko: korean,
  pl: polish,
  pt: portuguese,
  ru: russian,
  zh: chinese,
};

/** For an unknown language, every notation is accepted. */
const anyNotation = {
  groupSeparators: [',', '.', ' ', '\u00A0', '\u202F', "'", '’'],
  decimalSeparators: ['.', ','],
};

const known = new Map<string, Language>();

/** The language of a BCP 47 tag such as `fr` or `pt-BR`; a language without a file has the data of CLDR only. */
export function languageOf(tag = 'und'): Language {
  const wanted = tag.replaceAll('_', '-').toLowerCase();
  const language = known.get(wanted) ?? build(wanted);
  known.set(wanted, language);
  return language;
}

function build(tag: string): Language {
  const [base = ''] = tag.split('-');
  const own = modules[base];
  const { units, numberWords, stopWords, qualifiers, scales, months, ...rest } =
    typeof own === 'function' ? own(tag) : (own ?? {});
  const { script, region } = likelySubtags(tag);
  return {
    tag,
    script: script.toLowerCase(),
    region: region.toLowerCase(),
    spaced: !/^(?:Hans|Hant|Jpan|Thai|Laoo|Khmr|Mymr)$/.test(script),
    latin: script === 'Latn',
    ...(own === undefined ? anyNotation : separators(tag)),
    dayPeriods: dayPeriodNames(tag),
    date: figureDate(tag),
    monthSign: monthSign(tag),
    ...rest,
    stopWords: new Set([...(stopWords ?? [])].map((word) => word.toLowerCase())),
    numberWords: numberWords instanceof Map ? numberWords : new Map(Object.entries(numberWords ?? {})),
    months: new Map([...monthNames(tag), ...Object.entries(months ?? {})]),
    units: new Map([...unitNames(tag), ...Object.entries(units ?? {})]),
    scales: new Map([
      ...scaleNames(tag),
      ...Object.entries(scales ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const),
    ]),
    qualifiers: new Set(qualifiers?.split(' ')),
  };
}
