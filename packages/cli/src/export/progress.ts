import type { Context } from '../context.ts';

/** Shows the progress of an export. */
export interface Progress {
  /** Called when a request has been answered. */
  request(): void;
  /** Called with the number of new rows. */
  rows(count: number): void;
  stop(): void;
}

/** A progress bar with rate and remaining time, only on a terminal. */
export async function showProgress(
  { stderr, words, language, now, env }: Context,
  requests: number,
  quiet: boolean,
): Promise<Progress> {
  if (quiet || stderr.isTTY !== true || env['CI'] || env['TERM'] === 'dumb')
    return { request() {}, rows() {}, stop() {} };
  const { default: cliProgress } = await import('cli-progress');
  const number = new Intl.NumberFormat(language);
  const bar = new cliProgress.SingleBar({
    format: words.export.progress,
    stream: stderr,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
    // The figures need some 50 columns, and come after the bar.
    barsize: Math.max(8, Math.min(40, (stderr.columns ?? 100) - 52)),
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
  const started = now();
  let rows = 0;
  bar.start(requests, 0, { rows: '0', rate: '0' });
  return {
    request: () => bar.increment(),
    rows(count) {
      rows += count;
      const seconds = Math.max(0.1, (now() - started) / 1000);
      bar.update({ rows: number.format(rows), rate: number.format(Math.round(rows / seconds)) });
    },
    stop: () => bar.stop(),
  };
}
