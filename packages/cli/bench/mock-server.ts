/** Starts a mock as a process of its own, so that its memory and its time are not those of the command. */
import { startMock } from '@session-series/mock';

const mock = await startMock({ port: 0, now: '2026-03-01T00:00:00Z' });
process.stdout.write(`${mock.url}\n`);
