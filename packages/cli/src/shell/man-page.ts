import type { CommandSpec } from '../command-line/command.ts';
import type { OptionSpec } from '../command-line/option.ts';
import { describe, programName } from '../command-line/program.ts';
import { generalOptions } from '../command-line/shared-options.ts';
import { configurationVariable } from '../connection/configuration.ts';
import { instanceVariable, profileVariable } from '../connection/connect.ts';
import { keyVariable } from '../connection/key.ts';
import { type Context, print } from '../context.ts';
import { type ExitReason, exitCodes } from '../exit-codes.ts';
import { version } from '../version.ts';

/** `session-series man`: the manual page, for `man -l -`. */
export function manCommand(commands: readonly CommandSpec[], { words }: Context): CommandSpec {
  return {
    name: 'man',
    summary: words.commands.man,
    options: [],
    async run(_values, _args, context) {
      await print(context, manPage(commands, context));
      return undefined;
    },
  };
}

/** The manual page, in the language of the context, as roff. */
function manPage(commands: readonly CommandSpec[], context: Context): string {
  const { words, contract } = context;
  const { shell, program } = words;
  const variables: [string, string][] = [
    [keyVariable, shell.keyVariable],
    [instanceVariable, shell.instanceVariable],
    [profileVariable, shell.profileVariable],
    [configurationVariable, shell.configVariable],
  ];
  return [
    `.TH ${programName.toUpperCase()} 1 "" "${programName} ${version}" ""`,
    `.SH ${shell.nameSection}`,
    `${programName} \\- ${text(program.summary(contract.operation.path))}`,
    `.SH ${shell.synopsis}`,
    `.B ${programName}\n.I ${roff(`${program.usageCommand} ${program.usageOptions}`)}`,
    `.SH ${shell.description}`,
    text(program.independent),
    ...generalOptions(context).map((option) => optionEntry(option, context)),
    `.SH ${shell.commandsSection}`,
    ...commands.flatMap((command) => commandEntry(command, context)),
    `.SH ${shell.exitCodes}`,
    ...Object.entries(exitCodes).map(
      ([reason, code]) => `.TP\n.B ${code}\n${text(words.exit[reason as ExitReason])}`, // The keys of exitCodes.
    ),
    `.SH ${shell.environment}`,
    ...variables.map(([name, description]) => `.TP\n.B ${roff(name)}\n${text(description)}`),
    `.SH ${shell.files}`,
    `.TP\n.I ${roff('~/.config/session-series/config.json')}\n${text(shell.configFile)}`,
    `.SH ${shell.examples}`,
    `.nf\n${roff(`${programName} export --mock --last 90d sessions.csv`)}\n.fi`,
    '',
  ].join('\n');
}

function commandEntry(spec: CommandSpec, context: Context): string[] {
  const given = spec.arguments ?? [];
  return [
    `.SS ${roff(spec.name)}${given.map(({ name }) => ` \\fI${roff(name)}\\fR`).join('')}`,
    text(spec.summary),
    ...given.map(({ name, description }) => `.TP\n.I ${roff(name)}\n${text(description)}`),
    ...spec.options.map((option) => optionEntry(option, context)),
  ];
}

function optionEntry(spec: OptionSpec, { words }: Context): string {
  const flags = `${spec.short ? `-${spec.short}, ` : ''}--${spec.name}`;
  const value = spec.value ? ` \\fI${roff(spec.value)}\\fR` : '';
  return `.TP\n\\fB${roff(flags)}\\fR${value}\n${text(describe(spec, words))}`;
}

function roff(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('-', '\\-');
}

/** A paragraph, in which leading dots and apostrophes are escaped, since roff reads them as requests. */
function text(value: string): string {
  return roff(value).replace(/^(?=[.'])/gm, '\\&');
}
