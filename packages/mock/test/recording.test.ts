import { describe, expect, test } from 'vitest';
import { readRecording } from '../src/index.ts';

const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 60_000;

test('serves days as they were recorded, and spreads them over their hours', () => {
  const { source, rows, problems } = readRecording('time,sessions\n2026-01-01,240\n2026-01-02,25\n', 'csv');
  expect({ rows, problems }).toEqual({ rows: 2, problems: [] });
  expect(source.count(day('2026-01-01'), day('2026-01-02'))).toBe(240);
  expect(source.count(day('2026-01-01') + 60, day('2026-01-01') + 120)).toBe(10);
  const hours = Array.from({ length: 24 }, (_, hour) =>
    source.count(day('2026-01-02') + hour * 60, day('2026-01-02') + hour * 60 + 60),
  );
  expect(hours.reduce((sum, sessions) => sum + sessions)).toBe(25);
});

test('sums hours to days, apps to a whole, and keeps segments apart', () => {
  const { source } = readRecording(
    [
      '{"time":"2026-01-01T10:00:00+01:00","sessions":3,"app":"a"}',
      '{"time":"2026-01-01T11:00:00+01:00","sessions":4,"app":"b"}',
      '{"time":"2026-01-01T11:00:00+01:00","sessions":2,"app":"b","segment":"s"}',
    ].join('\n'),
    'jsonl',
  );
  const whole = [day('2026-01-01'), day('2026-01-02')] as const;
  expect(source.count(...whole)).toBe(7);
  expect(source.count(...whole, 'b')).toBe(4);
  expect(source.count(...whole, 'b', 's')).toBe(2);
  expect(source.count(...whole, 'c')).toBe(0);
  expect(source.apps.map(({ id }) => id)).toEqual(['a', 'b']);
});

describe('rows that cannot be read are told with their lines', () => {
  test('CSV', () => {
    const { rows, problems } = readRecording(
      '\uFEFFsessions;time;app\r\n12;2026-01-01;"a;b"\r\n-1;2026-01-01;a\r\n7;hier;a\r\n7;2026-02-30;a\r\n7\r\n7;2026-01-01;"a\r\n',
      'csv',
    );
    expect(rows).toBe(1);
    expect(problems).toEqual([
      { line: 3, why: 'sessions: "-1" is no whole number.' },
      { line: 4, why: 'time: "hier" is neither an ISO 8601 date nor a date-time.' },
      { line: 5, why: 'time: "2026-02-30" is neither an ISO 8601 date nor a date-time.' },
      { line: 6, why: 'it has 1 cells, and the header 3.' },
      { line: 7, why: 'a quotation mark is not closed.' },
    ]);
  });

  test('CSV without the two columns', () => {
    expect(readRecording('date,count\n2026-01-01,4\n', 'csv').problems).toEqual([
      { line: 1, why: 'the header has to name the columns time and sessions, and may name app and segment.' },
    ]);
  });

  test('JSON lines', () => {
    expect(readRecording('{"time":"2026-01-01","sessions":1.5}\nnull\n{', 'jsonl').problems).toEqual([
      { line: 1, why: 'sessions: "1.5" is no whole number.' },
      { line: 2, why: 'it is no JSON object.' },
      { line: 3, why: 'it is no JSON object.' },
    ]);
  });
});
