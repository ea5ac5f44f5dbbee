import type { CommandSpec } from '../command-line/command.ts';
import type { OptionSpec } from '../command-line/option.ts';
import { programName } from '../command-line/program.ts';
import { generalOptions } from '../command-line/shared-options.ts';
import { type Context, print } from '../context.ts';
import { CommandError } from '../exit-codes.ts';

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** The hidden command called by the completion scripts. */
export const completeCommand = 'complete';

/** `session-series completion bash`: prints a script that completes commands, options and values. */
export function completionCommand({ words }: Context): CommandSpec {
  return {
    name: 'completion',
    summary: words.commands.completion,
    arguments: [
      {
        name: 'shell',
        description: `${words.shell.shell}: ${shells.join(', ')}`,
        required: true,
        choices: shells,
      },
    ],
    options: [],
    async run(_values, [shell = ''], context) {
      const wanted = shells.find((name) => name === shell);
      if (!wanted) throw new CommandError('usage', words.usage.badChoice('shell', shell, shells));
      const { RootCommand } = await import('@bomb.sh/tab');
      await captured(context, () => new RootCommand().setup(programName, programName, wanted));
      return undefined;
    },
  };
}

/** Completes the words typed so far. */
export async function complete(
  args: readonly string[],
  commands: readonly CommandSpec[],
  context: Context,
): Promise<void> {
  const { RootCommand } = await import('@bomb.sh/tab');
  const root = new RootCommand();
  for (const spec of commands) {
    const command = root.command(spec.name, spec.summary);
    const options = spec.passThrough ? [] : [...spec.options, ...generalOptions(context)];
    for (const option of options) {
      const { name, description, value, short } = option;
      if (value === undefined) command.option(name, description, short);
      else command.option(name, description, offering(option), short);
    }
    for (const argument of spec.arguments ?? []) command.argument(argument.name, offering(argument));
  }
  await captured(context, () => root.parse([...args]));
}

function offering({ choices = [] }: Pick<OptionSpec, 'choices'>) {
  return (add: (value: string, description: string) => void) => {
    for (const choice of choices) add(choice, '');
  };
}

/** The library writes to the console, which is redirected to the context's output. */
async function captured(context: Context, write: () => void): Promise<void> {
  const { log } = console;
  const lines: string[] = [];
  console.log = (...values: unknown[]) => void lines.push(values.join(' '));
  try {
    write();
  } finally {
    console.log = log;
  }
  await print(context, `${lines.join('\n')}\n`);
}
