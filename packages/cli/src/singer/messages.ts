import type { Contract } from '../contract.ts';
import { type Column, columns, describeColumn, type ExportRecord } from '../export/columns.ts';
import { toJson } from '../export/formats/ndjson.ts';
import type { ExportQuery } from '../export/query.ts';

/** The only stream of the tap. */
export const streamName = 'sessions';

/** The value of a STATE message. Rows before `complete_until` are final. */
export interface SingerState {
  bookmarks: Record<string, { complete_until: string }>;
}

/** The primary key columns: identifiers only if the query has them, since keys cannot be null. */
export function keyProperties({ series }: Pick<ExportQuery, 'series'>): string[] {
  return [
    'time',
    ...(series.some(({ app_id }) => app_id !== undefined) ? ['app_id'] : []),
    ...(series.some(({ segment_id }) => segment_id !== undefined) ? ['segment_id'] : []),
  ];
}

/** The JSON Schema of a record, with the contract's descriptions. */
export function recordSchema(contract: Contract) {
  const properties = columns.map((column) => {
    const description = describeColumn(column, contract)?.trim();
    return [column.name, { ...typeOf(column), ...(description && { description }) }] as const;
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: columns.filter(({ nullable }) => !nullable).map(({ name }) => name),
    additionalProperties: false,
  };
}

/** The SCHEMA message, which precedes all records. */
export function schemaMessage(query: Pick<ExportQuery, 'series'>, contract: Contract): string {
  return line({
    type: 'SCHEMA',
    stream: streamName,
    schema: recordSchema(contract),
    key_properties: keyProperties(query),
    bookmark_properties: ['time'],
  });
}

/** One record. @param extracted when it was fetched, in milliseconds since the epoch. */
export function recordMessage(record: ExportRecord, extracted: number): string {
  return line({
    type: 'RECORD',
    stream: streamName,
    record: toJson(record),
    time_extracted: new Date(extracted).toISOString(),
  });
}

/** Where a run that stops here can continue. */
export function stateMessage(completeUntil: number): string {
  const value: SingerState = {
    bookmarks: { [streamName]: { complete_until: new Date(completeUntil).toISOString() } },
  };
  return line({ type: 'STATE', value });
}

function typeOf({ type, nullable }: Column) {
  switch (type) {
    case 'instant':
      return { type: 'string', format: 'date-time' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'int64':
      return { type: 'integer', minimum: 0 };
    case 'string':
      return { type: nullable ? ['null', 'string'] : 'string' };
  }
}

function line(message: object): string {
  return `${JSON.stringify(message)}\n`;
}
