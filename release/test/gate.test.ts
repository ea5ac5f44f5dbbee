import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge } from '../src/gate.ts';
import { root } from '../src/public-packages.ts';

const contract = readFileSync(join(root, 'openapi/openapi.yaml'), 'utf8');
const changeset = (bump: string) => [`---\n"@session-series/contract": ${bump}\n---\n\nA change.\n`];

describe('the version gate', () => {
  test('lets an unchanged contract pass without a changeset', () => {
    expect(judge(contract, contract, [])).toBeUndefined();
  });

  test('asks for a major when a bound gets narrower, and says where and how', () => {
    const narrowed = contract.replace('maximum: 100', 'maximum: 90');
    expect(narrowed).not.toBe(contract);
    const message = judge(contract, narrowed, changeset('minor'));
    expect(message).toMatch(/at least major; pending: minor/);
    expect(message).toContain('(maximum)');
    expect(message).toContain('pnpm changeset add --major @session-series/contract');
    expect(judge(contract, narrowed, changeset('major'))).toBeUndefined();
  });

  test.each([
    ['a narrowed bound', 'maximum: 100', 'maximum: 90', 'major', 'minor'],
    ['a widened bound', 'maximum: 100', 'maximum: 120', 'patch', undefined],
    ['a removed enum value', 'enum: [day, hour]', 'enum: [day]', 'major', 'minor'],
    [
      'a renamed operation',
      'operationId: getSessionsDataSeries',
      'operationId: getSessions',
      'major',
      'minor',
    ],
    ['a changed status', '"200":', '"201":', 'major', 'minor'],
    ['another path', '/sessions/data_series:', '/sessions/data:', 'major', 'minor'],
    ['text only', 'summary: ', 'summary: New ', 'patch', undefined],
  ])('%s: the right bump passes, a lower one does not', (_edit, before, after, right, lower) => {
    const edited = contract.replace(before, after);
    expect(edited).not.toBe(contract);
    expect(judge(contract, edited, changeset(right))).toBeUndefined();
    expect(judge(contract, edited, lower === undefined ? [] : changeset(lower))).toContain(
      `at least ${right}`,
    );
  });
});
