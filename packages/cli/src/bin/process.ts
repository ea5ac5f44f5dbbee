import { type Context, note } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { createContext } from '../main.ts';
import { languageOf } from '../words/words.ts';

/** Runs a command with the streams, signals and exit code of the process. */
export async function runProcess(
  run: (args: readonly string[], context: Context) => Promise<number>,
): Promise<void> {
  const args = process.argv.slice(2);
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => controller.abort(signal));
  }
  const { env, stdin, stdout, stderr } = process;
  const io = { env, stdin, stdout, stderr, now: Date.now, signal: controller.signal };
  const context = createContext(languageOf(args, env), io);
  const { program, files } = context.words;
  stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    // A reader such as `head` may close the pipe early, which is not an error.
    if (code === 'EPIPE') process.exit(exitCodes.ok);
    note(context, program.error(files.standardOutput(code ?? message)));
    process.exit(exitCodes.io);
  });
  // There is no stream left to report it to.
  stderr.on('error', () => {});
  process.exitCode = await run(args, context);
}
