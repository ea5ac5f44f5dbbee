import { describe, expect, test } from 'vitest';
import { readRecording } from '../../src/index.ts';

const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 60_000;

test('a recording serves days as they were recorded, and spreads them over their hours', () => {
  const { source, rows, problems } = readRecording('time,sessions\n2026-01-01,240\n2026-01-02,25\n', 'csv');
  expect({ rows, problems }).toEqual({ rows: 2, problems: [] });
  expect(source.count(day('2026-01-01'), day('2026-01-02'))).toBe(240);
  expect(source.count(day('2026-01-01') + 60, day('2026-01-01') + 120)).toBe(10);
  const hours = Array.from({ length: 24 }, (_, hour) =>
    source.count(day('2026-01-02') + hour * 60, day('2026-01-02') + hour * 60 + 60),
  );
  expect(hours.reduce((sum, sessions) => sum + sessions)).toBe(25);
});

test('a recording adds up hours to days and apps to a total, and keeps segments separate', () => {
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

describe('rows that cannot be read are reported with their lines', () => {
  test('rows of a CSV file that cannot be read are reported with their lines', () => {
    const { rows, problems } = readRecording(
      '\uFEFFsessions;time;app\r\n12;2026-01-01;"a;b"\r\n-1;2026-01-01;a\r\n7;hier;a\r\n7;2026-02-30;a\r\n7\r\n7;2026-01-01;"a\r\n',
      'csv',
    );
    expect(rows).toBe(1);
    expect(problems).toEqual([
      { line: 3, why: 'sessions: "-1" is not a whole number.' },
      { line: 4, why: 'time: "hier" is neither an ISO 8601 date nor a date-time.' },
      { line: 5, why: 'time: "2026-02-30" is neither an ISO 8601 date nor a date-time.' },
      { line: 6, why: 'it has 1 cell, but the header has 3.' },
      { line: 7, why: 'a quotation mark is not closed.' },
    ]);
  });

  test('a CSV file without the two columns is reported', () => {
    expect(readRecording('date,count\n2026-01-01,4\n', 'csv').problems).toEqual([
      { line: 1, why: 'the header must name the columns time and sessions, and may name app and segment.' },
    ]);
  });

  test('JSON lines that cannot be read are reported with their lines', () => {
    expect(readRecording('{"time":"2026-01-01","sessions":1.5}\nnull\n{', 'jsonl').problems).toEqual([
      { line: 1, why: 'sessions: "1.5" is not a whole number.' },
      { line: 2, why: 'it is not a JSON object.' },
      { line: 3, why: 'it is not a JSON object.' },
    ]);
  });
});

describe('what would be counted twice is left out and reported', () => {
  test.for([
    [
      'a row that comes again',
      '2026-01-01,5\n2026-01-01,5\n',
      5,
      'it is for the same time as line 2, so it is not counted.',
    ],
    [
      'a day next to one of its hours',
      '2026-01-01,24\n2026-01-01T05:00:00Z,9\n',
      24,
      'its time overlaps line 2, so it is not counted.',
    ],
  ] as const)('a recording leaves out and reports %s', ([, rows, sum, why]) => {
    const { source, problems, rows: counted } = readRecording(`time,sessions\n${rows}`, 'csv');
    expect(source.count(day('2026-01-01'), day('2026-01-02'))).toBe(sum);
    expect({ counted, problems }).toEqual({ counted: 1, problems: [{ line: 3, why }] });
  });

  test('a recording leaves out and reports a total next to its parts', () => {
    const text = 'time,sessions,app\n2026-01-01,9,\n2026-01-01,4,a\n2026-01-01,5,b\n2026-01-02,7,\n';
    const { source, problems } = readRecording(text, 'csv');
    expect(source.count(day('2026-01-01'), day('2026-01-02'))).toBe(9);
    expect(source.count(day('2026-01-02'), day('2026-01-03'))).toBe(7);
    expect(problems).toEqual([
      {
        line: 2,
        why: 'it is for all apps, and line 3 is for one app at the same time, so it is not counted.',
      },
    ]);
  });
});

test.for([
  ['tabs', 'time\tsessions\tapp\n2026-01-01\t3\ta,b\n', 'a,b'],
  [
    'a line that names the separator, as Excel writes it',
    'sep=|\r\ntime|sessions|app\r\n2026-01-01|3|a;b\r\n',
    'a;b',
  ],
  [
    'cells in quotation marks with line ends',
    'time,sessions,note,app\n2026-01-01,3,"two\nlines, and ""more""",a\n',
    'a',
  ],
] as const)('a recording is read from %s', ([, text, app]) => {
  const { source, problems } = readRecording(text, 'csv');
  expect(problems).toEqual([]);
  expect(source.count(day('2026-01-01'), day('2026-01-02'), app)).toBe(3);
});
