import type { Point } from '../series/aligned.ts';

/** The state of one series. */
export interface SeriesState {
  status: 'loading' | 'done' | 'stopped' | 'failed';
  /** The points so far: the end of the series, ascending. */
  points: readonly Point[];
  /** The number of parts so far. */
  pieces: number;
  /** From 0 to 1. */
  share: number;
  error: Error | undefined;
}

/** The progress of a load, and where it resumes. */
export interface Loading {
  /** The points from an earlier attempt. */
  points: readonly Point[];
  pieces: number;
  signal: AbortSignal;
  report(progress: Partial<Pick<SeriesState, 'points' | 'pieces' | 'share'>>): void;
}

/** Fetches a series. Resolves when all its points have been reported. */
export type Load = (loading: Loading) => Promise<void>;

interface Entry {
  state: SeriesState;
  load: Load;
  /** Components that show it. */
  users: number;
  controller: AbortController;
}

const waiting: SeriesState = { status: 'loading', points: [], pieces: 0, share: 0, error: undefined };
/** Smaller progress is not reported. */
const smallestStep = 0.02;
/** The number of finished series kept for the back button after they are no longer shown. */
const mostIdle = 60;

/**
 * Series by key: each is fetched once, shared, and aborted when it is no longer shown. Aborted and failed ones keep
 * their points and resume after them.
 */
export class SeriesStore {
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  #version = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes with every state. */
  readonly version = (): number => this.#version;

  /** The state of a series; `loading` before it is requested. */
  state(key: string): SeriesState {
    return this.#entries.get(key)?.state ?? waiting;
  }

  /** Fetches a series unless it is stored. @returns a function that releases it */
  use(key: string, load: Load): () => void {
    const entry = this.#entries.get(key) ?? {
      state: waiting,
      load,
      users: 0,
      controller: new AbortController(),
    };
    // The order of the map is the order of use.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    entry.users += 1;
    const isAborted = entry.state.status === 'stopped' && entry.controller.signal.reason === unused;
    const needsLoad = entry.state === waiting || entry.state.status === 'failed' || isAborted;
    if (entry.users === 1 && needsLoad) this.#start(entry);
    return () => {
      entry.users -= 1;
      // Another component may request it in the same turn.
      setTimeout(() => {
        if (entry.users === 0 && entry.state.status === 'loading') entry.controller.abort(unused);
        this.#forgetIdle();
      });
    };
  }

  /** Aborts all loads. */
  stop(): void {
    for (const { state, controller } of this.#entries.values())
      if (state.status === 'loading') controller.abort();
  }

  /** Retries series that were stopped or failed and are still shown. */
  retry(): void {
    for (const entry of this.#entries.values())
      if (entry.users > 0 && (entry.state.status === 'stopped' || entry.state.status === 'failed'))
        this.#start(entry);
  }

  #start(entry: Entry): void {
    const controller = new AbortController();
    entry.controller = controller;
    const { signal } = controller;
    const set = (change: Partial<SeriesState>) => {
      if (entry.controller !== controller) return;
      entry.state = { ...entry.state, ...change };
      this.#notify();
    };
    // A new series counts as loading before it is requested, so nothing has to render again.
    if (entry.state === waiting) entry.state = { ...waiting };
    else set({ status: 'loading', error: undefined });
    // It is stopped immediately, even if its requests notice later.
    signal.addEventListener('abort', () => set({ status: 'stopped' }));
    const report: Loading['report'] = (progress) => {
      const { points, share = 0 } = progress;
      // Each report renders the page, so the progress bar has some fifty steps.
      if (signal.aborted || (!points && share - entry.state.share < smallestStep)) return;
      set(progress);
    };
    const { points, pieces } = entry.state;
    entry.load({ points, pieces, signal, report }).then(
      () => signal.aborted || set({ status: 'done', share: 1 }),
      (error: Error) => signal.aborted || set({ status: 'failed', error }),
    );
  }

  #forgetIdle(): void {
    const idle = [...this.#entries].filter(
      ([, { users, state }]) => users === 0 && state.status !== 'loading',
    );
    for (const [key] of idle.slice(0, Math.max(0, idle.length - mostIdle))) this.#entries.delete(key);
  }

  #notify(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

/** The reason passed when a series is aborted because it is no longer shown. */
const unused = new DOMException('This series is no longer shown.', 'AbortError');
