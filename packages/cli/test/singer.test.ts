import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../src/contract.ts';
import { mockServer } from './support/mock.ts';
import { run, temporaryFolder } from './support/run.ts';

interface Message {
  type: 'SCHEMA' | 'RECORD' | 'STATE';
  stream?: string;
  schema?: { properties: Record<string, { description?: string }> };
  key_properties?: string[];
  bookmark_properties?: string[];
  record?: Record<string, string | number | null>;
  time_extracted?: string;
  value?: { bookmarks: Record<string, { complete_until: string }> };
}

/** Checks the output against the Singer specification, message by message. */
function readMessages(output: string): Message[] {
  const messages = output
    .trim()
    .split('\n')
    .map((line): Message => JSON.parse(line));
  const ajv = new Ajv({
    strict: false,
    formats: { 'date-time': (text: string) => !Number.isNaN(Date.parse(text)), date: /^\d{4}-\d{2}-\d{2}$/ },
  });
  let validate: ReturnType<typeof ajv.compile> | undefined;
  for (const message of messages) {
    switch (message.type) {
      case 'SCHEMA':
        // "type", "stream", "schema" and "key_properties" are required; "bookmark_properties" is optional.
        expect(Object.keys(message)).toEqual([
          'type',
          'stream',
          'schema',
          'key_properties',
          'bookmark_properties',
        ]);
        validate = ajv.compile(message.schema ?? {});
        for (const name of [...(message.key_properties ?? []), ...(message.bookmark_properties ?? [])]) {
          expect(Object.keys(message.schema?.properties ?? {})).toContain(name);
        }
        break;
      case 'RECORD':
        // "A Tap must output a SCHEMA message before any RECORD messages of the stream."
        expect(validate?.(message.record), JSON.stringify(validate?.errors)).toBe(true);
        expect(message.stream).toBe('sessions');
        // RFC 3339 with a time zone.
        expect(message.time_extracted).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
        break;
      case 'STATE':
        expect(Object.keys(message)).toEqual(['type', 'value']);
        break;
      default:
        throw new Error(`The specification has no message ${JSON.stringify(message)}.`);
    }
  }
  return messages;
}

const recordsOf = (messages: readonly Message[]) =>
  messages.flatMap(({ record }) => (record ? [record] : []));
const lastState = (messages: readonly Message[]) => messages.findLast(({ type }) => type === 'STATE')?.value;

