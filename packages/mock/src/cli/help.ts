import { contract } from '../generated/contract.ts';

/** What `--help` prints. */
export const help = `Usage: session-series-mock [options]

Starts a mock of session analytics whose answers follow the request. Stop it with Ctrl-C.

Where
  -p, --port <port>               0 for any free one (default: 4010)
  -h, --host <host>               address to listen on (default: 127.0.0.1, which only this machine can reach)
  --workers <n>                   processes that answer, each with a state of its own (default: 1)

What it answers
  --seed <n>                      another seed, another series (default: 1)
  --now <date-time>               freezes the clock; nothing was counted after it
  --data <file>                   a recorded export: CSV, or JSON lines if the name ends in .jsonl or .ndjson
  --unknown-parameters <policy>   ignore, warn or reject (default: reject)
  --lane <lane>                   fast, or prism for every request through all of Prism (default: fast)

Limits and misbehaviour
  --rate-limit <n>                requests a window (default: ${contract.rateLimit})
  --rate-limit-window <seconds>   how long a window is (default: 3600)
  --misbehave <directives>        such as "latency=50..400; status=503@0.1"; the README lists them all

  -v, --verbose                   a line on the error output for each request
  --help, --version

Control API: GET /_mock, GET and DELETE /_mock/requests, PUT and DELETE /_mock/misbehaviour, POST /_mock/reset

Exit codes: 0 stopped, 1 could not start (a busy port, an unreadable file), 2 wrong option
`;
