import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import * as client from '../src/index.ts';
import { callAny } from './any-call.ts';

describe('errors of two copies of the package', () => {
  let copy: typeof client;
  beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: [new URL('../src/index.ts', import.meta.url).pathname],
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
    });
    const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')}`;
    copy = await import(/* @vite-ignore */ url);
  });

  test('errors of two copies of the package are instances of each other’s classes', async () => {
    expect(copy.RateLimitError).not.toBe(client.RateLimitError);
    const answer = async () => Response.json({ message: 'No' }, { status: 429 });
    const other = copy.createClient({
      baseUrl: 'http://127.0.0.1:1',
      apiKey: 'any',
      maxRetries: 0,
      fetch: answer,
    });
    const error = await callAny(other).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(copy.RateLimitError);
    expect(error).toBeInstanceOf(client.RateLimitError);
    expect(error).toBeInstanceOf(client.HttpError);
    expect(error).toBeInstanceOf(client.SessionSeriesError);
    expect(error).not.toBeInstanceOf(client.ServerError);
    expect(client.isSessionSeriesError(error)).toBe(true);
    expect((error as Error).name).toBe('RateLimitError');
  });

  test('errors of another copy are not instances of a derived class', () => {
    class Mine extends client.RateLimitError {}
    const facts = { operation: 'a', method: 'GET', url: 'https://a.example' };
    const mine = new Mine('429', facts);
    expect(mine).toBeInstanceOf(Mine);
    expect(mine).toBeInstanceOf(client.RateLimitError);
    expect(new client.RateLimitError('429', facts)).not.toBeInstanceOf(Mine);
  });

  test.for([undefined, null, 'RateLimitError', {}, new Error('no')])(
    'the value %s is not an error of this client',
    (value) => {
      expect(client.isSessionSeriesError(value)).toBe(false);
    },
  );
});
