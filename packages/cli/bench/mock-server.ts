/** Starts a mock in a separate process, so that its memory and time do not count as those of the command. */
import { startMock } from '@session-series/mock';

const mock = await startMock({ port: 0, now: '2026-03-01T00:00:00Z' });
process.stdout.write(`${mock.url}\n`);
