import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { InputError } from 'openapi-l10n';
import { version } from '../assets.ts';
import { build } from '../build/build.ts';
import { configNames, loadConfig, type SiteConfig } from '../config.ts';
import { knownLanguages } from '../languages.ts';
import { preview } from '../preview/preview.ts';

/** The output streams of the command. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Whether `err` is a terminal, which can show progress. */
  isTerminal: boolean;
}

const help = `redoc-l10n: a static reference site of any OpenAPI description, in any number of languages

Usage
  redoc-l10n build [description] [options]     Write the site.
  redoc-l10n preview [description] [options]   Serve the site on this machine, and reload it after each change.

Without a description, a configuration file is read: ${configNames[0]}, or what --config names.

Options
  --overlay <file>      An overlay that translates the description; may be given several times.
                        Its language is its \`x-l10n-language\`, or its name: fr.overlay.yaml.
  --language <tag>      The language of the description (default: en).
  --out <folder>        Where the site is written (default: site). The folder is replaced as a whole.
  --site-url <address>  The address that the site will have, for canonical links and the site map.
  --title <text>        The name in the header (default: the title of the description).
  --guides <folder>     Markdown guides, in a folder for each language.
  --config <file>       A configuration file; options override it.
  --port <number>       The port of the preview (default: 4173).
  --debug               Show where an error came from.
  -h, --help            Show this help.
  --version             Show the version.

Interface languages: ${knownLanguages().join(', ')}

Exit codes: 0 done, 2 invalid input, 3 internal error.
`;

/**
 * Runs the command line.
 *
 * @returns the exit code: 0 done, 2 invalid input, 3 internal error. After an error, an existing site is unchanged.
 */
export async function main(argv: string[], io: Io): Promise<number> {
  try {
    return await run(argv, io);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const isInput = error instanceof InputError;
    io.err(
      isInput
        ? `redoc-l10n: ${error.toText()}\n`
        : `redoc-l10n: internal error: ${text}\n  what to do: please report it; --debug prints the stack trace.\n`,
    );
    if (argv.includes('--debug') && error instanceof Error) io.err(`${error.stack}\n`);
    return isInput ? 2 : 3;
  }
}

async function run(argv: string[], io: Io): Promise<number> {
  const [command, ...rest] = argv;
  if (command === '--version') {
    io.out(`${version()}\n`);
    return 0;
  }
  if (
    command === undefined ||
    command === '-h' ||
    command === '--help' ||
    rest.includes('--help') ||
    rest.includes('-h')
  ) {
    (command === undefined ? io.err : io.out)(help);
    return command === undefined ? 2 : 0;
  }
  if (command !== 'build' && command !== 'preview')
    throw new InputError(`\`${command}\` is not a command`, {
      expected: 'build or preview',
      help: 'See redoc-l10n --help.',
    });
  const options = readOptions(rest);
  const read = () => configOf(options);
  const onWarning = (message: string) => io.err(`warning: ${message}\n`);
  if (command === 'preview') {
    const server = await preview(read, {
      port: options.port,
      onWarning,
      onError: (text) => io.err(`${text}\n`),
    });
    io.out(`Preview: ${server.url}\nPress Ctrl-C to stop.\n`);
    await new Promise<void>((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
    await server.close();
    return 0;
  }
  const started = performance.now();
  const result = await build(await read(), {
    onWarning,
    ...(io.isTerminal ? { onProgress: progressBar(io) } : {}),
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  io.out(
    `Built ${count(result.pages, 'page')} of ${count(result.operations, 'operation')} in ${result.languages.join(', ')} in ${seconds} s: ${result.out}\n`,
  );
  return 0;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

interface Options {
  description: string | undefined;
  config: string | undefined;
  port: number;
  settings: Partial<SiteConfig>;
}

function readOptions(args: string[]): Options {
  const { values, positionals } = parsed(args);
  if (positionals.length > 1)
    throw new InputError(`Too many arguments: ${positionals.slice(1).join(' ')}`, {
      expected: 'one description',
    });
  const port = Number(values.port ?? 4173);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InputError(`--port: \`${values.port}\` is not a port`, {
      expected: 'a whole number from 0 to 65535',
    });
  const settings: Partial<SiteConfig> = {
    ...(values.overlay ? { overlays: values.overlay } : {}),
    ...(values.language ? { language: values.language } : {}),
    ...(values.out ? { out: values.out } : {}),
    ...(values['site-url'] ? { siteUrl: values['site-url'] } : {}),
    ...(values.title ? { title: values.title } : {}),
    ...(values.guides ? { guides: values.guides } : {}),
  };
  return { description: positionals[0], config: values.config, port, settings };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        overlay: { type: 'string', multiple: true },
        language: { type: 'string' },
        out: { type: 'string' },
        'site-url': { type: 'string' },
        title: { type: 'string' },
        guides: { type: 'string' },
        config: { type: 'string' },
        port: { type: 'string' },
        debug: { type: 'boolean' },
      },
    });
  } catch (cause) {
    throw new InputError(cause instanceof Error ? cause.message : String(cause), {
      help: 'See redoc-l10n --help.',
      cause,
    });
  }
}

async function configOf({ description, config, settings }: Options): Promise<SiteConfig> {
  const file =
    config ?? (description === undefined ? configNames.find((name) => existsSync(name)) : undefined);
  const read = file === undefined ? undefined : await loadConfig(file);
  const path = description ?? read?.description;
  if (path === undefined)
    throw new InputError('The description is missing', {
      expected: `the path of an OpenAPI document, or a configuration file (${configNames.join(', ')})`,
      help: 'For example: redoc-l10n build openapi.yaml',
    });
  return { ...read, ...settings, description: path };
}

/** A progress bar. */
function progressBar(io: Io): (done: number, total: number) => void {
  const width = 30;
  return (done, total) => {
    const filled = Math.round((done / total) * width);
    io.err(
      `\r${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total} pages${done === total ? '\n' : ''}`,
    );
  };
}
