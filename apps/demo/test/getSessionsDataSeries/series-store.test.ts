import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Loading, SeriesStore } from '../../src/api/series-store.ts';

const point = (sessions: number) => ({ time: '2026-01-01', sessions });
/** Runs pending promises and timers without delay. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

let store: SeriesStore;
/** The arguments of each call of the load function, and how to end it. */
let calls: (Loading & { finish: () => void; fail: (error: Error) => void })[];
const load = (loading: Loading) =>
  new Promise<void>((resolve, reject) => {
    calls.push({ ...loading, finish: resolve, fail: reject });
  });
beforeEach(() => {
  store = new SeriesStore();
  calls = [];
});

describe('a series', () => {
  it('a series is fetched once, however many components show it', async () => {
    store.use('a', load);
    store.use('a', load);
    calls[0]?.report({ points: [point(1)], share: 1 });
    calls[0]?.finish();
    await turn();
    store.use('a', load);
    expect(calls).toHaveLength(1);
    expect(store.state('a')).toMatchObject({ status: 'done', points: [point(1)] });
  });

  it('a series reports its progress to its listeners', () => {
    const listener = vi.fn();
    store.subscribe(listener);
    store.use('a', load);
    const before = store.version();
    calls[0]?.report({ points: [point(1)], share: 0.5 });
    expect(store.state('a')).toMatchObject({ status: 'loading', share: 0.5 });
    expect(store.version()).toBeGreaterThan(before);
    expect(listener).toHaveBeenCalled();
  });

  it('a series is aborted when it is no longer shown, and resumes after its points when it is shown again', async () => {
    const release = store.use('a', load);
    calls[0]?.report({ points: [point(1)], pieces: 1, share: 0.5 });
    release();
    await turn();
    expect(calls[0]?.signal.aborted).toBe(true);
    store.use('a', load);
    expect(calls[1]).toMatchObject({ points: [point(1)], pieces: 1 });
  });

  it('a series keeps loading when another component requests it in the same turn', async () => {
    const release = store.use('a', load);
    release();
    store.use('a', load);
    await turn();
    expect(calls).toHaveLength(1);
    expect(calls[0]?.signal.aborted).toBe(false);
  });

  it('a series stays stopped when the reader stops it, until the reader resumes it', async () => {
    store.use('a', load);
    store.stop();
    expect(store.state('a').status).toBe('stopped');
    // Further reports of the aborted load are ignored.
    calls[0]?.report({ points: [point(9)], share: 1 });
    calls[0]?.fail(new Error('aborted'));
    await turn();
    expect(store.state('a')).toMatchObject({ status: 'stopped', points: [], error: undefined });
    store.retry();
    expect(calls).toHaveLength(2);
  });

  it('a failed series has its error until it is retried', async () => {
    store.use('a', load);
    calls[0]?.fail(new Error('no network'));
    await turn();
    expect(store.state('a')).toMatchObject({ status: 'failed', error: new Error('no network') });
    store.retry();
    expect(store.state('a')).toMatchObject({ status: 'loading', error: undefined });
  });

  it('a series that is not shown is not retried, and is fetched again when it is shown again', async () => {
    const release = store.use('a', load);
    calls[0]?.fail(new Error('no network'));
    await turn();
    release();
    store.retry();
    expect(calls).toHaveLength(1);
    store.use('a', load);
    expect(calls).toHaveLength(2);
  });
});

it('the store forgets the oldest finished series that is not shown', async () => {
  for (let number = 0; number < 70; number += 1) {
    const release = store.use(`series-${number}`, async () => {});
    await Promise.resolve();
    await Promise.resolve();
    release();
  }
  await turn();
  store.use('series-0', load);
  store.use('series-69', load);
  expect(calls).toHaveLength(1);
});
