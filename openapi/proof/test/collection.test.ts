import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import contract from '@session-series/contract/openapi.en.json' with { type: 'json' };
import collection from '@session-series/contract/postman_collection.json' with { type: 'json' };
import { afterAll, describe, expect, test } from 'vitest';
import { fileOfContract, run } from './run.ts';
import { ways } from './ways.ts';

const operations = Object.values(contract.paths).flatMap((path) => Object.keys(path)).length;
const CANARY = 'canary-key-of-the-collection-test';
const scratch = mkdtempSync(join(tmpdir(), 'newman-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Report {
  run: {
    failures: unknown[];
    executions: {
      request: {
        header: { key: string; value: string }[];
        url: { query: { key: string; disabled?: boolean }[] };
      };
      response: { code: number; stream: { data: number[] } };
    }[];
  };
}

describe('the Postman collection', () => {
  test('has variables for host and key, and contains no key', () => {
    expect(collection.variable.map(({ key }) => key)).toEqual(['host', 'key']);
    expect(JSON.stringify(collection)).not.toContain('{{baseUrl}}');
  });

  test.each(ways)('passes in newman against $way', async ({ start }) => {
    await using mock = await start();
    const file = join(scratch, 'report.json');
    const { status, stdout, stderr } = await run('newman', [
      'run',
      fileOfContract('dist/postman_collection.json'),
      ...['--env-var', `host=${mock.url}`, '--env-var', `key=${CANARY}`],
      ...['--reporters', 'cli,json', '--reporter-json-export', file],
    ]);
    expect(status, stdout + stderr).toBe(0);
    const report: Report = JSON.parse(readFileSync(file, 'utf8'));
    expect(report.run.failures).toEqual([]);
    expect(report.run.executions).toHaveLength(operations);
    for (const { request, response } of report.run.executions) {
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
