import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mockServer } from '../support/mock.ts';
import { run, temporaryFolder } from '../support/run.ts';
import { readBack } from './read-back.ts';

const apps = ['--app', 'app-ios', '--app', 'app-web'] as const;

describe('bringing a file up to date', () => {
  test.each(['csv', 'ndjson', 'parquet', 'sqlite', 'duckdb'])(
    '--append fetches the unfinished hour of a %s file and all later ones, with the result of a new export',
    async (format) => {
      const folder = temporaryFolder();
      const [file, whole] = [join(folder, `sessions.${format}`), join(folder, `whole.${format}`)];
      const query = ['--from', '2026-02-01', '--unit', 'hour', '--time-zone', 'Asia/Kolkata', ...apps];
      // One server whose clock moves, like the real one.
      const early = await mockServer({ now: '2026-02-20T10:20:00Z' });
      const before = await run(['export', ...query, '--to', '2026-02-20T10:20:00Z', ...early.args, file], {
        env: early.env,
        now: Date.parse('2026-02-20T10:20:00Z'),
      });
      expect(before.code, before.stderr).toBe(0);
      const late = await mockServer({ now: '2026-02-25T18:45:00Z' });
      // The state contains the server, so the same one is used, at a later time.
      const state = readFileSync(`${file}.state.json`, 'utf8');
      writeFileSync(`${file}.state.json`, state.replace(early.mock.url, late.mock.url));
      late.mock.reset();
      const now = Date.parse('2026-02-25T18:45:00Z');
      const after = await run(['export', '--append', '--to', '2026-02-25T18:45:00Z', ...late.args, file], {
        env: late.env,
        now,
      });
      expect(after.code, after.stderr).toBe(0);
      // 128 hours and the unfinished one, of two apps, in windows of 100.
      expect(late.mock.requests()).toHaveLength(4);
      await run(['export', ...query, '--to', '2026-02-25T18:45:00Z', ...late.args, whole], {
        env: late.env,
        now,
      });
      expect(await readBack(file)).toEqual(await readBack(whole));
      expect(JSON.parse(readFileSync(`${file}.state.json`, 'utf8'))).toMatchObject({
        complete_until: '2026-02-25T18:30:00.000Z',
      });
    },
  );

  test('--append creates a file that does not exist', async () => {
    const { args, env, now } = await mockServer();
    const file = join(temporaryFolder(), 'sessions.csv');
    const { code, stderr } = await run(
      ['export', '--append', '--last', '7d', '--to', '2026-03-01', ...args, file],
      { env, now },
    );
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `Wrote 7 rows to ${file} (${statSync(file).size} bytes).\n`,
    });
  });
});
