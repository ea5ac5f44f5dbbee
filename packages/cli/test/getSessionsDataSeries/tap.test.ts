import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tap } from '../../src/singer/tap.ts';
import { mockServer } from '../support/mock.ts';
import { run, start, tapCommand, temporaryFolder } from '../support/run.ts';
import { readMessages, recordsOf } from '../support/singer.ts';

const runTap = (args: readonly string[]) => run(args, {}, tap);

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
  // In a process, like an orchestrator.
  const discovered = await start(['--config', config, '--discover'], { script: tapCommand }).outcome;
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
  const synced = await runTap(['--config', config, '--catalog', catalog]);
  expect(synced.code, synced.stderr).toBe(0);
  expect(recordsOf(readMessages(synced.stdout))).toHaveLength(7);
  const [stream] = streams.streams;
  if (stream?.metadata[0]) stream.metadata[0].metadata.selected = false;
  writeFileSync(catalog, JSON.stringify(streams));
  expect(await runTap(['--config', config, '--catalog', catalog])).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
  // An orchestrator's first run has an empty state.
  writeFileSync(join(folder, 'state.json'), '{}');
  const stated = await runTap(['--config', config, '--state', join(folder, 'state.json')]);
  expect(recordsOf(readMessages(stated.stdout))).toHaveLength(7);
});

test.each([
  ['{"start_date":1}', 65],
  ['{"api_key":"sk-secret"', 65],
  ['{"instance":"http://127.0.0.1:1","api_key":"sk-secret"}', 65],
])('tap-session-series refuses the configuration %s without showing it', async (text, code) => {
  const config = join(temporaryFolder(), 'config.json');
  writeFileSync(config, text);
  const outcome = await runTap(['--config', config]);
  expect(outcome).toMatchObject({ code, stdout: '' });
  expect(outcome.stderr).toContain('is not a configuration of this tap.');
  expect(outcome.stderr).not.toContain('sk-secret');
  expect(readFileSync(config, 'utf8')).toBe(text);
});
