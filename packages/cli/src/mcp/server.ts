import { McpServer } from '@modelcontextprotocol/server';
import { programName } from '../command-line/program.ts';
import type { Connection } from '../connection/connect.ts';
import type { Context } from '../context.ts';
import { version } from '../version.ts';
import { registerResources } from './resources.ts';
import { SeriesReader } from './series.ts';
import { registerTools } from './tools.ts';

/** Creates a server with all tools and resources, one per connection or HTTP request. */
export function createServer(context: Context, connection: Connection): McpServer {
  const { words, contract } = context;
  const server = new McpServer(
    { name: programName, title: contract.title, version },
    { instructions: words.mcp.instructions },
  );
  const reader = new SeriesReader(context, connection);
  registerTools(server, reader, connection, context);
  registerResources(server, reader, context);
  return server;
}
