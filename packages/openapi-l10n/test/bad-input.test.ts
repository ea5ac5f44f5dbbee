import { describe, expect, test } from 'vitest';
import { applyOverlay, check, extract, fixText, InputError, parseSource } from '../src/index.ts';

const contract = parseSource("openapi: 3.1.0\ninfo: { title: Pets, version: '1' }\n", 'openapi.yaml');
const overlay = (target: string) =>
  parseSource(
    `overlay: 1.0.0\ninfo: { title: fr, version: '1' }\nactions:\n  - target: ${target}\n    update: { title: A }\n`,
    'fr.yaml',
  );

const errorOf = (work: () => unknown): InputError => {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('no error');
};

describe('wrong input is told with its place', () => {
  test.each([
    ['not YAML', () => parseSource('a: [1\nb: }', 'x.yaml')],
    ['a duplicate key in YAML', () => parseSource('a: 1\nb: 2\na: 3\n', 'x.yaml')],
    ['a duplicate key in JSON', () => parseSource('{"a": 1,\n "a": 2}', 'x.json')],
    ['not OpenAPI', () => check(parseSource('a: 1\n', 'x.yaml'), overlay('$.info'))],
    ['not an overlay', () => check(contract, parseSource('a: 1\n', 'x.yaml'))],
    ['a JSONPath syntax error', () => check(contract, overlay('$.info['))],
  ])('%s', (_, work) => {
    expect(errorOf(work).place).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
  });
});

test('a byte-order mark and CRLF are understood and kept', () => {
  const text = `\uFEFF${overlay('$.info').text.replaceAll('\n', '\r\n')}`;
  const { text: written, changed } = extract(contract, parseSource(text, 'fr.yaml'));
  expect(changed).toBe(true);
  expect(written.startsWith('\uFEFFoverlay: 1.0.0\r\n')).toBe(true);
  expect(written.replaceAll('\r\n', '')).not.toContain('\n');
});

test('Overlay 1.0 cannot update a primitive value, 1.1 can', () => {
  const on = (version: string) => ({
    overlay: version,
    info: { title: 'fr', version: '1' },
    actions: [{ target: '$.info.title', update: 'Animaux' }],
  });
  expect(errorOf(() => applyOverlay(contract.value, on('1.0.0'))).message).toContain('primitive');
  expect(applyOverlay(contract.value, on('1.1.0')).document).toMatchObject({ info: { title: 'Animaux' } });
});

test('fix mends French typography, leaves code alone, and a second run changes nothing', () => {
  const fixed = fixText("Attention : l'option `a : b` coûte 5 %", 'fr');
  expect(fixed).toBe('Attention\u00A0: l’option `a : b` coûte 5\u00A0%');
  expect(fixText(fixed, 'fr')).toBe(fixed);
});
