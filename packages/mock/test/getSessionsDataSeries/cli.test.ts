import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CliProcess } from '../child.ts';
import { json } from '../json.ts';

const headers = { Authorization: 'Bearer any' };
const target = '/sessions/data_series?length=2&ending_at=2026-01-02T12:00:00Z';

test('the command and the control API list the apps and segments', async () => {
  await using mock = new CliProcess('--port', '0');
  const { apps } = await json<{ apps: { id: string }[] }>(fetch(`${await mock.url()}/_mock`));
  expect(apps.map(({ id }) => id)).toEqual(['app-ios', 'app-android', 'app-web']);
  expect(mock.stdout).toContain('app-ios');
  expect(mock.stdout).toContain('segment-loyal');
});

test('--data serves a recorded export, and reports the rows that it could not read', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'mock-')), 'sessions.csv');
  writeFileSync(file, 'time,sessions\n2026-01-01,11\nhier,1\n2026-01-02,22\n');
  await using mock = new CliProcess('--port', '0', '--data', file);
  const response = await fetch(`${await mock.url()}${target}`, { headers });
  expect((await json(response)).data).toEqual([
    { time: '2026-01-01', sessions: 11 },
    { time: '2026-01-02', sessions: 22 },
  ]);
  expect(mock.stderr).toBe(`${file}:3: time: "hier" is neither an ISO 8601 date nor a date-time.\n`);
});

test('--data without a readable row exits with 1', async () => {
  expect(await new CliProcess('--port', '0', '--data', '/nowhere.csv').end()).toEqual({
    code: 1,
    stdout: '',
    stderr: '--data /nowhere.csv: there is no such file.\n',
  });
});
