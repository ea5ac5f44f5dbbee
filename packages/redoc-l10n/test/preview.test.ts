import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { preview } from '../src/preview/preview.ts';
import { scratch } from './scratch.ts';

const description = (summary: string) => ({
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1.0.0' },
  paths: {
    '/pets': { get: { summary, operationId: 'listPets', responses: { 200: { description: 'The pets.' } } } },
  },
});

/** The next message of the stream that open pages listen to. */
async function nextReload(response: Response): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = ''; ; ) {
    const { value, done } = (await reader?.read()) ?? { value: '', done: true };
    text += value ?? '';
    if (done || text.includes('data:')) return text;
  }
}

test('a preview reloads open pages after an edit, and keeps the last valid state after a mistake', async () => {
  using folder = scratch();
  const file = folder.write('openapi.json', description('List pets'));
  const errors: string[] = [];
  let onError = () => {};
  const failed = new Promise<void>((resolve) => {
    onError = resolve;
  });
  const server = await preview(async () => ({ description: file }), {
    port: 0,
    onError: (text) => {
      errors.push(text);
      onError();
    },
  });
  const page = async () => (await fetch(`${server.url}en/`)).text();
  expect(await page()).toContain('List pets');

  const stream = await fetch(`${server.url}_reload`);
  writeFileSync(file, JSON.stringify(description('List all pets')));
  expect(await nextReload(stream)).toContain('data: changed');
  expect(await page()).toContain('List all pets');

  writeFileSync(file, '{ "openapi": ');
  await failed;
  expect(errors[0]).toContain('openapi.json');
  expect(await page()).toContain('List all pets');
  await server.close();
});

test('a preview serves the same as a built site: the chooser, Markdown, search, scripts, downloads, and 404 for the rest', async () => {
  using folder = scratch();
  const file = folder.write('openapi.json', description('List pets'));
  const server = await preview(async () => ({ description: file }), { port: 0 });
  const get = (path: string) => fetch(server.url + path);
  for (const path of [
    '',
    'en/index.md',
    'en/search/index.json',
    'en/search/start.json',
    'assets/page.js',
    'assets/mock.js',
    'assets/highlight/highlight.js',
    'assets/highlight/python.js',
  ])
    expect([path, (await get(path)).status]).toEqual([path, 200]);
  expect(await (await get('downloads/openapi.en.json')).json()).toEqual(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  expect((await get('en/none/')).status).toBe(404);
  expect((await get('assets/../package.json')).status).toBe(404);
  await server.close();
});
