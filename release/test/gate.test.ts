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
});