describe('export --singer', () => {
  test('export --singer writes a SCHEMA, RECORDs that are valid by it, and a STATE after each batch', async () => {
    const server = await mockServer();
    const apps = ['--app', 'app-ios', '--app', 'app-web'];
    const { code, stdout, stderr } = await run(
      [
        'export',
        '--singer',
        '--from',
        '2026-01-01',
        '--to',
        '2026-02-01',
        '--unit',
        'hour',
        ...apps,
        ...server.args,
      ],
      server,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const messages = readMessages(stdout);
    expect(messages[0]).toMatchObject({ type: 'SCHEMA', key_properties: ['time', 'app_id'] });
    expect(messages.map(({ type }) => type).filter((type) => type === 'SCHEMA')).toHaveLength(1);
    const records = recordsOf(messages);
    expect(records).toHaveLength(1488);
    // A key names one record.
    expect(new Set(records.map(({ time, app_id }) => `${time} ${app_id}`)).size).toBe(1488);
    expect(messages.at(-1)?.type).toBe('STATE');
    expect(lastState(messages)).toEqual({
      bookmarks: { sessions: { complete_until: '2026-02-01T00:00:00.000Z' } },
    });
  });

  test.each(['en', 'fr'] as const)(
    'export --singer describes the columns in the words of the contract: %s',
    async (language) => {
      const server = await mockServer();
      const { stdout } = await run(
        [
          'export',
          '--singer',
          '--from',
          '2026-01-01',
          '--to',
          '2026-01-02',
          '--lang',
          language,
          ...server.args,
        ],
        server,
      );
      const [schema] = readMessages(stdout);
      const contract = loadContract(language);
      expect(schema?.schema?.properties['sessions']?.description).toBe(
        contract.point['sessions']?.description,
      );
      expect(schema?.schema?.properties['app_id']?.description).toBe(
        contract.parameters.get('app_id')?.description.trim(),
      );
    },
  );

  test('export --singer continues from a state and only refetches the unfinished day', async () => {
    const server = await mockServer();
    const file = join(temporaryFolder(), 'state.json');
    const query = ['export', '--singer', '--from', '2026-02-01', ...server.args];
    const first = readMessages(
      (
        await run([...query, '--to', '2026-02-20T10:00:00Z'], {
          ...server,
          now: Date.parse('2026-02-20T10:00:00Z'),
        })
      ).stdout,
    );
    expect(lastState(first)).toEqual({
      bookmarks: { sessions: { complete_until: '2026-02-20T00:00:00.000Z' } },
    });
    writeFileSync(file, JSON.stringify(lastState(first)));
    const second = readMessages(
      (await run([...query, '--to', '2026-02-23', '--state', file], server)).stdout,
    );
    expect(recordsOf(second).map(({ local_date }) => local_date)).toEqual([
      '2026-02-20',
      '2026-02-21',
      '2026-02-22',
    ]);
  });

  test.each(['{', '[]', '{"bookmarks":{"sessions":{"complete_until":"never"}}}'])(
    'export --singer refuses %s as a state',
    async (text) => {
      const server = await mockServer();
      const file = join(temporaryFolder(), 'state.json');
      writeFileSync(file, text);
      const { code, stdout, stderr } = await run(
        ['export', '--singer', '--last', '3d', '--state', file, ...server.args],
        server,
      );
      expect({ code, stdout }).toEqual({ code: 65, stdout: '' });
      expect(stderr).toContain(`${file} is not a Singer state of this tap.`);
    },
  );
});

describe('tap-session-series', () => {
  test('tap-session-series discovers a catalog, and syncs the streams that it selects', async () => {
    const server = await mockServer();
    const folder = temporaryFolder();
    const [config, catalog] = [join(folder, 'config.json'), join(folder, 'catalog.json')];
    writeFileSync(
      config,
      JSON.stringify({
        instance: server.mock.url,
        api_key: 'test-key',
        start_date: '2026-01-01',
        end_date: '2026-01-08',
        apps: ['app-ios'],
      }),
    );
    const discovered = await tap(['--config', config, '--discover']);
    expect(discovered.code, discovered.stderr).toBe(0);
    const streams: { streams: { tap_stream_id: string; metadata: { metadata: { selected: boolean } }[] }[] } =
      JSON.parse(discovered.stdout);
    expect(streams.streams).toMatchObject([
      {
        tap_stream_id: 'sessions',
        key_properties: ['time', 'app_id'],
        replication_key: 'time',
        replication_method: 'INCREMENTAL',
      },
    ]);
    writeFileSync(catalog, discovered.stdout);
    const synced = await tap(['--config', config, '--catalog', catalog]);
    expect(synced.code, synced.stderr).toBe(0);
    expect(recordsOf(readMessages(synced.stdout))).toHaveLength(7);
    const [stream] = streams.streams;
    if (stream?.metadata[0]) stream.metadata[0].metadata.selected = false;
    writeFileSync(catalog, JSON.stringify(streams));
    expect(await tap(['--config', config, '--catalog', catalog])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    // An orchestrator's first run has an empty state.
    writeFileSync(join(folder, 'state.json'), '{}');
    const stated = await tap(['--config', config, '--state', join(folder, 'state.json')]);
    expect(recordsOf(readMessages(stated.stdout))).toHaveLength(7);
  });

  test.each([
    ['{"start_date":1}', 65],
    ['{"api_key":"sk-secret"', 65],
    ['{"instance":"http://127.0.0.1:1","api_key":"sk-secret"}', 65],
  ])('tap-session-series refuses the configuration %s without showing it', async (text, code) => {
    const config = join(temporaryFolder(), 'config.json');
    writeFileSync(config, text);
    const outcome = await tap(['--config', config]);
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(outcome.stderr).toContain('is not a configuration of this tap.');
    expect(outcome.stderr).not.toContain('sk-secret');
    expect(readFileSync(config, 'utf8')).toBe(text);
  });
});

/** Runs the tap like an orchestrator. */
function tap(args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const file = fileURLToPath(new URL('../dist/bin/tap-session-series.js', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { env: { PATH: process.env['PATH'] } });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
