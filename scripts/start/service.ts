import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** A running server. */
export interface Service {
  /** Rejects with {@link ServiceDied} when the server ends by itself; never resolves. */
  died: Promise<never>;
  /** Stops the server and waits until it is gone. */
  stop(): Promise<void>;
}

/** A server ended unexpectedly, or never started. */
export class ServiceDied extends Error {
  override name = 'ServiceDied';
}

interface ServiceCommand {
  name: string;
  /** The script to run. */
  args: string[];
  /** The URL at which the server answers when it is ready. */
  url: string;
  /** Secrets for this server only. */
  env?: Record<string, string> | undefined;
  signal: AbortSignal;
}

/**
 * Starts a server as a child process and waits until it answers.
 *
 * @throws {ServiceDied} when it ends before.
 */
export async function startService({ name, args, url, env, signal }: ServiceCommand): Promise<Service> {
  const { SESSION_SERIES_API_KEY: _withheld, ...inherited } = process.env;
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...inherited, ...env },
  });
  const exit = once(child, 'exit');
  const died = exit.then(([code, killedBy]): never => {
    throw new ServiceDied(`The ${name} stopped by itself (${killedBy ?? `exit code ${code}`}), see above.`);
  });
  died.catch(() => {}); // handled by the race; a requested stop is not a failure

  const stop = async () => {
    child.kill('SIGTERM');
    await exit;
  };
  try {
    await Promise.race([answers(url, signal), died]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { died, stop };
}

async function answers(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    try {
      await (await fetch(url, { signal })).body?.cancel();
      return;
    } catch {
      await wait(50, undefined, { signal });
    }
  }
}
