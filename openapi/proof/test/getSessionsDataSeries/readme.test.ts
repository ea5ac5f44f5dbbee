import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import en from '@session-series/contract/openapi.en.json' with { type: 'json' };
import fr from '@session-series/contract/openapi.fr.json' with { type: 'json' };
import { startMock } from '@session-series/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileOfContract, run } from '../run.ts';

const project = mkdtempSync(join(tmpdir(), 'contract-readme-'));
let mock: Awaited<ReturnType<typeof startMock>>;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  mkdirSync(join(project, 'node_modules/@session-series'), { recursive: true });
  symlinkSync(fileOfContract('.'), join(project, 'node_modules/@session-series/contract'));
});
afterAll(async () => {
  await mock.close();
  rmSync(project, { recursive: true, force: true });
});

/** The code blocks of one language in a Markdown text. */
const blocks = (markdown: string, language: string) =>
  [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, code = '']) =>
    name === language ? [code] : [],
  );
const shell = (code: string) =>
  run('sh', ['-ec', code.replaceAll('http://127.0.0.1:4010', mock.url)], {}, project);

describe('the README of the contract', () => {
  const readme = readFileSync(fileOfContract('README.md'), 'utf8');

  test('the TypeScript of the README prints the maximum of `length` and the values of `unit`', async () => {
    const [code = ''] = blocks(readme, 'ts');
    writeFileSync(join(project, 'readme.mts'), code);
    const { stdout, stderr } = await run(process.execPath, ['readme.mts'], {}, project);
    expect(stdout, stderr).toBe("100 [ 'day', 'hour' ]\n");
  });

  test.each(blocks(readme, 'sh'))('the command of the README succeeds: %s', async (code) => {
    const { status, stdout, stderr } = await shell(code);
    expect(status, stdout + stderr).toBe(0);
  });
});

describe('the CSV command of the contract', () => {
  test.each([
    ['English', en],
    ['French', fr],
  ])('the CSV command of the contract converts a saved response to CSV (%s)', async (_, contract) => {
    const [code = ''] = blocks(contract.info.description, 'sh');
    const answer = await fetch(`${mock.url}/sessions/data_series?length=2&ending_at=2018-06-28T23:59:59Z`, {
      headers: { Authorization: 'Bearer YOUR-REST-API-KEY' },
    });
    writeFileSync(join(project, 'series.json'), await answer.text());
    const { status, stderr } = await shell(code);
    expect(status, stderr).toBe(0);
    expect(readFileSync(join(project, 'series.csv'), 'utf8')).toMatch(
      /^time,sessions\r\n2018-06-27,\d+\r\n2018-06-28,\d+\r\n$/,
    );
  });
});
