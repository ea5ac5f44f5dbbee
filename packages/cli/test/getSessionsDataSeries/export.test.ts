import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetMetadata } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { columnNames } from '../../src/export/state.ts';
import { mockServer } from '../support/mock.ts';
import { run, start, temporaryFolder } from '../support/run.ts';
import { hoursOf } from './hours.ts';
import { arrayBufferOf, readBack } from './read-back.ts';

const period = ['--from', '2026-01-01', '--to', '2026-02-01', '--unit', 'hour'] as const;
const apps = ['--app', 'app-ios', '--app', 'app-web'] as const;

describe('every format', () => {
  test.each(['csv', 'ndjson', 'parquet', 'sqlite', 'duckdb'])(
    'an export to %s contains every hour of every app, and a second export has the same bytes',
    async (format) => {
      const { mock, args, env, now } = await mockServer();
      const folder = temporaryFolder();
      const [first, second] = [join(folder, `a.${format}`), join(folder, `b.${format}`)];
      for (const file of [first, second]) {
        const { code, stdout, stderr } = await run(['export', ...period, ...apps, ...args, file], {
          env,
          now,
        });
        expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: '' });
      }
      expect(readFileSync(first).equals(readFileSync(second))).toBe(true);

      const ios = await hoursOf(mock.url, '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', 'app-ios');
      const web = await hoursOf(mock.url, '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', 'app-web');
      const expected = [...ios.keys()]
        .sort((a, b) => a - b)
        .flatMap((time) => [
          ['app-ios', time, ios.get(time)],
          ['app-web', time, web.get(time)],
        ]);
      expect(expected).toHaveLength(2 * 31 * 24);
      const rows = await readBack(first);
      expect(rows.map(({ app_id, time, sessions }) => [app_id, time, sessions])).toEqual(expected);
      expect(Object.keys(rows[0] ?? {})).toEqual(columnNames);
      expect(rows[0]).toMatchObject({ local_date: '2026-01-01', app_name: null, segment_id: null });
      expect(statSync(first).mode & 0o777).toBe(0o666 & ~process.umask());
    },
  );

  test('a Parquet file has typed columns, and metadata with contract version, instance and query', async () => {
    const { args, env, now, mock } = await mockServer();
    const file = join(temporaryFolder(), 'sessions.parquet');
    await run(['export', ...period, ...args, file], { env, now });
    const { schema, key_value_metadata } = parquetMetadata(arrayBufferOf(file));
    expect(schema.slice(1).map(({ name, type, converted_type }) => [name, type, converted_type])).toEqual([
      ['time', 'INT64', 'TIMESTAMP_MILLIS'],
      ['local_date', 'INT32', 'DATE'],
      ['app_id', 'BYTE_ARRAY', 'UTF8'],
      ['app_name', 'BYTE_ARRAY', 'UTF8'],
      ['segment_id', 'BYTE_ARRAY', 'UTF8'],
      ['segment_name', 'BYTE_ARRAY', 'UTF8'],
      ['sessions', 'INT64', undefined],
    ]);
    expect(Object.fromEntries(key_value_metadata?.map(({ key, value }) => [key, value]) ?? [])).toEqual({
      contract_version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      instance: mock.url,
      query: expect.stringContaining('"unit":"hour"'),
    });
  });

  test('the state file contains contract version, instance, query and time of export, but never the key', async () => {
    const { args, env, now, mock } = await mockServer();
    const file = join(temporaryFolder(), 'sessions.csv');
    await run(['export', ...period, ...apps, ...args, file], { env, now });
    const text = readFileSync(`${file}.state.json`, 'utf8');
    expect(JSON.parse(text)).toEqual({
      contract_version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      query: {
        operation: '/sessions/data_series',
        instance: mock.url,
        from: '2026-01-01T00:00:00.000Z',
        to: '2026-02-01T00:00:00.000Z',
        until_now: false,
        unit: 'hour',
        time_zone: 'UTC',
        series: [{ app_id: 'app-ios' }, { app_id: 'app-web' }],
      },
      columns: columnNames,
      rows: 1488,
      bytes: statSync(file).size,
      complete_until: '2026-02-01T00:00:00.000Z',
      exported_at: new Date(now).toISOString(),
    });
    expect(text).not.toContain(env.SESSION_SERIES_API_KEY);
  });
});

test('a DuckDB export without the DuckDB package is refused before anything is fetched, with the command that installs it', async () => {
  const { mock, args, env } = await mockServer();
  const hooks = `import { registerHooks } from 'node:module';
    registerHooks({ resolve: (name, context, next) => {
      if (name === '@duckdb/node-api') throw Object.assign(new Error(name), { code: 'ERR_MODULE_NOT_FOUND' });
      return next(name, context);
    } });`;
  const file = join(temporaryFolder(), 's.duckdb');
  const { code, stderr } = await start(['export', ...period, ...args, file], {
    env: { ...env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hooks)}` },
  }).outcome;
  expect({ code, stderr }).toEqual({
    code: 78,
    stderr:
      'Error: DuckDB files need another package. Install it where session-series is: npm install @duckdb/node-api (with --global if session-series is installed globally).\n',
  });
  expect(mock.requests()).toEqual([]);
});

describe('names and series', () => {
  test('every app is exported with every segment, under the names of a JSON or CSV file', async () => {
    const { args, env, now } = await mockServer();
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'names.json'), '{"app-ios": "iOS, \\"the\\" app", "segment-new": "Nouveaux"}');
    writeFileSync(join(folder, 'names.csv'), 'id,name\napp-ios,"iOS, ""the"" app"\nsegment-new,Nouveaux\n');
    const outputs = [];
    for (const names of ['names.json', 'names.csv']) {
      const file = join(folder, `${names}.csv`);
      const segments = ['--segment', 'segment-new', '--segment', 'segment-loyal'];
      const { code, stderr } = await run(
        [
          'export',
          '--from',
          '2026-01-01',
          '--to',
          '2026-01-02',
          '--app',
          'app-ios',
          ...segments,
          '--names',
          join(folder, names),
          ...args,
          file,
        ],
        { env, now },
      );
      expect(code, stderr).toBe(0);
      outputs.push(readFileSync(file, 'utf8'));
    }
    expect(outputs[0]).toMatch(
      /^time,local_date,app_id,app_name,segment_id,segment_name,sessions\n2026-01-01T00:00:00Z,2026-01-01,app-ios,"iOS, ""the"" app",segment-new,Nouveaux,\d+\n2026-01-01T00:00:00Z,2026-01-01,app-ios,"iOS, ""the"" app",segment-loyal,,\d+\n$/,
    );
    expect(outputs[1]).toBe(outputs[0]);
  });

  test('the option --app-id, named as in the contract, is the same as --app', async () => {
    const { args, env, now } = await mockServer();
    const { stdout } = await run(
      ['export', '--from', '2026-01-01', '--to', '2026-01-02', '--app', 'a', '--app-id', 'b', ...args, '-'],
      { env, now },
    );
    expect(stdout.split('\n').slice(1, 3)).toEqual([
      expect.stringMatching(/^2026-01-01T00:00:00Z,2026-01-01,a,,,,\d+$/),
      expect.stringMatching(/^2026-01-01T00:00:00Z,2026-01-01,b,,,,\d+$/),
    ]);
  });
});
