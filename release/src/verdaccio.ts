import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A private npm registry for one dry run. */
export interface Registry extends AsyncDisposable {
  /** Its address on loopback, with a closing slash. */
  readonly url: string;
}

/**
 * Starts an empty registry on a free loopback port. It fetches missing packages from `uplink`, except
 * `own` packages, so that only versions published here can be installed.
 */
export async function startRegistry(uplink: string, own: readonly string[]): Promise<Registry> {
  const folder = mkdtempSync(join(tmpdir(), 'dry-run-registry-'));
  const anyone = { access: '$all', publish: '$all', unpublish: '$all' };
  const settings = {
    storage: join(folder, 'storage'),
    self_path: folder,
    auth: { htpasswd: { file: join(folder, 'htpasswd'), max_users: -1 } },
    // A single slow answer must not disable the uplink.
    uplinks: { machine: { url: uplink, maxage: '60m', timeout: '60s', max_fails: 1000, fail_timeout: '1s' } },
    packages: {
      ...Object.fromEntries(own.map((name) => [name, anyone])),
      '**': { ...anyone, proxy: 'machine' },
    },
    max_body_size: '50mb',
    log: { type: 'stdout', format: 'pretty', level: 'fatal' },
  };
  // A separate thread, since waiting for npm blocks this one.
  const worker = new Worker(new URL('./verdaccio-worker.ts', import.meta.url), { workerData: settings });
  const url = await new Promise<string>((ready, fail) => {
    worker.once('message', ready);
    worker.once('error', fail);
  });
  return {
    url,
    async [Symbol.asyncDispose]() {
      await worker.terminate();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
