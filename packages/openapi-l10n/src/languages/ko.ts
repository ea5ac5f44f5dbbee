import { kor } from 'stopword';
import type { LanguageModule } from './types.ts';

/** Korean: particles follow a word without a space. */
export const korean: LanguageModule = {
  addressCodes: ['kr'],
  stopWords: kor,
  countedUnits: ['시간'],
  units: {
    밀리초: 'millisecond',
    초: 'second',
    분: 'minute',
    시간: 'hour',
    일: 'day',
    주: 'week',
    개월: 'month',
    년: 'year',
    퍼센트: 'percent',
    바이트: 'byte',
    킬로바이트: 'kilobyte',
    메가바이트: 'megabyte',
    기가바이트: 'gigabyte',
    달러: 'dollar',
    유로: 'euro',
    원: 'won',
  },
  scales: { 천: 1000, 백만: 1e6, 십억: 1e9 },
  idioms: /(?<!\d)(?:16|10|2|8)진|Base\s?\d+/gi,
  dayPeriods: new Map([
    ['오전', 0],
    ['오후', 12],
  ]),
  clock: hours,
};

/** `17시`, `17시 30분`; `17시간` are hours. */
function hours(text: string): { minutes: number; length: number } | undefined {
  const match = /^(\d{1,2})\s?시(?!간)(?:\s?(\d{1,2})\s?분)?/.exec(text);
  return match
    ? { minutes: Number(match[1]) * 60 + Number(match[2] ?? 0), length: match[0].length }
    : undefined;
}
