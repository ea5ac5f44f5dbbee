import { setupServer } from 'msw/node';
import { expect, test } from 'vitest';
import { createMockFetch } from '../src/browser.ts';
import { startMock } from '../src/index.ts';
import { handlers } from '../src/msw.ts';

const target = '/sessions/data_series?length=4&unit=hour&ending_at=2026-03-10T09:00:00Z&app_id=app-ios';
const headers = { Authorization: 'Bearer any' };

test('the server, the in-process fetch and MSW give the same answer', async () => {
  await using mock = await startMock({ port: 0 });
  const served = await (await fetch(`${mock.url}${target}`, { headers })).text();
  const inProcess = await createMockFetch()(`https://mock.invalid${target}`, { headers });
  expect(await inProcess.text()).toBe(served);

  const worker = setupServer(...handlers());
  worker.listen();
  try {
    const response = await fetch(`https://rest.fra-01.braze.eu${target}`, { headers });
    expect(await response.text()).toBe(served);
    expect(response.headers.get('x-ratelimit-remaining')).toMatch(/^\d+$/);
  } finally {
    worker.close();
  }
});
