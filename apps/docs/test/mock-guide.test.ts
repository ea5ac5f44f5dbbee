import * as client from '@session-series/client';
import { startMock } from '@session-series/mock';
import { expect, test } from 'vitest';
import { clientDefaults } from '../src/guides/client-defaults.ts';
import { parseHelp } from '../src/guides/mock-help.ts';
import { guides, readBuilt } from './guide-pages.ts';

const guide = (subject: string) => readBuilt('en', guides.find((name) => name.includes(subject)) ?? '');
const firstCells = (markdown: string, pattern: RegExp): string[] =>
  [...markdown.matchAll(/^\| `((?:[^`|]|\\\|)+)` +\|/gm)]
    .map(([, cell = '']) => cell.replaceAll('\\|', '|'))
    .filter((cell) => pattern.test(cell));

test('the mock understands each directive in its guide', async () => {
  await using mock = await startMock({ port: 0 });
  const directives = firstCells(guide('mock'), /^[a-z][a-z-]*(=\S+)?$/).filter(
    (cell) => !cell.includes('_id'),
  );
  expect(directives.length).toBeGreaterThan(8);
  for (const directive of directives) expect(() => mock.setFaults(directive)).not.toThrow();
});

test('the control API answers each request in the guide on the mock', async () => {
  await using mock = await startMock({ port: 0 });
  const requests = firstCells(guide('mock'), /^[A-Z]+ \/_mock/);
  expect(requests.length).toBeGreaterThan(4);
  for (const request of requests) {
    const [method = '', path] = request.split(' ');
    const body = method === 'PUT' ? { body: '{"faults":"status=503@0.1"}' } : {};
    expect((await fetch(mock.url + path, { method, ...body })).ok, request).toBe(true);
  }
});

test('options of the mock are read from its help, with their defaults and notes', () => {
  const help =
    'Where\n  -h, --host <host>   address (default: 127.0.0.1, for this machine)\n  --now <date-time>   freezes\n';
  expect(parseHelp(help)).toEqual([
    { usage: '-h, --host <host>', meaning: 'address', byDefault: '127.0.0.1', remark: 'for this machine' },
    { usage: '--now <date-time>', meaning: 'freezes', byDefault: '', remark: '' },
  ]);
});

test('the guide on the client lists every error class and every retry option', () => {
  const text = guide('client');
  for (const name of Object.keys(client).filter((exported) => /^[A-Z].*Error$/.test(exported)))
    expect(text).toContain(`\`${name}\``);
  for (const option of clientDefaults().keys()) expect(text).toContain(`\`${option}\``);
});
