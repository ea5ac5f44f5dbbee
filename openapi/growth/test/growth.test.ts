import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const home = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(home, file), 'utf8');
const contract: Record<string, unknown> = parse(read('growth.openapi.yaml'));
const [, shapes = ''] = read('README.md').split('## Shapes');

/** Every object of a document with its JSON Pointer. */
function* objects(value: unknown, pointer = ''): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  // An array's members are visited by their index.
  if (!Array.isArray(value)) yield [pointer, value as Record<string, unknown>];
  for (const [key, member] of Object.entries(value))
    yield* objects(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(contract, 'growth');
const complaints = (pointer: string, value: unknown) => {
  const validate = ajv.getSchema(`growth#${pointer.split('/').map(encodeURIComponent).join('/')}`);
  if (validate === undefined) throw new Error(`No schema at ${pointer}`);
  return validate(value) ? [] : validate.errors;
};

describe('the growth contract', () => {
  const examples = [...objects(contract)].flatMap(([pointer, object]) => {
    if (!('schema' in object)) return [];
    const schema = `${pointer}/schema`;
    const named = Object.entries((object['examples'] ?? {}) as Record<string, { value: unknown }>);
    return [
      ...('example' in object ? [{ at: `${pointer}/example`, schema, value: object['example'] }] : []),
      ...named.map(([name, { value }]) => ({ at: `${pointer}/examples/${name}`, schema, value })),
    ];
  });

  test.each(examples)('the growth contract has a valid example at $at', ({ schema, value }) => {
    expect(complaints(schema, value)).toEqual([]);
  });

  test('the growth contract leaves some operations without an example', () => {
    for (const place of [
      '~1tides/get',
      '~1fleets~1{fleet_id}/get/responses',
      '~1berths~1{berth_id}/patch/requestBody',
    ])
      expect(examples.filter(({ at }) => at.startsWith(`/paths/${place}`))).toEqual([]);
    expect(examples.length).toBeGreaterThan(40);
  });

  test('the growth contract is completely translated into French', () => {
    const report = execFileSync('openapi-l10n', ['check', 'growth.openapi.yaml', 'growth.fr.overlay.yaml'], {
      cwd: home,
      encoding: 'utf8',
    });
    expect(report).toContain('Nothing found');
  });
});

describe('its README', () => {
  const rows = [...shapes.matchAll(/^\| (.+?) +\| (.+?) +\|$/gm)].slice(1);
  const names = rows.flatMap(([, , where = '']) =>
    [...where.matchAll(/`([\w/ .-]+)`/g)].map(([, name]) => name),
  );
  const known = JSON.stringify(contract);

  test.each([...new Set(names)])(
    'the README of the growth contract names only what the contract has: %s',
    (name = '') => {
      expect(known.includes(`"${name.replace('GET ', '')}"`) || known.includes(name)).toBe(true);
    },
  );
});

describe.each(globSync('handlers/*.js', { cwd: home }))('%s', (file) => {
  test('a handler file exports the handler of the operation it is named after', async () => {
    const id = basename(file, '.js');
    const exported = await import(pathToFileURL(join(home, file)).href);
    expect(Object.keys(exported)).toEqual([id]);
    expect(JSON.stringify(contract)).toContain(`"operationId":"${id}"`);
  });
});
