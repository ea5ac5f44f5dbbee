import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Bytes } from '../src/export/bytes.ts';
import { temporaryFolder } from './support/run.ts';

test('collected numbers have the digits that JavaScript gives them', () => {
  const bytes = new Bytes();
  const numbers = [
    0,
    1,
    9,
    10,
    99,
    100,
    2 ** 31,
    999_999_999_999_999,
    1e15,
    1e21,
    -1,
    -62_135_596_800,
    2 ** 53,
  ];
  for (let exponent = 0; exponent < 15; exponent++) numbers.push(10 ** exponent, 10 ** exponent * 10 - 1);
  for (const number of numbers) {
    bytes.integer(number);
    expect(bytes.takeText()).toBe(String(number));
  }
});

test('collected texts are UTF-8, whatever their length and their characters', () => {
  const bytes = new Bytes();
  const texts = ['', 'a', 'Séances, «nouveaux»', '会話🎉\u0000"', 'x'.repeat(200_000), '🎉'.repeat(100_000)];
  for (const text of texts) bytes.text(text);
  const file = join(temporaryFolder(), 'text');
  const handle = openSync(file, 'w');
  bytes.writeTo(handle);
  closeSync(handle);
  expect(readFileSync(file, 'utf8')).toBe(texts.join(''));
  expect(bytes.length).toBe(0);
  for (const text of texts.toReversed()) bytes.text(text);
  expect(bytes.takeText()).toBe(texts.toReversed().join(''));
});
