import { contract } from '../generated/contract.ts';
import { known } from './options.ts';

/** The options, as `--help` and the README list them: a heading, then each option with what it does. */
export const optionGroups: readonly (readonly [
  heading: string,
  options: readonly (readonly [string, string])[],
])[] = [
  [
    'Where',
    [
      ['-p, --port <port>', `0 for any free one (default: ${known.port.default})`],
      [
        '-h, --host <host>',
        `address to listen on (default: ${known.host.default}, which only this machine can reach)`,
      ],
      [
        '--workers <n>',
        `processes that answer, each with a state of its own (default: ${known.workers.default})`,
      ],
    ],
  ],
  [
    'What it answers',
    [
      ['--seed <n>', `another seed, another series (default: ${known.seed.default})`],
      ['--now <date-time>', 'freezes the clock; nothing was counted after it'],
      ['--data <file>', 'a recorded export: CSV, or JSON lines if the name ends in .jsonl or .ndjson'],
      [
        '--unknown-parameters <policy>',
        `ignore, warn or reject (default: ${known['unknown-parameters'].default})`,
      ],
      [
        '--engine <engine>',
        `fast, or prism for every request through all of Prism (default: ${known.engine.default})`,
      ],
    ],
  ],
  [
    'Limits and faults',
    [
      ['--rate-limit <n>', `requests a window (default: ${contract.rateLimit})`],
      ['--rate-limit-window <seconds>', `how long a window is (default: ${contract.rateLimitWindow})`],
      ['--faults <directives>', 'such as "latency=50..400; status=503@0.1"; the README lists them all'],
    ],
  ],
  ['Log', [['-v, --verbose', 'a line on the error output for each request']]],
];

/** What the process ends with, and why. */
export const exitCodes: readonly (readonly [code: number, reason: string])[] = [
  [0, 'stopped by Ctrl-C or SIGTERM'],
  [1, 'could not start: a busy port, an unreadable file'],
  [2, 'a wrong option'],
];

const column = 2 + Math.max(...optionGroups.flatMap(([, options]) => options.map(([flags]) => flags.length)));

/** What `--help` prints. */
export const help = [
  'Usage: session-series-mock [options]',
  '',
  'Starts a mock of session analytics whose answers follow the request. Stop it with Ctrl-C.',
  ...optionGroups.flatMap(([heading, options]) => [
    '',
    heading,
    ...options.map(([flags, text]) => `  ${flags.padEnd(column)}${text}`),
  ]),
  '',
  'Help: --help, --version. Control API: GET /_mock lists it.',
  `Exit codes: ${exitCodes.map(([code, reason]) => `${code} ${reason}`).join('; ')}.`,
  '',
].join('\n');
