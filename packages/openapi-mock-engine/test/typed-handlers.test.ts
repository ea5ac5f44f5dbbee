import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printOperations } from '../src/index.ts';
import { growthContract } from './support/growth.ts';

const root = new URL('..', import.meta.url).pathname;
mkdirSync(join(root, 'reports'), { recursive: true });

/** What the compiler has against handlers of the growth contract, by the lines that it names. */
function complaints(handlers: string): string[] {
  const folder = mkdtempSync(join(root, 'reports/types-'));
  try {
    writeFileSync(join(folder, 'contract.d.ts'), printOperations(growthContract));
    writeFileSync(
      join(folder, 'handlers.ts'),
      [
        `import { createMockServer, defineHandlers } from '../../src/index.ts';`,
        `import type { operations } from './contract.d.ts';`,
        handlers,
      ].join('\n'),
    );
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: join(root, 'tsconfig.json'), include: ['*.ts'] }),
    );
    execFileSync(join(root, '../../node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' });
    return [];
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
    const lines = handlers.split('\n');
    return [...output.matchAll(/handlers\.ts\((\d+),\d+\): (.*)/g)].map(
      ([, line, message]) => lines[Number(line) - 3]?.trim() || `${line}: ${message}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('handlers have the types of the contract, and a handler that reads or returns anything else does not compile', () => {
  const good = `
const handlers = defineHandlers<operations>({
  getBerth: ({ path, state }) => (state.has(path.berth_id.toUpperCase()) ? undefined : { status: 404 }),
  listBerths: async ({ query, headers, cookies, random }) => ({
    headers: { 'X-Total-Count': String(query.limit.toFixed(0)) },
    body: [{ id: 'brt_' + (query.features ?? []).length + cookies.view.length, number: random(), state: 'free', length: 7,
      draft: null, features: ['power'], labels: { id: headers['x-request-id'] ?? '' } }],
  }),
  replaceBerth: ({ body, headers }) => ({ status: 412, body: { type: headers['if-match'], title: String(body.number), status: 412 } }),
  deleteBerth: () => ({ status: 204 }),
  updateBerth: ({ body }) => ({ refuse: { name: 'draft', value: body.draft, expected: 'a shallow one' } }),
});
export const mock = createMockServer({}, { handlers });`;
  expect(complaints(good)).toEqual([]);
  const wrong = `
export const handlers = defineHandlers<operations>({
  getBerth: ({ path }) => ({ body: path.id }),
  deleteBerth: () => ({ status: 200 }),
  createBerth: ({ body }) => ({ status: 201, body: { id: body.nmae } }),
  listBerths: () => ({ body: 'none' }),
});
export const stray = defineHandlers<operations>({
  getBerths: () => undefined,
});`;
  expect(complaints(wrong)).toEqual(
    expect.arrayContaining([
      'getBerth: ({ path }) => ({ body: path.id }),',
      'deleteBerth: () => ({ status: 200 }),',
      'createBerth: ({ body }) => ({ status: 201, body: { id: body.nmae } }),',
      "listBerths: () => ({ body: 'none' }),",
      'getBerths: () => undefined,',
    ]),
  );
});
