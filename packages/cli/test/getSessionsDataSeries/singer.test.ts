import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract.ts';
import { mockServer } from '../support/mock.ts';
import { run, temporaryFolder } from '../support/run.ts';
import { lastState, readMessages, recordsOf } from '../support/singer.ts';

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
