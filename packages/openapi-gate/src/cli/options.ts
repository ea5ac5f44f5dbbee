import { parseArgs } from 'node:util';
import { BUMPS, type Bump } from '../bump.ts';
import { GateError } from '../error.ts';
import { FORMATS, type Format } from '../report.ts';

/** The parsed command line. */
export interface Options {
  readonly command: string | undefined;
  /** The arguments after the command. */
  readonly files: readonly string[];
  readonly contracts: readonly string[];
  readonly packages: readonly string[];
  readonly base: string | undefined;
  readonly config: string | undefined;
  readonly format: Format;
  readonly failOn: Bump;
  readonly overlay: string | undefined;
  readonly language: string | undefined;
  readonly help: boolean;
  readonly version: boolean;
}

/** @throws GateError for an unknown option or an invalid value */
export function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parse(argv);
  const [command, ...files] = positionals;
  return {
    command,
    files,
    contracts: values.contract ?? [],
    packages: (values.packages ?? []).flatMap((list) => list.split(',')).map((name) => name.trim()),
    base: values.base,
    config: values.config,
    format: oneOf('--format', values.format ?? 'table', FORMATS),
    failOn: oneOf('--fail-on', values['fail-on'] ?? 'major', BUMPS),
    overlay: values.overlay,
    language: values.language,
    help: values.help === true,
    version: values.version === true,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        contract: { type: 'string', multiple: true },
        packages: { type: 'string', multiple: true },
        base: { type: 'string' },
        config: { type: 'string' },
        format: { type: 'string' },
        'fail-on': { type: 'string' },
        overlay: { type: 'string' },
        language: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new GateError(`${error instanceof Error ? error.message : error} See openapi-gate --help.`);
  }
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new GateError(`${name} is "${value}". Expected ${allowed.join(', ')}.`);
  return found;
}
