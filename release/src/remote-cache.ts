import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A server of Turborepo's remote cache, on a free port of loopback. */
export interface RemoteCache extends AsyncDisposable {
  /** The environment variables for turbo to use this cache. */
  readonly env: { TURBO_API: string; TURBO_TOKEN: string; TURBO_TEAM: string };
}

/** Starts an empty cache, which is deleted on disposal. */
export async function startRemoteCache(): Promise<RemoteCache> {
  const folder = mkdtempSync(join(tmpdir(), 'remote-cache-'));
  const token = 'loopback';
  // A separate thread, since waiting for turbo blocks this one.
  const worker = new Worker(new URL('./remote-cache-worker.ts', import.meta.url), {
    workerData: { folder, token },
  });
  const url = await new Promise<string>((ready, fail) => {
    worker.once('message', ready);
    worker.once('error', fail);
  });
  return {
    env: { TURBO_API: url, TURBO_TOKEN: token, TURBO_TEAM: 'team_loopback' },
    async [Symbol.asyncDispose]() {
      await worker.terminate();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
