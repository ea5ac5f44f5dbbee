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
      if (wanted === 'bash') {
        await print(context, bashScript);
        return undefined;
      }
      const { RootCommand } = await import('@bomb.sh/tab');
      await captured(context, () => new RootCommand().setup(programName, programName, wanted));
      return undefined;
    },
  };
}

/**
 * The script of the library needs the package bash-completion, and evaluates what was typed. This one works without the package, and
 * passes the words on as they are.
 */
const bashScript = `# bash completion for ${programName}

__session_series_complete() {
    local cur=\${COMP_WORDS[COMP_CWORD]} words=() last=-1 value
    # Bash splits --unit=day at the equals sign.
    for value in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
        if [[ $last -ge 0 && ( $value == = || \${words[last]} == --*= ) ]]; then words[last]+=$value
        else words[++last]=$value; fi
    done
    if [[ $cur == = ]]; then cur=; fi
    COMPREPLY=()
    # Each line is a value and, after a tab, its description; the last one is a colon and a number.
    while IFS=$'\\t' read -r value _; do
        if [[ $value == "$cur"* && $value != :* ]]; then COMPREPLY+=("$value"); fi
    done < <(${programName} ${completeCommand} -- "\${words[@]}" 2> /dev/null)
}

complete -o default -F __session_series_complete ${programName}
`;

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
