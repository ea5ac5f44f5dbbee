import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { gate } from './repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'openapi-gate-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const growth = readFileSync(
  fileURLToPath(import.meta.resolve('growth-contract/growth.openapi.yaml')),
  'utf8',
);
const overlay = fileURLToPath(import.meta.resolve('growth-contract/growth.fr.overlay.yaml'));
writeFileSync(join(folder, 'old.yaml'), growth);

/** Rate the growth contract after some replacements. */
function rated(...replacements: readonly [string | RegExp, string][]) {
  let text = growth;
  for (const [before, after] of replacements) {
    expect(text).toMatch(before);
    text = text.replaceAll(before, after);
  }
  writeFileSync(join(folder, 'new.yaml'), text);
  const { out } = gate(folder, 'rate', 'old.yaml', 'new.yaml', '--format', 'json');
  const { bump, changes }: { bump: string; changes: { rule: string; bump: string }[] } = JSON.parse(out);
  return { bump, rules: changes.filter((change) => change.bump === bump).map(({ rule }) => rule) };
}

describe('a contract with every shape', () => {
  test.each([
    ['a renamed schema', [[/OccupiedDay/g, 'DayOfBerth']], 'major', 'component-removed'],
    ['a renamed component parameter', [[/VesselId/g, 'ShipId']], 'major', 'component-removed'],
    ['a renamed path parameter', [[/berth_id/g, 'berthId']], 'major', 'parameter-renamed'],
    [
      'a removed operation',
      [[/^ {4}delete:\n {6}operationId: deleteVessel\n(?: {6}.*\n)+/gm, '']],
      'major',
      'operation-removed',
    ],
    [
      'a third value of an enum that responses have',
      [[/enum: \[pending, accepted, refused\]/g, 'enum: [pending, accepted, refused, expired]']],
      'major',
      'enum-values-added',
    ],
    [
      'a new optional property',
      [[/^ {8}draft:/gm, '        depth: { type: number }\n        draft:']],
      'minor',
      'more-allowed',
    ],
    ['a changed server variable', [[/default: fast\b/g, 'default: precise']], 'major', 'default-changed'],
    ['another version', [[/version: 1\.4\.0/g, 'version: 9.0.0']], 'none', undefined],
    ['a comment', [[/^info:/gm, '# A remark.\ninfo:']], 'none', undefined],
    ['another example', [[/Morning Star/g, 'Evening Star']], 'patch', 'text-changed'],
  ] as const)(
    'the rating of a contract finds %s, with its bump and rule',
    (_title, replacements, bump, rule) => {
      const found = rated(...replacements.map(([before, after]) => [before, after] as [RegExp, string]));
      expect(found.bump).toBe(bump);
      expect(found.rules[0]).toBe(rule);
    },
  );

  test('settings change the bump of a rule', () => {
    writeFileSync(join(folder, 'new.yaml'), growth.replaceAll('OccupiedDay', 'DayOfBerth'));
    writeFileSync(
      join(folder, 'own.yaml'),
      'contracts: [{ contract: new.yaml, rules: { component-removed: patch } }]',
    );
    const { code, out } = gate(folder, 'rate', 'old.yaml', 'new.yaml', '--config', 'own.yaml');
    expect(code).toBe(0);
    expect(out).toMatch(/patch {2}component OccupiedDay: removed/);
  });
});

describe('openapi-gate rate', () => {
  test.each([
    ['major', 1],
    ['minor', 1],
    ['none', 0],
  ])('the exit code of rate follows --fail-on %s', (failOn, code) => {
    writeFileSync(join(folder, 'new.yaml'), growth.replaceAll('berth_id', 'berthId'));
    expect(gate(folder, 'rate', 'old.yaml', 'new.yaml', '--fail-on', failOn).code).toBe(code);
  });

  test('rate prints a table for a pull request', () => {
    writeFileSync(join(folder, 'new.yaml'), growth.replace('maximum: 50,', 'maximum: 60,'));
    expect(gate(folder, 'rate', 'old.yaml', 'new.yaml', '--format', 'markdown').out).toBe(
      [
        '### The contract changes',
        '',
        '1 change. They need a **minor** release.',
        '',
        '| bump | operation | change | rule |',
        '| --- | --- | --- | --- |',
        '| minor | `GET /berths` | parameter `limit`, `maximum`: changed from `50` to `60` | `more-allowed` |',
        '',
      ].join('\n'),
    );
  });
});

describe('openapi-gate changelog', () => {
  writeFileSync(
    join(folder, 'next.yaml'),
    growth
      .replace('maximum: 50,', 'maximum: 60,')
      .replace('operationId: getStatus', 'operationId: getStatus\n      deprecated: true')
      .replace(/^ {2}\/fleets\/\{fleet_id\}:\n(?: {4}.*\n)+/m, '')
      .replace(
        '  /tides:',
        '  /buoys:\n    get:\n      summary: List buoys\n      responses: { "200": { description: Buoys. } }\n  /tides:',
      ),
  );
  const english = gate(folder, 'changelog', 'old.yaml', 'next.yaml').out;

  test('the changelog groups changes by kind and operation, and marks those that break clients', () => {
    expect(english).toContain('## Removed\n\n### `GET /fleets/{fleet_id}`\n\n- removed (**breaking**)');
    expect(english).toContain(
      '## Changed\n\n### `GET /berths` List berths\n\n- parameter `limit`, `maximum`: changed from `50` to `60`',
    );
    expect(english).toContain(
      '## Deprecated\n\n### `GET /status` Get the state of the service\n\n- deprecated',
    );
    expect(english).toContain('## Added\n\n### `GET /buoys` List buoys\n\n- added');
  });

  test('the changelog is written in the language of an overlay, with its summaries', () => {
    const { out } = gate(folder, 'changelog', 'old.yaml', 'next.yaml', '--overlay', overlay);
    expect(out).toContain('## Suppressions');
    expect(out).toContain(
      '### `GET /berths` Lister les postes à quai\n\n- paramètre `limit`, `maximum`\u00a0: `50` devient `60`',
    );
  });

  test.each(['de', 'es', 'fr-CA'])('the changelog has words in %s', (language) => {
    const { out } = gate(folder, 'changelog', 'old.yaml', 'next.yaml', '--language', language);
    expect(out.match(/^## /gm)).toHaveLength(4);
    expect(out).not.toContain('## Removed');
  });

  test('the changelog lists its languages if another one is requested', () => {
    expect(gate(folder, 'changelog', 'old.yaml', 'next.yaml', '--language', 'xx').err).toContain(
      'Expected en, fr, de, es.',
    );
  });
});
