import { describe, expect, it } from 'vitest';
import { csvDefaults, toCsv } from '../../src/export/csv.ts';
import type { Aligned } from '../../src/series/aligned.ts';

const aligned: Aligned = {
  starts: [0, 86_400],
  ends: [86_400, 172_800],
  keys: [0, 1],
  isCut: [false, false],
  complete: 2,
  begun: 2,
  whole: undefined,
  lines: [{ line: {}, values: [1874, null], before: [2000, 10], comparison: undefined }],
};
const headers = { time: 'Date', lines: ['=evil;"x"'], before: 'Before', change: 'Change' };
const date = (start: number) => new Date(start * 1000).toISOString().slice(0, 10);

describe('CSV', () => {
  it('the English CSV has commas, decimal points and no byte-order mark', () => {
    expect(toCsv(aligned, headers, date, csvDefaults.en)).toBe(
      'Date,"\'=evil;""x""",Before,Change\r\n1970-01-01,1874,2000,-0.063\r\n1970-01-02,,10,\r\n',
    );
  });

  it('the French CSV has semicolons, decimal commas and a byte-order mark', () => {
    expect(toCsv(aligned, headers, date, csvDefaults.fr)).toBe(
      '\ufeffDate;"\'=evil;""x""";Before;Change\r\n1970-01-01;1874;2000;-0,063\r\n1970-01-02;;10;\r\n',
    );
  });

  it('the CSV has no change for a unit that is still in progress', () => {
    expect(toCsv({ ...aligned, complete: 0 }, headers, date, csvDefaults.en)).toContain('1874,2000,\r\n');
  });

  it('the CSV quotes a decimal comma if commas separate the columns', () => {
    expect(toCsv(aligned, headers, date, { ...csvDefaults.en, decimal: ',' })).toContain('"-0,063"');
  });
});
