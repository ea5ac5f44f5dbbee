const list = (values: readonly string[]) => values.join(', ');
const count = (value: number) => new Intl.NumberFormat('en').format(value);
const plural = (value: number, one: string, many = `${one}s`) =>
  `${count(value)} ${value === 1 ? one : many}`;

/** A clock difference, rounded for reading. */
function duration(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  if (minutes < 120) return plural(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? plural(hours, 'hour') : plural(Math.round(hours / 24), 'day');
}

const bounds = (minimum: number | undefined, maximum: number | undefined) =>
  minimum !== undefined && maximum !== undefined
    ? `a whole number from ${count(minimum)} to ${count(maximum)}`
    : 'a whole number';

/** What the command line says, in English. */
export const en = {
  program: {
    summary: (path: string) => `Session analytics on the command line: GET ${path}.`,
    independent: 'Independent of Braze, Inc.',
    titles: {
      'Usage:': 'Usage:',
      'Arguments:': 'Arguments:',
      'Options:': 'Options:',
      'Commands:': 'Commands:',
      'Global Options:': 'Global options:',
    },
    usageOptions: '[options]',
    usageCommand: '[command]',
    default: (value: string | number) => `(default: ${value})`,
    repeatable: '(repeatable)',
    moreHelp: (name: string) => `Run ${name} <command> --help for the options of a command.`,
    seeHelp: (name: string) => `Run ${name} --help for all options.`,
    error: (message: string) => `Error: ${message}`,
    defect: (message: string) =>
      `This is a bug in session-series: ${message}\nRun it again with --verbose for the stack trace, and report it.`,
    interrupted: 'Interrupted.',
  },
  commands: {
    export: 'Export series of any length to CSV, NDJSON, Parquet, SQLite or DuckDB',
    doctor: 'Check key, instance, permission, clock and network with one request',
    profile: 'Save an instance and a key under a name',
    mock: 'Start a mock server; all options are passed to it',
    mcp: 'Serve the series to assistants, over the Model Context Protocol',
    completion: 'Print the completion script of a shell',
    man: 'Print the manual page',
  },
  options: {
    values: {
      instance: 'name|url',
      file: 'file',
      name: 'name',
      instant: 'date',
      duration: 'duration',
      timeZone: 'time zone',
    },
    instance: (variable: string) => `The instance that the key belongs to, or a base URL; else $${variable}`,
    keyFile: (variable: string) =>
      `A file that contains the REST API key, - for standard input; else $${variable}`,
    profile: 'A profile of the configuration file',
    mock: 'Start a mock and use it: no account, no key',
    lang: 'The language of help and messages; else the locale',
    quiet: 'Print no progress and no summary',
    verbose: 'Print each retry, and the stack trace of a bug',
    version: 'Print the version',
    help: 'Print help',
    from: 'The start: a day of the time zone such as 2025-01-01, or an ISO 8601 date-time',
    to: 'The end, which is not included: a day or a date-time. Without it, now',
    last: 'Instead of --from: the last 48h, 90d, 12w, 6mo or 1y, the current day included',
    timeZone: 'The time zone of the days and hours, an IANA name',
    names:
      'Names of apps and segments: a JSON object of names by identifier, or CSV with identifier and name',
  },
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
    duckdbMissing: 'DuckDB files need one more package: npm install @duckdb/node-api',
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
  key: {
    missing: (variable: string, source?: string) =>
      source === undefined
        ? `There is no REST API key. Set $${variable}, pass --key-file, or make a profile with: session-series profile set`
        : `The key of ${source} is empty. Expected a REST API key.`,
    malformed: (source: string) =>
      `The key of ${source} has characters that no key has, such as spaces or quotation marks. Copy it again.`,
    standardInput: 'standard input',
    profile: 'the profile',
    noFile: (file?: string) =>
      `The key file${file === undefined ? '' : ` ${file}`} does not exist. Expected the name of a file that contains the key.`,
  },
  names: {
    unreadable: (file: string) => `The names cannot be read: ${file} is missing or not readable.`,
    malformed: (file: string) =>
      `${file} is not a list of names. Expected a JSON object of names by identifier, or CSV with identifier and name.`,
  },
  configuration: {
    notJson: (file: string) => `${file} is not JSON. Correct it, or remove it.`,
    noProfiles: (file: string) =>
      `${file} has no profiles. Expected {"profiles": {"default": {"instance": "…"}}}.`,
    readableByOthers: (file: string) =>
      `${file} can be read by other users of this machine, and may contain a key. Run: chmod 600 ${file}`,
    unknownProfile: (name: string, known: readonly string[]) =>
      `There is no profile ${name}. ${known.length > 0 ? `Expected one of ${list(known)}.` : 'Make one with: session-series profile set'}`,
  },
  instance: {
    missing: (variable: string, known: readonly string[]) =>
      `The instance is missing. Pass --instance or set $${variable}: ${list(known)}, or a base URL.`,
    unknown: (known: readonly string[]) =>
      `The instance is not one of the contract's. Expected ${list(known)}, or a base URL that begins with https://.`,
    refused: (message: string) => `The instance cannot be used. ${message}`,
  },
  errors: {
    authentication: (detail: string) =>
      `The server refuses the key (401: ${detail}). Check the key, and that it belongs to this instance: ` +
      'on any other, a valid key is refused in the same way.',
    permission: (detail: string, permission: string) =>
      `The key is valid but may not read this data (403: ${detail}). Create a key with the permission ${permission}.`,
    rateLimit: (reset: Date | undefined) =>
      `The rate limit is used up (429). Try again ${reset ? `after ${reset.toISOString()}` : 'later'}.`,
    status: (status: number, detail: string, attempts: number) =>
      `The server answers ${status}: ${detail}${attempts > 1 ? ` (after ${count(attempts)} attempts)` : ''}.`,
    timeout: (origin: string, attempts: number) =>
      `${origin} did not answer in time (${plural(attempts, 'attempt')}). Try again later.`,
    network: (origin: string, cause: string, attempts: number) =>
      `${origin} cannot be reached: ${cause} (${plural(attempts, 'attempt')}). Check the network, the proxy and the address.`,
    invalid: (message: string) => `The response does not match the contract. ${message}`,
  },
  doctor: {
    subjects: {
      key: 'Key',
      instance: 'Instance',
      network: 'Network',
      permission: 'Permission',
      rateLimit: 'Rate limit',
      clock: 'Clock',
    },
    instance: (name: string, url?: string) => (url ? `${name}, ${url}` : name),
    keyFound: (source: string) => `found in ${source}`,
    reached: 'the server answers',
    permitted: 'the key may read the series',
    rateLimit: (remaining: number, limit: number) =>
      `${count(remaining)} of ${count(limit)} requests are left`,
    clockGood: 'agrees with the server',
  },
  profiles: {
    name: 'The name of the profile; default is used when none is named',
    list: 'List the profiles: name, instance, key file, time zone',
    set: 'Make or change a profile',
    remove: 'Remove a profile',
    instance: 'The instance that the key belongs to, or a base URL',
    keyFile:
      'A file that contains the key; - reads it from standard input and keeps it in the configuration file',
    timeZone: 'The time zone of exports',
    keyKept: '(key in this file)',
    saved: (name: string, file: string) => `Saved the profile ${name} in ${file}.`,
    removed: (name: string, file: string) => `Removed the profile ${name} from ${file}.`,
  },
  singer: {
    noUse: (options: readonly string[]) => `${options.join(' and ')} cannot be used with --singer.`,
    badState: (file: string) =>
      `${file} is not a Singer state of this tap. Expected the last STATE message's value.`,
    badConfig: (file: string) =>
      `${file} is not a configuration of this tap. Expected JSON with start_date, and instance or profile.`,
    badCatalog: (file: string) =>
      `${file} is not a Singer catalog. Expected JSON with streams, as --discover prints it.`,
    missingFile: (file: string) => `${file} does not exist.`,
    noConfig: 'Expected --config with a file, or --discover.',
  },
  mcp: {
    http: 'Serve Streamable HTTP instead of standard input and output',
    port: 'The port of --http; 0 for any free one',
    host: 'The address to listen on; any other than loopback requires a token',
    allowHost: 'A name that requests may have in their Host header, in addition to those of this machine',
    tokenFile: 'A file with the token that HTTP requests must send; else $SESSION_SERIES_MCP_TOKEN',
    listening: (url: string) => `MCP server on ${url}. Stop it with Ctrl-C.`,
    tokenNeeded: (host: string) =>
      `--host ${host} can be reached from other machines. Set a token with --token-file or $SESSION_SERIES_MCP_TOKEN.`,
    portTaken: (port: number) => `Port ${port} is taken. Pass another --port, or 0 for any free one.`,
    instructions:
      'Session counts of apps and segments by day or hour. For a question about a period, call summarise_sessions first; ' +
      'call get_sessions_series for the points. Periods: last="7d", or from and to.',
    getTitle: 'Get a series of sessions',
    getDescription: (max: number) =>
      `Returns the newest ${count(max)} points at most; the resource link has all rows as CSV.`,
    summariseTitle: 'Summarise sessions',
    summariseDescription:
      'Total, mean, busiest and quietest day or hour of a period, compared with the period before or a year before.',
    listTitle: 'List apps and segments',
    listDescription: 'Identifiers and names of the apps and segments that were configured. Others may exist.',
    from: 'Start: 2025-01-01, or a date-time',
    to: 'End, excluded; now if omitted',
    last: 'Instead of from: 48h, 7d, 12w, 6mo, 1y',
    timeZone: 'IANA name; UTC if omitted',
    compare: 'What to compare with',
    tooLong: (points: number, limit: number) =>
      `The period has ${count(points)} points, and ${count(limit)} are served at most. ` +
      'Ask for unit "day", or for a shorter period.',
    rowsTitle: 'All rows as CSV',
    rowsDescription: 'The rows of a series, by the query of a tool result',
    contractTitle: (language: string) => `The OpenAPI contract (${language})`,
    unknownArgument: (name: string, known: readonly string[]) =>
      `There is no argument ${name}. Expected some of ${list(known)}.`,
    notText: (name: string, value: string) => `${name} is "${value}". Expected a text.`,
    badRows: 'Expected the URI of a resource link that a tool returned.',
    summary: (total: number, mean: number, points: number, unit: string) =>
      `${count(total)} sessions in ${plural(points, unit)}, ${count(Math.round(mean))} on average.`,
    change: (percent: string, total: number, from: string, to: string) =>
      `${percent} against ${count(total)} from ${from} to ${to}.`,
    extremes: (most: string, mostCount: number, least: string, leastCount: number) =>
      `Most: ${most} (${count(mostCount)}). Least: ${least} (${count(leastCount)}).`,
    unfinished: 'The last point is still being counted, and left out of the comparison.',
    known: (apps: number, segments: number) => `${plural(apps, 'app')} and ${plural(segments, 'segment')}.`,
    nothingKnown: 'No names are configured. Pass --names, or use identifiers from the dashboard.',
  },
  shell: {
    shell: 'The shell',
    exitCodes: 'EXIT STATUS',
    environment: 'ENVIRONMENT',
    files: 'FILES',
    synopsis: 'SYNOPSIS',
    description: 'DESCRIPTION',
    nameSection: 'NAME',
    commandsSection: 'COMMANDS',
    examples: 'EXAMPLES',
    keyVariable: 'The REST API key.',
    instanceVariable: 'The instance that the key belongs to.',
    profileVariable: 'The profile to use.',
    configVariable: 'The configuration file, instead of the one in the folder for configuration.',
    configFile: 'The profiles. Only its owner may read it.',
  },
  exit: {
    ok: 'Done',
    usage: 'A wrong command, option or value',
    data: 'A file has content that cannot be used: a broken state file, the journal of another query',
    noInput: 'An input file is missing',
    unavailable: 'The server cannot be reached, or keeps failing',
    software: 'A bug in this program',
    cannotCreate: 'The output file cannot be created, or another process is writing it',
    io: 'Writing failed: the disk is full, or the file too large',
    rateLimit: 'The rate limit is used up; try again later',
    protocol: 'The response does not match the contract, or the server refuses the request',
    noPermission: 'The key is refused: wrong key, wrong instance, or no permission',
    configuration: 'No key, no instance, a mistake in the configuration, or a wrong clock',
    interrupted: 'Ctrl-C',
    terminated: 'SIGTERM',
  },
};

/** Everything the command line says, in one language. */
export type Words = typeof en;
