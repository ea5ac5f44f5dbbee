import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('what is pulled in by the main entry, and by one call alone, stays below its limit', async () => {
  const { stdout } = await promisify(execFile)('size-limit', ['--json'], {
    cwd: new URL('..', import.meta.url).pathname,
  });
  const sizes: { name: string; passed: boolean; size: number }[] = JSON.parse(stdout);
  expect(sizes).not.toEqual([]);
  expect(sizes.filter(({ passed }) => !passed)).toEqual([]);
});
