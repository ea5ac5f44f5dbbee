import { type OptionGroup, sharedOptions } from './options.ts';

/** The options that every mock has, under the headings of its help. */
export function sharedGroups(rateLimit: string, rateLimitWindow: string): readonly OptionGroup[] {
  const { port, host, workers, seed, engine, control } = sharedOptions;
  return [
    {
      heading: 'Where',
      options: [
        { usage: '-p, --port <port>', does: `0 for any free one (default: ${port.default})` },
        {
          usage: '-H, --host <host>',
          does: `address to listen on (default: ${host.default}, which only this machine can reach)`,
        },
        {
          usage: '--workers <n>',
          does: `number of processes, each with its own state (default: ${workers.default})`,
        },
        {
          usage: '--https',
          does: 'HTTPS and HTTP/2, with a self-signed certificate unless --cert and --key name one',
        },
        { usage: '--cert <file>', does: 'certificate in PEM' },
        { usage: '--key <file>', does: 'private key in PEM' },
      ],
    },
    {
      heading: 'What it answers',
      options: [
        { usage: '--seed <n>', does: `another seed, other data (default: ${seed.default})` },
        { usage: '--now <date-time>', does: 'freezes the clock' },
        {
          usage: '--unknown-parameters <policy>',
          does: `ignore, warn or reject (default: ${sharedOptions['unknown-parameters'].default})`,
        },
        {
          usage: '--engine <engine>',
          does: `fast, or prism to also send every valid request through Prism (default: ${engine.default})`,
        },
        {
          usage: '--proxy <url>',
          does: 'forwards requests to a real API and reports where it differs from the contract',
        },
        {
          usage: '--record <file>',
          does: 'with --proxy: records requests and responses, without credentials',
        },
        { usage: '--replay <file>', does: 'answers from a recording; what was not recorded is mocked' },
      ],
    },
    {
      heading: 'Limits and faults',
      options: [
        { usage: '--rate-limit <n>', does: `requests per window (default: ${rateLimit})` },
        { usage: '--rate-limit-window <seconds>', does: `length of a window (default: ${rateLimitWindow})` },
        {
          usage: '--faults <directives>',
          does: 'such as "latency=50..400; status=503@0.1"; the README lists them all',
        },
      ],
    },
    {
      heading: 'Log and control',
      options: [
        {
          usage: '--control <policy>',
          does: `on, off, or token for the control API under /_mock (default: ${control.default})`,
        },
        {
          usage: '--control-token <token>',
          does: 'the token; MOCK_CONTROL_TOKEN keeps it off the command line',
        },
        {
          usage: '--coverage <file>',
          does: 'writes what was used of the contract at the end: .json, .lcov, or a table',
        },
        {
          usage: '--log-format <format>',
          does: `text or json (default: ${sharedOptions['log-format'].default})`,
        },
        { usage: '-v, --verbose', does: 'logs each request to standard error' },
        { usage: '-q, --quiet', does: 'prints nothing but errors' },
      ],
    },
  ];
}

/** The exit codes and their meaning. */
export const exitCodes: readonly (readonly [code: number, reason: string])[] = [
  [0, 'stopped by Ctrl-C or SIGTERM'],
  [1, 'could not start: a busy port, an unreadable file'],
  [2, 'a wrong option'],
];

/** What `--help` prints. */
export function helpText(usage: string, summary: string, groups: readonly OptionGroup[]): string {
  const column =
    2 + Math.max(...groups.flatMap(({ options }) => options.map((option) => option.usage.length)));
  return [
    `Usage: ${usage}`,
    '',
    summary,
    ...groups.flatMap(({ heading, options }) => [
      '',
      heading,
      ...options.map((option) => `  ${option.usage.padEnd(column)}${option.does}`),
    ]),
    '',
    'Help: -h, --help, --version. Control API: GET /_mock lists it.',
    `Exit codes: ${exitCodes.map(([code, reason]) => `${code} ${reason}`).join('; ')}.`,
    '',
  ].join('\n');
}
