import cluster from 'node:cluster';

/** Starts workers that share the port, and waits until they have ended. A worker that crashes is replaced. */
export function runWorkers(count: number): Promise<void> {
  return new Promise((resolve) => {
    let running = count;
    let isStopping = false;
    let hasReported = false;
    const listening = new Set<number>();
    const stop = (): void => {
      isStopping = true;
      for (const worker of Object.values(cluster.workers ?? {})) worker?.kill('SIGTERM');
    };
    onStop(stop);
    cluster.on('listening', (worker) => listening.add(worker.id));
    cluster.on('message', (_worker, message: unknown) => {
      if (!hasReported && typeof message === 'string') process.stderr.write(message);
      hasReported = true;
    });
    cluster.on('exit', (worker, code, signal) => {
      // A worker that ended by itself before it listened would fail again; one that was killed would not.
      if (!isStopping && (signal || listening.has(worker.id))) {
        process.stderr.write(
          `Worker ${worker.process.pid} ended (${signal ?? `exit code ${code}`}); another one takes its place.\n`,
        );
        cluster.fork({ MOCK_WORKER_SILENT: '1' });
        return;
      }
      running -= 1;
      // One that was interrupted while it started has not failed.
      if (!isStopping && code !== 0 && code !== null) {
        process.exitCode = code;
        stop();
      }
      if (running === 0) resolve();
    });
    for (let index = 0; index < count; index += 1)
      cluster.fork(index === 0 ? {} : { MOCK_WORKER_SILENT: '1' });
  });
}

/** Whether another process prints what is the same for all. */
export function isSilentWorker(): boolean {
  return cluster.isWorker && process.env.MOCK_WORKER_SILENT === '1';
}

/** Calls back on the first Ctrl-C or SIGTERM. Later ones are ignored, so that requests in flight can finish. */
export function onStop(stop: () => void): void {
  let isStopping = false;
  const once = (): void => {
    if (!isStopping) stop();
    isStopping = true;
  };
  process.on('SIGINT', once);
  process.on('SIGTERM', once);
}
