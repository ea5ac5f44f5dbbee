import type { PlainHandler } from '../handler.ts';
import { isoDate } from '../series/civil.ts';
import { isoOffset, parseEndingAt } from '../series/ending-at.ts';

const hours = Array.from({ length: 24 }, (_, hour) => `T${String(hour).padStart(2, '0')}:00:00`);

/** The first minute of year 0: no time before it can be written with four digits. */
const firstMinute = -719_528 * 1440;

/**
 * `length` points in ascending order, one for each day or hour at the offset of `ending_at`; the last one contains
 * `ending_at`. The future has no sessions yet, according to the mock's clock.
 */
export const getSessionsDataSeries: PlainHandler<'getSessionsDataSeries'> = ({ query, now }, source) => {
  const { length, unit, ending_at, app_id, segment_id } = query;
  const nowMinute = Math.floor(now / 60_000);
  const end = ending_at === undefined ? { minute: nowMinute, offset: 0 } : parseEndingAt(ending_at);
  if (end === undefined) {
    return {
      refuse: { name: 'ending_at', value: ending_at, expected: 'a date, a time and an offset that exist' },
    };
  }
  const daily = unit === 'day';
  const step = daily ? 1440 : 60;
  const zone = isoOffset(end.offset);
  const last = Math.floor((end.minute + end.offset) / step) * step;

  // Text, not an object: writing a series directly is several times faster.
  let text = '{"message":"success","data":[';
  let comma = '';
  for (let local = last - (Number(length) - 1) * step; local <= last; local += step) {
    if (local < firstMinute) continue;
    const from = local - end.offset;
    const to = Math.min(from + step, nowMinute);
    const sessions = to > from ? source.count(from, to, app_id, segment_id) : 0;
    const date = isoDate(Math.floor(local / 1440));
    const time = daily ? date : date + hours[(((local % 1440) + 1440) % 1440) / 60] + zone;
    text += `${comma}{"time":"${time}","sessions":${sessions}}`;
    comma = ',';
  }
  return { text: `${text}]}` };
};
