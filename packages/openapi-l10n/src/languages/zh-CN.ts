import type { LanguageModule } from './types.ts';

/** Chinese in simplified characters; the traditional forms of the words are known too. */
export const chinese: LanguageModule = {
  numerals: /[一二三四五六七八九十][百千万亿億]|[百千万亿億][一二三四五六七八九十]|[一二三四五六七八九]十/,
  addressCodes: ['cn'],
  units: {
    秒钟: 'second',
    分: 'minute',
    分鐘: 'minute',
    小時: 'hour',
    钟头: 'hour',
    日: 'day',
    周: 'week',
    星期: 'week',
    週: 'week',
    月: 'month',
    个月: 'month',
    個月: 'month',
    年: 'year',
    毫秒: 'millisecond',
    微秒: 'microsecond',
    字节: 'byte',
    千字节: 'kilobyte',
    兆字节: 'megabyte',
    吉字节: 'gigabyte',
    美元: 'dollar',
    欧元: 'euro',
    元: 'yuan',
    英镑: 'pound',
    日元: 'yen',
  },
  scales: { 千: 1000, 百万: 1e6, 千万: 1e7, 万: 1e4, 亿: 1e8, 十亿: 1e9 },
  idioms: /(?<!\d)(?:16|10|2|8)\s?进制|Base\s?\d+|24\s?\/\s?7|7\s?[x×*]\s?24(?:\s?小时)?/gi,
  clock: hours,
};

const DAY = /(?:[上下中]午|[早晚]上|凌晨|傍晚|[每当當今明昨]?[天日]的?|[在于於至到])\s?$/u;

/** `17点30分`, `17时`, and `5点` behind a word for a part of the day; `2点` alone are points. */
function hours(text: string, before: string): { minutes: number; length: number } | undefined {
  const match = /^(\d{1,2})\s?[点點时](?!间|間|数|击)(?:\s?(\d{1,2})\s?分?)?/.exec(text);
  const isClock = /^\d{1,2}\s?(?:时|[点點]\s?(?:\d{1,2}\s?分|半|整|[钟鐘]))/.test(text) || DAY.test(before);
  return match && isClock
    ? { minutes: Number(match[1]) * 60 + Number(match[2] ?? 0), length: match[0].length }
    : undefined;
}
