import type { Context } from '../context.ts';
import { firstSentence, parameterOf } from '../contract.ts';
import { CommandError } from '../exit-codes.ts';

/** The JSON Schema of a tool's arguments or result. */
export interface ObjectSchema {
  [key: string]: unknown;
  type: 'object';
  properties: Record<string, PropertySchema>;
  required?: string[];
  additionalProperties?: boolean;
}

/** The part of a property that is checked here, with the messages of the command line. */
interface PropertySchema {
  [key: string]: unknown;
  type: string | readonly string[];
  enum?: readonly string[];
  minimum?: number;
  maximum?: number;
}

/**
 * Checks the arguments of a tool by its schema, with messages that say what to change.
 *
 * @throws CommandError for an unknown name or an invalid value.
 */
export function checkArguments(given: object, { properties }: ObjectSchema, { words }: Context): void {
  for (const [name, value] of Object.entries(given)) {
    const schema = properties[name];
    if (!schema) throw new CommandError('usage', words.mcp.unknownArgument(name, Object.keys(properties)));
    const { type, minimum = -Infinity, maximum = Infinity } = schema;
    if (type === 'integer') {
      if (Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum) continue;
      throw new CommandError(
        'usage',
        words.usage.badInteger(name, String(value), schema.minimum, schema.maximum),
      );
    }
    if (typeof value !== 'string')
      throw new CommandError('usage', words.mcp.notText(name, JSON.stringify(value)));
    if (schema.enum && !schema.enum.includes(value)) {
      throw new CommandError('usage', words.usage.badChoice(name, value, schema.enum));
    }
  }
}

/** The arguments of tools with a period. */
export interface PeriodArguments {
  from?: string;
  to?: string;
  last?: string;
  unit?: string;
  time_zone?: string;
  app_id?: string;
  segment_id?: string;
}

/** The schema of tools with a period; bounds and descriptions come from the contract. */
export function periodSchema({ contract, words }: Context): ObjectSchema {
  const of = (name: string) => {
    const { schema, description } = parameterOf(contract, name);
    const { minLength } = schema;
    return {
      type: 'string',
      ...(schema.enum && { enum: schema.enum }),
      ...(schema.default !== undefined && { default: schema.default }),
      ...(minLength !== undefined && { minLength }),
      description: firstSentence(description),
    };
  };
  return {
    type: 'object',
    properties: {
      last: { type: 'string', description: words.mcp.last },
      from: { type: 'string', description: words.mcp.from },
      to: { type: 'string', description: words.mcp.to },
      unit: of('unit'),
      time_zone: { type: 'string', description: words.mcp.timeZone },
      app_id: of('app_id'),
      segment_id: of('segment_id'),
    },
    additionalProperties: false,
  };
}

const point: ObjectSchema = {
  type: 'object',
  properties: { time: { type: 'string' }, sessions: { type: 'integer' } },
  required: ['time', 'sessions'],
};

/** The result of `get_sessions_series`. */
export const seriesOutput: ObjectSchema = {
  type: 'object',
  properties: {
    points: { type: 'array', items: point },
    total_points: { type: 'integer' },
    truncated: { type: 'boolean' },
    rows_uri: { type: 'string' },
  },
  required: ['points', 'total_points', 'truncated', 'rows_uri'],
};

/** The result of `summarise_sessions`. */
export const summaryOutput: ObjectSchema = {
  type: 'object',
  properties: {
    from: { type: 'string' },
    to: { type: 'string' },
    total: { type: 'integer' },
    mean: { type: 'number' },
    points: { type: 'integer' },
    highest: point,
    lowest: point,
    compared_total: { type: 'integer' },
    change_percent: { type: ['number', 'null'] },
    last_point_unfinished: { type: 'boolean' },
    rows_uri: { type: 'string' },
  },
  required: ['from', 'to', 'total', 'mean', 'points', 'last_point_unfinished', 'rows_uri'],
};

/** The result of `list_apps_and_segments`. */
export const namesOutput: ObjectSchema = {
  type: 'object',
  properties: {
    names: {
      type: 'array',
      items: {
        type: 'object',
        properties: { id: { type: 'string' }, name: { type: 'string' } },
        required: ['id', 'name'],
      },
    },
  },
  required: ['names'],
};
