import type { Column, ExportRecord } from '../columns.ts';
import { columns } from '../columns.ts';
import type { Format } from './format.ts';

/** How many rows the database takes at a time: those of one of its vectors. */
const rowsAtATime = 2_048;

/** `@duckdb/node-api` is not installed. It is optional because its binaries are large. */
class DuckdbMissingError extends Error {
  override readonly name = 'DuckdbMissingError';
}

/** A database with the tables `sessions` and `metadata`. */
export const duckdb: Format = {
  async write(file, records, metadata) {
    const { DuckDBDateValue, DuckDBTimestampTZValue, ...api } = await loadDuckdb();
    // One thread and a fixed name, which is stored in the file, so that the same records give the same bytes.
    const instance = await api.DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    try {
      await connection.run(`ATTACH '${file.replaceAll("'", "''")}' AS export`);
      await connection.run('USE export');
      await connection.run(`CREATE TABLE sessions (${columns.map(definitionOf).join(', ')})`);
      await connection.run('CREATE TABLE metadata (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL)');
      for (const entry of Object.entries(metadata)) {
        await connection.run('INSERT INTO metadata VALUES (?, ?)', entry);
      }
      const appender = await connection.createAppender('sessions');
      const text = (value: string | null) =>
        value === null ? appender.appendNull() : appender.appendVarchar(value);
      let pending = 0;
      for await (const batch of records) {
        for (const record of batch) {
          appender.appendTimestampTZ(new DuckDBTimestampTZValue(BigInt(record.time) * 1000n));
          appender.appendDate(new DuckDBDateValue(Date.parse(record.local_date) / 86_400_000));
          text(record.app_id);
          text(record.app_name);
          text(record.segment_id);
          text(record.segment_name);
          appender.appendBigInt(BigInt(record.sessions));
          appender.endRow();
          if (++pending < rowsAtATime) continue;
          appender.flushSync();
          pending = 0;
        }
      }
      appender.closeSync();
      await connection.run('CHECKPOINT export');
      await connection.run('USE memory');
      await connection.run('DETACH export');
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  },
  async *read(file) {
    const api = await loadDuckdb();
    const instance = await api.DuckDBInstance.create(file, { access_mode: 'READ_ONLY', threads: '1' });
    const connection = await instance.connect();
    try {
      const result = await connection.stream(
        'SELECT epoch_ms(time)::DOUBLE, local_date::VARCHAR, app_id, app_name, segment_id, segment_name, ' +
          'sessions::DOUBLE FROM sessions ORDER BY rowid',
      );
      for (
        let chunk = await result.fetchChunk();
        chunk && chunk.rowCount > 0;
        chunk = await result.fetchChunk()
      ) {
        yield chunk.getRows().map((row) => {
          // The column types are set by the query above.
          const [time, local_date, app_id, app_name, segment_id, segment_name, sessions] = row as unknown as [
            number,
            string,
            string | null,
            string | null,
            string | null,
            string | null,
            number,
          ];
          const record: ExportRecord = {
            time,
            local_date,
            app_id,
            app_name,
            segment_id,
            segment_name,
            sessions,
          };
          return record;
        });
      }
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  },
};

/** Loads the library. @throws DuckdbMissingError when it is not installed. */
export async function loadDuckdb(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    throw new DuckdbMissingError('@duckdb/node-api', { cause: error });
  }
}

const types = { instant: 'TIMESTAMPTZ', date: 'DATE', string: 'VARCHAR', int64: 'BIGINT' } as const;

function definitionOf({ name, type, nullable }: Column): string {
  return `${name} ${types[type]}${nullable ? '' : ' NOT NULL'}`;
}
