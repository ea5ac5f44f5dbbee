import { setupServer } from 'msw/node';
import { expect, test } from 'vitest';
import { createMockFetch, Mock } from '../src/browser.ts';
import { createMockServer } from '../src/index.ts';
import { matchers, type RequestMatchers } from '../src/matchers.ts';
import { handlers } from '../src/msw.ts';
import { pets } from './support/pets.ts';

expect.extend(matchers);

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void>, T> extends RequestMatchers<R> {}
}

test('the matcher finds the requests of a server', async () => {
  await using mock = await createMockServer(pets, { port: 0 });
  expect(mock).not.toHaveBeenRequested();
  await fetch(`${mock.url}/pets/7`);
  await fetch(`${mock.url}/pets?limit=0`);
  expect(mock).toHaveBeenRequested();
  expect(mock).toHaveBeenRequested({ operationId: 'getPet', status: 200 }, 1);
  expect(mock).not.toHaveBeenRequested({ operationId: 'createPet' });
  expect(mock).toHaveBeenRequested({}, 2);
});

test('the matcher works with a mock in a page and behind MSW', async () => {
  const inPage = new Mock(pets);
  await createMockFetch(inPage)('https://mock.invalid/pets/7');
  expect(inPage).toHaveBeenRequested({ operationId: 'getPet' }, 1);
  const behindMsw = new Mock(pets);
  const worker = setupServer(...handlers(behindMsw));
  worker.listen({ onUnhandledFrame: 'bypass' });
  try {
    await fetch('https://api.pets.example/v2/pets/7');
  } finally {
    worker.close();
  }
  expect(behindMsw).toHaveBeenRequested({ operationId: 'getPet' }, 1);
});

test('a failure of the matcher lists the actual requests with their errors', async () => {
  const mock = new Mock(pets);
  await createMockFetch(mock)('https://mock.invalid/pets?limit=0');
  expect(() => expect(mock).toHaveBeenRequested({ operationId: 'getPet' })).toThrow(
    'Expected a request with {"operationId":"getPet"}, and there were no requests. The mock got:\n' +
      '  400 GET /pets?limit=0  listPets  limit: 0 is not allowed. Expected an integer from 1 to 100.',
  );
  expect(() => expect(mock).not.toHaveBeenRequested()).toThrow('Expected anything but a request with {}');
  expect(() => expect(new Mock(pets)).toHaveBeenRequested({}, 2)).toThrow('The mock got:\n  nothing');
  expect(() => expect(fetch).toHaveBeenRequested()).toThrow('expected a mock');
});
