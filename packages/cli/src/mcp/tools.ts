import {
  type CallToolResult,
  fromJsonSchema,
  type JsonSchemaType,
  type jsonSchemaValidator,
  type McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { Connection } from '../connection/connect.ts';
import type { Context } from '../context.ts';
import { firstSentence } from '../contract.ts';
import { CommandError } from '../exit-codes.ts';
import { instantText } from '../export/columns.ts';
import {
  checkArguments,
  namesOutput,
  type ObjectSchema,
  type PeriodArguments,
  periodSchema,
  seriesOutput,
  summaryOutput,
} from './schemas.ts';
import type { SeriesReader } from './series.ts';
import { type Comparison, comparedQuery, comparisons, finishedRows, summarise } from './summary.ts';

/** The default maximum number of points in a result: enough for a month of days. */
const defaultPoints = 31;
const mostPoints = 500;

const readOnly = { readOnlyHint: true, openWorldHint: true, idempotentHint: true };

/** The tools: a series, a summary, and the known names. */
export function registerTools(
  server: McpServer,
  reader: SeriesReader,
  connection: Pick<Connection, 'names'>,
  context: Context,
): void {
  const { words, contract } = context;
  const period = periodSchema(context);
  const summaryInput: ObjectSchema = {
    ...period,
    properties: {
      ...period.properties,
      compare_with: {
        type: 'string',
        enum: comparisons,
        default: comparisons[0],
        description: words.mcp.compare,
      },
    },
  };
  const seriesInput: ObjectSchema = {
    ...period,
    properties: {
      ...period.properties,
      max_points: { type: 'integer', minimum: 1, maximum: mostPoints, default: defaultPoints },
    },
  };
  server.registerTool(
    'summarise_sessions',
    {
      title: words.mcp.summariseTitle,
      description: words.mcp.summariseDescription,
      inputSchema: schemaOf<PeriodArguments & { compare_with?: Comparison }>(summaryInput),
      outputSchema: schemaOf(summaryOutput),
      annotations: readOnly,
    },
    (given, call) =>
      reportingErrors(call, async () => {
        checkArguments(given, summaryInput, context);
        const { query, calendar } = reader.queryOf(given);
        const series = await reader.fetch(query, calendar, call.mcpReq.signal, progressOf(call));
        const finished = finishedRows(series, context.now());
        const { compare_with: comparison = 'previous_period' } = given;
        const compared =
          comparison === 'nothing' ? undefined : comparedQuery(query, calendar, finished, comparison);
        const before = compared && (await reader.fetch(compared, calendar, call.mcpReq.signal));
        const { text, structured } = summarise(series, finished, before, context);
        return {
          content: [{ type: 'text', text }, linkTo(series.uri, words.mcp.rowsTitle)],
          structuredContent: structured,
        };
      }),
  );
  server.registerTool(
    'get_sessions_series',
    {
      title: words.mcp.getTitle,
      description: `${firstSentence(contract.operation.description)}. ${words.mcp.getDescription(defaultPoints)}`,
      inputSchema: schemaOf<PeriodArguments & { max_points?: number }>(seriesInput),
      outputSchema: schemaOf(seriesOutput),
      annotations: readOnly,
    },
    (given, call) =>
      reportingErrors(call, async () => {
        checkArguments(given, seriesInput, context);
        const { query, calendar } = reader.queryOf(given);
        const { records, uri } = await reader.fetch(query, calendar, call.mcpReq.signal, progressOf(call));
        const points = records.slice(-(given.max_points ?? defaultPoints)).map((record) => ({
          time: query.unit === 'day' ? record.local_date : instantText(record.time),
          sessions: record.sessions,
        }));
        const structured = {
          points,
          total_points: records.length,
          truncated: points.length < records.length,
          rows_uri: uri,
        };
        const text = `time,sessions\n${points.map(({ time, sessions }) => `${time},${sessions}`).join('\n')}`;
        return {
          content: [{ type: 'text', text }, linkTo(uri, words.mcp.rowsTitle)],
          structuredContent: structured,
        };
      }),
  );
  server.registerTool(
    'list_apps_and_segments',
    {
      title: words.mcp.listTitle,
      description: words.mcp.listDescription,
      inputSchema: schemaOf<object>({ type: 'object', properties: {}, additionalProperties: false }),
      outputSchema: schemaOf(namesOutput),
      annotations: { ...readOnly, openWorldHint: false },
    },
    () => {
      const names = [...connection.names].map(([id, name]) => ({ id, name }));
      const text =
        names.length === 0
          ? words.mcp.nothingKnown
          : names.map(({ id, name }) => `${id}: ${name}`).join('\n');
      return { content: [{ type: 'text', text }], structuredContent: { names } };
    },
  );
}

/** Invalid arguments and failed requests become results, so that an assistant can correct itself. */
async function reportingErrors(
  { mcpReq }: ServerContext,
  task: () => Promise<CallToolResult>,
): Promise<CallToolResult> {
  try {
    return await task();
  } catch (error) {
    if (mcpReq.signal.aborted || !(error instanceof CommandError)) throw error;
    return { isError: true, content: [{ type: 'text', text: forArguments(error.message) }] };
  }
}

/** Messages mention command-line options; tools have arguments with the same names. */
function forArguments(message: string): string {
  return message.replace(/--([a-z-]+)/g, (_, name: string) => name.replaceAll('-', '_'));
}

/** Progress notifications, if the caller requested them. */
function progressOf({ mcpReq }: ServerContext) {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return undefined;
  return (progress: number, total: number) => {
    const params = { progressToken, progress, total };
    // The caller may have disconnected.
    return mcpReq.notify({ method: 'notifications/progress', params }).catch(() => {});
  };
}

function linkTo(uri: string, name: string): CallToolResult['content'][number] {
  return { type: 'resource_link', uri, name, mimeType: 'text/csv' };
}

/** Publishes a schema without validation: tools check their arguments themselves, with better messages. */
function schemaOf<Value>(schema: ObjectSchema) {
  const validator = {
    getValidator: () => (data: unknown) => ({ valid: true as const, data, errorMessage: undefined }),
  };
  return fromJsonSchema<Value>(schema as JsonSchemaType, validator as jsonSchemaValidator); // Our schemas are JSON Schema.
}
