import { bounds, duration, list, plural } from './numbers.ts';

/** The words about options, periods and files of series. */
export const series = {
  usage: {
    unknownOption: (option?: string, suggestion?: string) =>
      `There is no ${option === undefined ? 'such option' : `option ${option}`}.${suggestion ? ` Did you mean ${suggestion}?` : ''}`,
    unknownCommand: (command?: string, suggestion?: string) =>
      `There is no ${command === undefined ? 'such command' : `command ${command}`}.${suggestion ? ` Did you mean ${suggestion}?` : ''}`,
    missingValue: (option: string) => `${option} needs a value.`,
    missingArgument: (argument: string) => `The argument ${argument} is missing.`,
    excessArguments: 'There are more arguments than the command takes. Check the quotation marks.',
    keyAsArgument: (option: string) =>
      `${option} is not an option: a key in an argument can be read by every user of this machine. ` +
      'Put it into $SESSION_SERIES_API_KEY, or into a file and pass --key-file.',
    badInteger: (option: string, text: string, minimum?: number, maximum?: number) =>
      `${option} is "${text}". Expected ${bounds(minimum, maximum)}.`,
    badChoice: (option: string, text: string, values: readonly string[]) =>
      `${option} is "${text}". Expected one of ${list(values)}.`,
    emptyValue: (option: string) => `${option} is empty. Expected at least 1 character.`,
    badPattern: (option: string, text: string, example: string) =>
      `${option} is "${text}". Expected a value like ${example}.`,
  },
  period: {
    fromAndLast: '--from and --last both say when the period starts. Use one of them.',
    noStart: 'The start of the period is missing. Pass --from 2025-01-01, or --last 90d.',
    badLast: (text: string) => `--last is "${text}". Expected a number and a unit: 48h, 90d, 12w, 6mo or 1y.`,
    badInstant: (option: string, text: string) =>
      `${option} is "${text}". Expected a day such as 2025-01-31, or a date-time such as 2025-01-31T12:00:00Z.`,
    endsBeforeStart: (from: string, to: string) =>
      `The period starts at ${from} and ends at ${to}. Expected an end after the start.`,
    refused: (reason: string) => `The period cannot be fetched: ${reason}`,
    unknownTimeZone: (name: string) =>
      `--time-zone is "${name}". Expected a name of the IANA time zone database such as Europe/Paris.`,
  },
  get: {
    json: 'Print JSON',
    csv: 'Print CSV',
    ndjson: 'Print one JSON object per line',
    dryRun: 'Print the request instead of sending it',
    oneFormat: (options: readonly string[]) =>
      `${options.join(' and ')} exclude each other. Use one of them.`,
    wouldSend: (path: string, query: string) => `Would send 1 request: GET ${path}?${query}`,
    time: 'Time',
    sessions: 'Sessions',
    summary: (total: string, mean: string, points: number) =>
      points === 0
        ? 'No sessions were counted.'
        : `${plural(points, 'point')}, ${total} sessions, ${mean} on average`,
  },
  export: {
    file: 'Output file, in the format of its extension; default: standard output',
    output: 'The same as the argument',
    format: 'The format, if the file name has no known extension',
    resume: 'Continue an interrupted export after its last complete point',
    append: 'Bring an existing file up to date; the last, unfinished unit is fetched again',
    overwrite: 'Start over, and discard the rows of an interrupted export',
    singer: 'Write Singer messages to standard output instead of a file',
    state: 'With --singer: the final state of an earlier run',
    dryRun: 'Print the number of requests without sending any',
    concurrency: 'Simultaneous requests',
    progress: '{bar} {percentage}% | {rows} rows | {rate} rows/s | {eta_formatted} left',
    requests: (requests: number) => `Would send ${plural(requests, 'request')}.`,
    resuming: (rows: number) => `Resuming after ${plural(rows, 'row')}.`,
    done: (file: string, rows: number, bytes: number) =>
      `Wrote ${plural(rows, 'row')} to ${file} (${plural(bytes, 'byte')}).`,
    interrupted: (rows: number, file: string) =>
      `Interrupted after ${plural(rows, 'row')}. Run the same command with --resume to finish ${file}.`,
    kept: (rows: number, file: string) =>
      `${plural(rows, 'row')} were kept. Run the same command with --resume to finish ${file}.`,
    noOutput: 'The output file is missing. Pass the one to continue, such as sessions.csv.',
    twoOutputs: 'The output file is given twice, as an argument and by --output. Pass it once.',
    unknownEnding: (file: string, endings: readonly string[]) =>
      `The name ${file} does not say its format. Expected one of the endings ${list(endings)}, or --format.`,
    notForStandardOutput: (format: string) =>
      `--format ${format} cannot be written to standard output. Pass a file, or use csv or ndjson.`,
    oneContinuation: (options: readonly string[]) =>
      `${options.join(' and ')} exclude each other. Use one of them.`,
    duckdbMissing:
      'DuckDB files need another package. Install it where session-series is: npm install @duckdb/node-api (with --global if session-series is installed globally).',
  },
  files: {
    noFolder: (file: string, folder: string) =>
      `${file} cannot be created: there is no directory ${folder}. Create it first.`,
    isFolder: (file: string) => `${file} is a directory. Expected the name of a file.`,
    noFile: (file: string) =>
      `${file} is a device or a pipe. Expected a file; pass - to write to standard output, and redirect that.`,
    readOnly: (file: string) => `${file} is read-only. Make it writable, or write to another file.`,
    notPermitted: (file: string) =>
      `${file} cannot be written: permission denied. Choose another directory, or ask for permission.`,
    noSpace: (file: string) =>
      `${file} could not be written: the disk is full, or the file too large. Make room first.`,
    standardOutput: (code: string) =>
      `Standard output could not be written (${code}). Nothing can be resumed: make room, or write to another file.`,
    inUse: (file: string, process: string, lock: string) =>
      `${file} is being written by process ${process}. Wait until it ends; if there is no such process, remove ${lock}.`,
    unfinished: (file: string, journal: string) =>
      `${journal} holds the rows of an export of ${file} that was interrupted. ` +
      'Pass --resume to finish it, or --overwrite to start over.',
  },
  state: {
    missing: (file: string, state: string) =>
      `${file} cannot be brought up to date: its state file ${state} is missing. Export it again with --overwrite.`,
    broken: (state: string, file: string) =>
      `${state} is not a state file. Restore it, or export ${file} again with --overwrite.`,
    brokenJournal: (journal: string) =>
      `${journal} is not the journal of an export. Pass --overwrite to start over; the output file stays as it is until then.`,
    changed: (file: string, state: string) =>
      `${file} has changed since ${state} was written. Restore it, or export it again with --overwrite.`,
    otherQuery: (file: string, name: string, saved: string, asked: string) =>
      `${file} belongs to another query: its ${name} is ${saved}, and you asked for ${asked}. ` +
      'Ask for the same, write to another file, or pass --overwrite to start over.',
    clockBehind: (file: string, complete: string, to: string) =>
      `${file} is complete until ${complete}, and the period ends before that, at ${to}. ` +
      'Check the clock of this machine, or --to.',
  },
  clock: {
    wrong: (ahead: number) =>
      `The clock of this machine is ${duration(ahead)} ${ahead > 0 ? 'ahead of' : 'behind'} the server's. ` +
      'Set the clock, or pass --to with an end in the past.',
  },
};
