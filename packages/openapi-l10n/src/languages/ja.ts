import type { LanguageModule } from './types.ts';

/** Japanese: no spaces, and a counter after each number. */
export const japanese: LanguageModule = {
  numerals: /[一二三四五六七八九十][百千万亿億]|[百千万亿億][一二三四五六七八九十]|[一二三四五六七八九]十/,
  addressCodes: ['jp'],
  countedUnits: ['時間'],
  units: {
    年: 'year',
    ヶ月: 'month',
    カ月: 'month',
    ヵ月: 'month',
    ケ月: 'month',
    日間: 'day',
    分間: 'minute',
    秒間: 'second',
    時間: 'hour',
    ミリ秒: 'millisecond',
    パーセント: 'percent',
    バイト: 'byte',
    キロバイト: 'kilobyte',
    メガバイト: 'megabyte',
    ギガバイト: 'gigabyte',
    ドル: 'dollar',
    ユーロ: 'euro',
    円: 'yen',
    ポンド: 'pound',
  },
  scales: { 千: 1000, 百万: 1e6 },
  idioms: /(?<!\d)(?:16|10|2|8|36|64)進|24時間年中無休|24時間365日|Base\s?\d+/gi,
  clock: hours,
};

/** `17時` and `17時30分` are times of day; `17時間` are hours. */
function hours(text: string): { minutes: number; length: number } | undefined {
  const match = /^(\d{1,2})\s?時(?!間)(?:\s?(\d{1,2})\s?分)?/.exec(text);
  return match
    ? { minutes: Number(match[1]) * 60 + Number(match[2] ?? 0), length: match[0].length }
    : undefined;
}
