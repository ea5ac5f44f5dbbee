import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import sqlite3 from 'node-sqlite3-wasm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { columnNames } from '../src/export/state.ts';
import { hoursOf, mockServer } from './support/mock.ts';
import { run, start, temporaryFolder } from './support/run.ts';

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
    stderr: 'Error: DuckDB files need one more package: npm install @duckdb/node-api\n',
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

test.each([1, 3, 7])(
  'an export with --concurrency %i has that many requests open at the same time, and never more',
  async (size) => {
    const { mock, env, now } = await mockServer();
    const waiting: (() => void)[] = [];
    let [open, most, seen] = [0, 0, 0];
    // Requests are only answered once there are as many as there may be, and after a round trip in which another could come.
    const gate = createServer(async ({ url, headers }, response) => {
      if (url === '/') return void response.end();
      open++;
      most = Math.max(most, open);
      const turn = new Promise<void>((resolve) => waiting.push(resolve));
      seen++;
      if (open === size || seen === 21) {
        await fetch(address);
        for (const go of waiting.splice(0)) go();
      }
      await turn;
      const { authorization = '' } = headers;
      const answer = await fetch(`${mock.url}${url}`, { headers: { authorization } });
      open--;
      response.setHeader('Content-Type', 'application/json').end(await answer.text());
    });
    await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void gate.close());
    const address = `http://127.0.0.1:${(gate.address() as AddressInfo).port}/`; // It listens on TCP.
    // 21 requests: 21, 7 or 3 rounds.
    const query = ['--from', '2026-01-01', '--to', '2026-03-29T12:00:00Z', '--unit', 'hour'];
    const { code, stdout } = await run(
      ['export', ...query, '--concurrency', String(size), '--instance', address, '-'],
      { env, now },
    );
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(2101);
    expect(most).toBe(size);
  },
);

describe('the progress bar', () => {
  test.each([
    [100, 40],
    [60, 8],
  ])(
    'the progress bar on a terminal of %i columns takes %i, and shows rows, rate and remaining time',
    async (columns, size) => {
      const server = await mockServer();
      const file = join(temporaryFolder(), 's.csv');
      const { stderr } = await run(['export', ...period, ...server.args, file], {
        ...server,
        terminal: true,
        columns,
      });
      expect(stderr).toContain(`${'░'.repeat(size)} 0% | 0 rows | 0 rows/s | 0s left`);
      expect(stderr).toMatch(/█ 100% \| 744 rows \| [\d,]+ rows\/s \| 0s left/);
      // Cleared at the end.
      expect(stderr).toMatch(/Wrote 744 rows to .*\n$/);
    },
  );

  test.each([{ CI: 'true' }, { TERM: 'dumb' }])(
    'the progress bar is only shown on a terminal: %j',
    async (variables) => {
      const server = await mockServer();
      const file = join(temporaryFolder(), 's.csv');
      const env = { ...server.env, ...variables };
      const { stderr } = await run(['export', ...period, ...server.args, file], {
        ...server,
        env,
        terminal: true,
      });
      expect(stderr).toMatch(/^Wrote 744 rows to .*\n$/);
    },
  );
});

describe('without a file', () => {
  test('an export without a file writes rows to standard output, and cannot be resumed', async () => {
    const { args, env, now } = await mockServer();
    const query = ['export', '--from', '2026-01-01', '--to', '2026-01-02', ...args];
    expect((await run(query, { env, now })).stdout).toMatch(
      /^time,local_date,.*\n2026-01-01T00:00:00Z,2026-01-01,,,,,\d+\n$/,
    );
    const refused = await run([...query, '--resume'], { env, now });
    expect(refused).toMatchObject({
      code: 64,
      stdout: '',
      stderr: expect.stringContaining('The output file is missing.'),
    });
  });

  test('an export to - writes rows to standard output as they arrive', async () => {
    const { args, env, now } = await mockServer();
    const { stdout, stderr } = await run(
      ['export', '--from', '2026-01-01', '--to', '2026-01-03', '--format', 'ndjson', ...args, '-'],
      { env, now },
    );
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).local_date),
    ).toEqual(['2026-01-01', '2026-01-02']);
    expect(stderr).toBe('');
  });

  test('an export with --dry-run prints the number of requests and sends none', async () => {
    const { mock, args, env, now } = await mockServer();
    const { code, stderr } = await run(
      [
        'export',
        '--dry-run',
        '--from',
        '2023-01-01',
        '--to',
        '2026-01-01',
        '--unit',
        'hour',
        ...apps,
        ...args,
        's.csv',
      ],
      { env, now },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'Would send 528 requests.\n' });
    expect(mock.requests()).toEqual([]);
  });
});

interface Row {
  time: number;
  local_date: string;
  app_id: string | null;
  sessions: number;
}

/** Reads a file with the tools of its users, not with the code that wrote it. */
async function readBack(file: string): Promise<Row[]> {
  const normalise = (row: Record<string, unknown>): Row => ({
    ...row,
    time: new Date(row['time'] as string | Date).getTime(), // How each reader returns a timestamp.
    local_date:
      row['local_date'] instanceof Date
        ? row['local_date'].toISOString().slice(0, 10)
        : String(row['local_date']),
    app_id: (row['app_id'] as string | null) || null, // An empty field of CSV.
    sessions: Number(row['sessions']),
  });
  if (file.endsWith('.ndjson')) {
    return readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => normalise(JSON.parse(line)));
  }
  if (file.endsWith('.parquet')) {
    return (await parquetReadObjects({ file: arrayBufferOf(file) })).map(normalise);
  }
  if (file.endsWith('.sqlite')) {
    const database = new sqlite3.Database(file, { readOnly: true });
    const rows = database.all('SELECT * FROM sessions ORDER BY rowid');
    database.close();
    return rows.map((row) => normalise(row as Record<string, unknown>));
  }
  // DuckDB reads its own files, and CSV.
  const source = file.endsWith('.csv')
    ? `read_csv('${file}', all_varchar = true, nullstr = '')`
    : `(SELECT * REPLACE (epoch_ms(time) AS time, local_date::VARCHAR AS local_date) FROM source.sessions)`;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  if (!file.endsWith('.csv')) await connection.run(`ATTACH '${file}' AS source (READ_ONLY)`);
  const reader = await connection.runAndReadAll(`SELECT * FROM ${source}`);
  const rows = reader.getRowObjects().map((row) => {
    const time = typeof row['time'] === 'bigint' ? new Date(Number(row['time'])) : row['time'];
    return normalise({ ...row, time });
  });
  connection.closeSync();
  instance.closeSync();
  return rows;
}

function arrayBufferOf(file: string): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer; // Node's buffers are not shared.
}
