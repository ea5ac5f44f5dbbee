import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import contract from '@session-series/contract/openapi.en.json' with { type: 'json' };
import collection from '@session-series/contract/postman_collection.json' with { type: 'json' };
import { afterAll, describe, expect, test } from 'vitest';
import { run } from './run.ts';
import { ways } from './ways.ts';

/** A folder or a request of the collection. */
interface Item {
  name: string;
  item?: Item[];
  request?: { url: { host: string[] } };
}
/** The requests that can be sent to the mock; an operation with its own server is sent there. */
const toHost = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => {
    if (item.item !== undefined) return [{ ...item, item: toHost(item.item) }];
    return item.request?.url.host[0] === '{{host}}' ? [item] : [];
  });
const count = (items: readonly Item[]): number =>
  items.reduce((sum, { item }) => sum + (item === undefined ? 1 : count(item)), 0);
const first = Object.keys(contract.paths)[0];
const CANARY = 'canary-key-of-the-collection-test';
const scratch = mkdtempSync(join(tmpdir(), 'newman-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Report {
  run: {
    failures: unknown[];
    executions: {
      request: {
        header: { key: string; value: string }[];
        url: { path: string[]; query: { key: string; disabled?: boolean }[] };
      };
      response: { code: number; stream: { data: number[] } };
    }[];
  };
}

describe('the Postman collection', () => {
  test('the Postman collection has variables for host and key, and contains no key', () => {
    expect(collection.variable.map(({ key }) => key).slice(0, 2)).toEqual(['host', 'key']);
    expect(JSON.stringify(collection)).not.toContain('{{baseUrl}}');
  });

  test.each(ways)('the Postman collection passes in newman against $way', async ({ start }) => {
    await using mock = await start();
    const file = join(scratch, 'report.json');
    const sent = join(scratch, 'collection.json');
    const item = toHost(collection.item as Item[]); // its type says no more than `unknown`
    writeFileSync(sent, JSON.stringify({ ...collection, item }));
    const { status, stdout, stderr } = await run('newman', [
      'run',
      sent,
      ...['--env-var', `host=${mock.url}`, '--env-var', `key=${CANARY}`],
      ...['--reporters', 'cli,json', '--reporter-json-export', file],
    ]);
    expect(status, stdout + stderr).toBe(0);
    const report: Report = JSON.parse(readFileSync(file, 'utf8'));
    expect(report.run.failures).toEqual([]);
    expect(report.run.executions).toHaveLength(count(item));
    for (const { request, response } of report.run.executions) {
      // A part that is a file cannot be sent from the collection alone: that request is refused.
      expect(response.code).toBeLessThan(500);
      if (`/${request.url.path.join('/')}` !== first) continue;
      expect(response.code).toBe(200);
      const body = JSON.parse(Buffer.from(response.stream.data).toString('utf8'));
      expect(body.message).toBe('success');
      expect(body.data.at(-1).time).toBe('2018-06-28');
      expect(request.header).toContainEqual(
        expect.objectContaining({ key: 'Authorization', value: `Bearer ${CANARY}` }),
      );
    }
  });
});
