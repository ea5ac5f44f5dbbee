import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import contract from '@session-series/contract/openapi.en.json' with { type: 'json' };
import { startMock } from '@session-series/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileOfContract, run } from '../run.ts';

const folder = fileOfContract('samples/getSessionsDataSeries');
// Inside this package, so that the sample resolves `@session-series/client` like a user's file.
const scratch = fileURLToPath(new URL('../../generated/samples/', import.meta.url));
const programs: Record<string, string> = {
  sh: 'sh',
  ts: process.execPath,
  js: process.execPath,
  py: 'python3',
};

let mock: Awaited<ReturnType<typeof startMock>>;
beforeAll(async () => {
  mkdirSync(scratch, { recursive: true });
  mock = await startMock({ port: 0 });
});
afterAll(async () => {
  await mock.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** Runs a sample unchanged, except for the server that it calls. */
async function runSample(name: string) {
  const source = readFileSync(join(folder, name), 'utf8');
  const aimed = source
    .replace(contract.servers[0].url, mock.url)
    .replace(`instance: '${contract.servers[0]['x-instance']}'`, `baseUrl: '${mock.url}'`);
  expect(aimed).not.toBe(source);
  const file = join(scratch, name);
  writeFileSync(file, aimed);
  return run(programs[name.split('.').at(-1) ?? ''] ?? name, [file]);
}

/** The two weeks that every sample requests, read with plain fetch. */
async function twoWeeks(query = '') {
  const url = `${mock.url}/sessions/data_series?length=14&ending_at=2018-06-28T23:59:59-05:00${query}`;
  const response = await fetch(url, { headers: { Authorization: 'Bearer YOUR-REST-API-KEY' } });
  // The mock's own tests validate its responses against the contract.
  const body = (await response.json()) as { data: { time: string; sessions: number }[] };
  return body.data;
}

describe('every code sample of the docs works', () => {
  test('the sample curl.sh is the documented call, word for word', async () => {
    expect(readFileSync(join(folder, 'curl.sh'), 'utf8')).toBe(
      "curl --location -g --request GET 'https://rest.iad-01.braze.com/sessions/data_series?length=14&unit=day&ending_at=2018-06-28T23:59:59-5:00&app_id={{app_identifier}}&segment_id={{segment_identifier}}' \\\n--header 'Authorization: Bearer YOUR-REST-API-KEY'\n",
    );
    const { status, stdout, stderr } = await runSample('curl.sh');
    expect(status, stderr).toBe(0);
    const body: { message: string; data: { time: string }[] } = JSON.parse(stdout);
    expect(body.message).toBe('success');
    expect(body.data).toHaveLength(14);
    expect(body.data.at(-1)?.time).toBe('2018-06-28');
    expect(body.data).toEqual(await twoWeeks('&app_id={{app_identifier}}&segment_id={{segment_identifier}}'));
  });

  test.each(['client.ts', 'fetch.js', 'series.py'])('the sample %s prints one line per day', async (name) => {
    const { status, stdout, stderr } = await runSample(name);
    expect(status, stderr).toBe(0);
    const days = await twoWeeks();
    expect(days).toHaveLength(14);
    expect(stdout.trimEnd().split(/\r?\n/)).toEqual(days.map(({ time, sessions }) => `${time} ${sessions}`));
  });

  test('every code sample of the folder is tested', () => {
    expect(readdirSync(folder).toSorted()).toEqual(['client.ts', 'curl.sh', 'fetch.js', 'series.py']);
  });

  test('the bundle contains each code sample exactly as its file', () => {
    const shown = contract.paths['/sessions/data_series'].get['x-codeSamples'];
    expect(shown.map(({ label }) => label)).toEqual(['cURL', 'TypeScript', 'JavaScript', 'Python']);
    expect(shown.map(({ source }) => source).toSorted()).toEqual(
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .toSorted(),
    );
  });
});
