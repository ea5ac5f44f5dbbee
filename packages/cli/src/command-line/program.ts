import { Command, type CommanderError, Help, Option } from 'commander';
import type { Context } from '../context.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import type { Words } from '../words/words.ts';
import type { CommandSpec } from './command.ts';
import type { OptionSpec, Values } from './option.ts';
import { generalOptions } from './shared-options.ts';

/** The name of the command. */
export const programName = 'session-series';

/** Builds the parser of all commands. @param onExit called with the exit code of the command that ran. */
export function buildProgram(
  commands: readonly CommandSpec[],
  version: string,
  context: Context,
  onExit: (code: number) => void,
): Command {
  const { words } = context;
  const program = prepare(new Command(programName), context)
    .description(`${words.program.summary(context.contract.operation.path)}\n\n${words.program.independent}`)
    .version(version, '-V, --version', words.options.version)
    .helpCommand(false)
    .enablePositionalOptions();
  for (const option of generalOptions(context)) addOption(program, option, words);
  const groups = new Map<string, Command>();
  for (const spec of commands) {
    const [first = '', second] = spec.name.split(' ');
    let parent = program;
    if (second !== undefined) {
      const group =
        groups.get(first) ??
        prepare(program.command(first), context).description(words.commands.profile).helpCommand(false);
      groups.set(first, group);
      parent = group;
    }
    addCommand(parent, spec, second ?? first, context, onExit);
  }
  const moreHelp = () => new Help().boxWrap(words.program.moreHelp(programName), helpWidth(context));
  return program.addHelpText('after', () => `\n${moreHelp()}`);
}

function addCommand(
  parent: Command,
  spec: CommandSpec,
  name: string,
  context: Context,
  onExit: (code: number) => void,
): void {
  const command = prepare(parent.command(name), context).description(spec.summary);
  for (const argument of spec.arguments ?? []) {
    command.argument(argument.required ? `<${argument.name}>` : `[${argument.name}]`, argument.description);
  }
  if (spec.passThrough)
    command.passThroughOptions().allowUnknownOption().allowExcessArguments().helpOption(false);
  else
    for (const option of [...spec.options, ...generalOptions(context)])
      addOption(command, option, context.words);
  command.action(async () => {
    // Each option is a text, a list of texts or a switch.
    const values = command.optsWithGlobals() as Values;
    onExit((await spec.run(byName(command, values), command.args, context)) ?? exitCodes.ok);
  });
}

/** Values by the long names of their options, in whatever case the parser stores them. Aliases are merged. */
function byName(command: Command, values: Values): Values {
  const result: Record<string, Values[string]> = { ...values };
  for (const option of command.options) {
    const value = values[option.attributeName()];
    const name = aliases.get(option) ?? option.long?.slice(2) ?? option.name();
    if (value === undefined) continue;
    const before = result[name];
    result[name] =
      Array.isArray(before) && Array.isArray(value) && aliases.has(option) ? [...before, ...value] : value;
  }
  return result;
}

const aliases = new WeakMap<Option, string>();

function addOption(command: Command, spec: OptionSpec, words: Words): void {
  const flags = (name: string) =>
    `${spec.short && name === spec.name ? `-${spec.short}, ` : ''}--${name}${spec.value ? ` <${spec.value}>` : ''}`;
  const described = describe(spec, words);
  for (const name of [spec.name, ...(spec.aliases ?? [])]) {
    const option = new Option(flags(name), described);
    if (spec.repeatable) option.argParser((text: string, before: string[] = []) => [...before, text]);
    if (name !== spec.name) {
      aliases.set(option, spec.name);
      option.hideHelp();
    }
    command.addOption(option);
  }
}

/** Defaults are only described here. Commands apply them, since they need to know which options were given. */
export function describe(spec: OptionSpec, { program }: Words): string {
  const parts = [
    spec.description,
    spec.default === undefined ? '' : program.default(spec.default),
    spec.repeatable ? program.repeatable : '',
  ];
  return parts.filter(Boolean).join(' ');
}

function prepare(command: Command, context: Context): Command {
  const { words, stdout, stderr } = context;
  return command
    .helpOption('-h, --help', words.options.help)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      // The caller prints errors, in the language of the user.
      outputError: () => {},
      getOutHelpWidth: () => helpWidth(context),
      getOutHasColors: () => stdout.isTTY === true,
    })
    .configureHelp({
      styleTitle: (title) => words.program.titles[title as keyof Words['program']['titles']] ?? title,
      commandUsage: (target) =>
        new Help()
          .commandUsage(target)
          .replace('[options]', words.program.usageOptions)
          .replace('[command]', words.program.usageCommand),
      subcommandTerm: (target) => target.name(),
      minWidthToWrap: 20,
      padWidth: (target, helper) =>
        Math.min(
          Help.prototype.padWidth.call(helper, target, helper),
          Math.max(4, (helper.helpWidth ?? 80) - readableWidth - 4),
        ),
      formatItem(term, width, description, helper) {
        const format = (text: string) =>
          Help.prototype.formatItem.call(helper, text, width, description, helper);
        // On a narrow terminal, the description begins on the next line.
        return helper.displayWidth(term) <= width ? format(term) : `  ${term}\n${format('')}`;
      },
    });
}

function helpWidth({ stdout }: Context): number {
  return stdout.columns ?? 100;
}

/** The least width for a description next to its option, in columns. */
const readableWidth = 40;

/** Converts an error of the parser, in the language of the user. */
export function parserError(error: CommanderError, words: Words): CommandError | undefined {
  const [, quoted = ''] = /'([^']*)'/.exec(error.message) ?? [];
  // What follows the name could be a key, and so could anything that does not look like a name.
  const flag = /^--[^= ]+|(?<=^-\w, )--[^= ]+/.exec(quoted)?.[0] ?? quoted.split(/[= ]/)[0] ?? quoted;
  const shown = /^-{0,2}[a-z]+(-[a-z]+)*$/i.test(flag) ? flag : undefined;
  const [, suggestion] = /Did you mean (?:one of )?([^?]+)\?/.exec(error.message) ?? [];
  switch (error.code) {
    case 'commander.helpDisplayed':
    case 'commander.help':
    case 'commander.version':
      return undefined;
    case 'commander.unknownOption':
      if (/key/i.test(flag)) return new CommandError('usage', words.usage.keyAsArgument(flag));
      return new CommandError('usage', words.usage.unknownOption(shown, suggestion));
    case 'commander.unknownCommand':
      return new CommandError('usage', words.usage.unknownCommand(shown, suggestion));
    case 'commander.optionMissingArgument':
      return new CommandError('usage', words.usage.missingValue(flag));
    case 'commander.missingArgument':
      return new CommandError('usage', words.usage.missingArgument(flag));
    case 'commander.excessArguments':
      return new CommandError('usage', words.usage.excessArguments);
    default:
      return new CommandError('usage', error.message);
  }
}
