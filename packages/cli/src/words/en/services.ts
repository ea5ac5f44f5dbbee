import { count, list, plural } from './numbers.ts';

/** The words about Singer and MCP. */
export const services = {
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
      `There is no argument ${name}. Expected arguments: ${list(known)}.`,
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
};
