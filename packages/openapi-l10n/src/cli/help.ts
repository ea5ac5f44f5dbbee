import { type Command, common } from './options.ts';

/** What each exit code means. */
export const exitCodes: Readonly<Record<number, string>> = {
  0: 'No errors found.',
  1: 'A translation has errors, or the overlay is not up to date.',
  2: 'Invalid input: a file, an option or a JSONPath. Nothing was written.',
  3: 'Internal error.',
};

/** The help of the whole tool. */
export function mainHelp(commands: Readonly<Record<string, Command>>): string {
  const names = Object.keys(commands);
  const width = Math.max(...names.map((name) => name.length));
  return [
    'Translations of OpenAPI documents as overlays: a translation changes words and nothing else.',
    '',
    'Usage: openapi-l10n <command> [options]',
    '',
    'Commands:',
    ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Options:',
    '  -h, --help     Show help; after a command, the help of that command.',
    '      --version  Show the version.',
    '',
    'Exit codes:',
    ...Object.entries(exitCodes).map(([code, text]) => `  ${code}  ${text}`),
    '',
  ].join('\n');
}

/** The help of one command. */
export function commandHelp(name: string, command: Command): string {
  const rows = Object.entries({ ...command.options, ...common }).map(([key, { value, short, help }]) => [
    `${short ? `-${short}, ` : '    '}--${key}${value ? ` <${value}>` : ''}`,
    help,
  ]);
  const width = Math.max(...rows.map(([left = '']) => left.length));
  return [
    command.summary,
    '',
    `Usage: openapi-l10n ${name} ${command.args} [options]`,
    '',
    command.about,
    '',
    'Options:',
    ...rows.map(([left = '', right = '']) => `  ${left.padEnd(width)}  ${right}`),
    '',
    'Example:',
    `  ${command.example}`,
    '',
  ].join('\n');
}
