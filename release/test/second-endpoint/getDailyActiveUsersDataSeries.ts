import type { Handler } from '../handler.ts';
import { isoDate } from '../series/civil.ts';
import { parseEndingAt } from '../series/ending-at.ts';

/** `length` days in ascending order, the last of which holds `ending_at`: a third as many users as sessions. */
export const getDailyActiveUsersDataSeries: Handler = ({ length, ending_at, app_id }, { source, now }) => {
  const end =
    ending_at === undefined ? { minute: now / 60_000, offset: 0 } : parseEndingAt(String(ending_at));
  if (end === undefined)
    return { refusal: { parameter: 'ending_at', expected: 'a date and a time that exist' } };
  const last = Math.floor((end.minute + end.offset) / 1440);
  const app = app_id === undefined ? undefined : String(app_id);
  const data = Array.from({ length: Number(length) }, (_, index) => {
    const day = last - Number(length) + 1 + index;
    return { time: isoDate(day), dau: Math.round(source.count(day * 1440, (day + 1) * 1440, app) / 3) };
  });
  return { json: JSON.stringify({ message: 'success', data }) };
};
