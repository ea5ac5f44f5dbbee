import type { LanguageModule } from './types.ts';

/** Chinese in simplified characters; traditional ones of the same words are known too. */
export const chinese: LanguageModule = {
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
  idioms: /(?:16|10|2|8)\s?(?:进制|位)|Base\s?\d+|24\s?\/\s?7|7\s?[x×*]\s?24(?:\s?小时)?/gi,
  clock: hours,
};

/** `17点`, `17时30分`, but not `1.5点`. */
function hours(text: string): { minutes: number; length: number } | undefined {
  const match = /^(\d{1,2})\s?[点點时](?!间|間|数|击)(?:\s?(\d{1,2})\s?分?)?/.exec(text);
  return match
    ? { minutes: Number(match[1]) * 60 + Number(match[2] ?? 0), length: match[0].length }
    : undefined;
}
