import type { Context } from '../context.ts';
import { createContext } from '../main.ts';
import { languageOf } from '../words/words.ts';

/** Runs a command with the process around it: streams, signals, exit code. */
export async function runProcess(
  run: (args: readonly string[], context: Context) => Promise<number>,
): Promise<void> {
  const args = process.argv.slice(2);
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => controller.abort(signal));
  }
  // A reader that has enough, such as `head`, is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const { env, stdin, stdout, stderr } = process;
  const io = { env, stdin, stdout, stderr, now: Date.now, signal: controller.signal };
  process.exitCode = await run(args, createContext(languageOf(args, env), io));
}
