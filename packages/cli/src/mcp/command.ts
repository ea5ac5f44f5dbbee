import { existsSync, readFileSync } from 'node:fs';
import type { CommandSpec } from '../command-line/command.ts';
import { integerOf, listOf, textOf, type Values } from '../command-line/option.ts';
import { connectionOptions } from '../command-line/shared-options.ts';
import { refuseReadableByOthers } from '../connection/configuration.ts';
import { connect, logger } from '../connection/connect.ts';
import { type Context, note } from '../context.ts';
import { CommandError } from '../exit-codes.ts';
import { connectionOf } from '../get/get.ts';

const tokenVariable = 'SESSION_SERIES_MCP_TOKEN';
const defaultPort = 4020;
const defaultHost = '127.0.0.1';

/** `session-series mcp`: serves the series to assistants until it is stopped. */
export function mcpCommand(context: Context): CommandSpec {
  const { words } = context;
  const { values } = words.options;
  return {
    name: 'mcp',
    summary: words.commands.mcp,
    options: [
      { name: 'http', description: words.mcp.http },
      { name: 'port', short: 'p', value: '0..65535', description: words.mcp.port, default: defaultPort },
      { name: 'host', value: values.name, description: words.mcp.host, default: defaultHost },
      { name: 'allow-host', value: values.name, description: words.mcp.allowHost, repeatable: true },
      { name: 'token-file', value: values.file, description: words.mcp.tokenFile },
      { name: 'names', value: values.file, description: words.options.names },
      ...connectionOptions(context),
    ],
    run: runMcp,
  };
}

async function runMcp(values: Values, _: readonly string[], context: Context): Promise<undefined> {
  const { words, signal } = context;
  await using connection = await connect(connectionOf(values), context, logger(values, context));
  const { createServer } = await import('./server.ts');
  const factory = () => createServer(context, connection);
  const onError = (error: Error) => {
    if (values['verbose'] === true) note(context, error.message);
  };
  if (values['http'] !== true) {
    const { serveStdio } = await import('@modelcontextprotocol/server/stdio');
    const server = serveStdio(factory, { onerror: onError });
    await Promise.race([aborted(signal), ended(context.stdin)]);
    await server.close();
    return;
  }
  const { serveHttp } = await import('./http.ts');
  const server = await serveHttp(
    factory,
    {
      port: integerOf(values, 'port', [0, 65_535], context) ?? defaultPort,
      host: textOf(values, 'host') || defaultHost,
      allowedHosts: listOf(values, 'allow-host'),
      token: readToken(textOf(values, 'token-file'), context),
      onError,
    },
    words,
  );
  note(context, words.mcp.listening(server.url));
  await aborted(signal);
  await server.close();
}

function readToken(file: string | undefined, { env, words }: Context): string | undefined {
  if (file === undefined) return env[tokenVariable] || undefined;
  if (!existsSync(file))
    throw new CommandError('noInput', words.key.noFile(/[\\/]/.test(file) ? file : undefined));
  refuseReadableByOthers(file, words);
  return readFileSync(file, 'utf8').trim() || undefined;
}

function ended(stdin: Context['stdin']): Promise<void> {
  return new Promise((resolve) => {
    for (const event of ['end', 'close', 'error']) stdin.once(event, () => resolve());
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
