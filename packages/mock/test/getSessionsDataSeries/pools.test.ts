import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const packageRoot = new URL('../..', import.meta.url).pathname;
const inside = `import { startMock } from '@session-series/mock';
import { expect, test } from 'vitest';
for (const engine of ['fast', 'prism'] as const) {
  test(engine, async () => {
    const mock = await startMock({ port: 0, engine });
    const ask = async (query: string) =>
      (await fetch(mock.url + '/sessions/data_series?' + query, { headers: { Authorization: 'Bearer k' } })).status;
    expect([await ask('length=3'), await ask('length=0'), await ask('length=3')]).toEqual([200, 400, 200]);
    await mock.close();
  });
}
`;

test.each(['threads', 'vmThreads', 'vmForks'])(
  'the mock answers valid and wrong requests in Vitest’s pool %s',
  async (pool) => {
    mkdirSync(join(packageRoot, 'reports'), { recursive: true });
    const folder = mkdtempSync(join(packageRoot, 'reports/pool-'));
    try {
      writeFileSync(join(folder, 'inside.test.ts'), inside);
      await promisify(execFile)(
        process.execPath,
        [
          join(packageRoot, 'node_modules/vitest/vitest.mjs'),
          'run',
          '--root',
          folder,
          '--pool',
          pool,
          // A pool loads every module again: on a busy machine that takes longer than Vitest's five seconds.
          '--testTimeout',
          '120000',
          '--reporter',
          'json',
          '--outputFile',
          join(folder, 'report.json'),
        ],
        { cwd: packageRoot },
      );
      expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({
        numPassedTests: 2,
        numFailedTests: 0,
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
