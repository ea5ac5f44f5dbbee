import { setupServer } from 'msw/node';
import { expect, test } from 'vitest';
import { createMockFetch } from '../src/browser.ts';
import { startMock } from '../src/index.ts';
import { handlers } from '../src/msw.ts';
import { contract, headers, target } from './contract.ts';

test('the server, the in-process fetch and MSW give the same answer', async () => {
  await using mock = await startMock({ port: 0 });
  const served = await (await fetch(`${mock.url}${target}`, { headers })).text();
  const inProcess = await createMockFetch()(`https://mock.invalid${target}`, { headers });
  expect(await inProcess.text()).toBe(served);

  const worker = setupServer(...handlers());
  worker.listen();
  try {
    const response = await fetch(`${contract.servers[0]?.url}${target}`, { headers });
    expect(await response.text()).toBe(served);
    expect(response.headers.get('x-ratelimit-remaining')).toMatch(/^\d+$/);
  } finally {
    worker.close();
  }
});
