import { CommanderError } from 'commander';
import { buildProgram, parserError, programName } from './command-line/program.ts';
import { type Context, note } from './context.ts';
import { type Language, languages, loadContract } from './contract.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import { allCommands } from './shell/commands.ts';
import { complete, completeCommand } from './shell/completion.ts';
import { version } from './version.ts';
import { wordsOf } from './words/words.ts';

/** Makes a context from a process, or from a test double. */
export function createContext(
  language: Language,
  io: Omit<Context, 'language' | 'words' | 'contract'>,
): Context {
  return { ...io, language, words: wordsOf(language), contract: loadContract(language) };
}

/**
 * Runs one command line.
 *
 * @param args the arguments of the program.
 * @returns the exit code, one of {@link exitCodes}. Errors are printed to standard error.
 */
export function main(args: readonly string[], context: Context): Promise<number> {
  return reportErrors(args, context, async () => {
    const commands = allCommands(context);
    if (args[0] === completeCommand) {
      await complete(args.slice(args[1] === '--' ? 2 : 1), commands, context);
      return exitCodes.ok;
    }
    refuseUnknownLanguage(args, context);
    let code: number = exitCodes.ok;
    const program = buildProgram(commands, version, context, (exitCode) => {
      code = exitCode;
    });
    if (args.length === 0) {
      context.stderr.write(program.helpInformation());
      return exitCodes.usage;
    }
    await program.parseAsync([...args], { from: 'user' });
    return code;
  });
}

/** Runs a task, and converts errors to a message and an exit code. */
export async function reportErrors(
  args: readonly string[],
  context: Context,
  task: () => Promise<number>,
): Promise<number> {
  const { words, signal } = context;
  try {
    return await task();
  } catch (error) {
    const reported = error instanceof CommanderError ? parserError(error, words) : error;
    if (reported === undefined) return exitCodes.ok;
    if (reported instanceof CommandError) {
      note(context, words.program.error(reported.message));
      if (reported.reason === 'usage') note(context, words.program.seeHelp(programName));
      return exitCodes[reported.reason];
    }
    if (signal.aborted) {
      note(context, words.program.interrupted);
      return signal.reason === 'SIGTERM' ? exitCodes.terminated : exitCodes.interrupted;
    }
    const verbose = args.includes('--verbose') || args.includes('-v');
    const defect = reported instanceof Error ? reported : new Error(String(reported));
    const shown = verbose ? (defect.stack ?? defect.message) : defect.message;
    note(context, words.program.error(words.program.defect(shown)));
    return exitCodes.software;
  }
}

function refuseUnknownLanguage(args: readonly string[], { words }: Context): void {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return;
  const given = args[at]?.split('=')[1] ?? args[at + 1] ?? '';
  if (!languages.some((language) => language === given)) {
    throw new CommandError('usage', words.usage.badChoice('--lang', given, languages));
  }
}
