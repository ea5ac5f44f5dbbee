import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetReadObjects } from 'hyparquet';
import sqlite3 from 'node-sqlite3-wasm';

/** A row of an export, as its reader gives it. */
interface Row {
  time: number;
  local_date: string;
  app_id: string | null;
  sessions: number;
}

/** Reads a file with the tools of its users, not with the code that wrote it. */
export async function readBack(file: string): Promise<Row[]> {
  const normalise = (row: Record<string, unknown>): Row => ({
    ...row,
    time: new Date(row['time'] as string | Date).getTime(), // How each reader returns a timestamp.
    local_date:
      row['local_date'] instanceof Date
        ? row['local_date'].toISOString().slice(0, 10)
        : String(row['local_date']),
    app_id: (row['app_id'] as string | null) || null, // An empty field of CSV.
    sessions: Number(row['sessions']),
  });
  if (file.endsWith('.ndjson')) {
    return readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => normalise(JSON.parse(line)));
  }
  if (file.endsWith('.parquet')) {
    return (await parquetReadObjects({ file: arrayBufferOf(file) })).map(normalise);
  }
  if (file.endsWith('.sqlite')) {
    const database = new sqlite3.Database(file, { readOnly: true });
    const rows = database.all('SELECT * FROM sessions ORDER BY rowid');
    database.close();
    return rows.map((row) => normalise(row as Record<string, unknown>));
  }
  // DuckDB reads its own files, and CSV.
  const source = file.endsWith('.csv')
    ? `read_csv('${file}', all_varchar = true, nullstr = '')`
    : `(SELECT * REPLACE (epoch_ms(time) AS time, local_date::VARCHAR AS local_date) FROM source.sessions)`;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  if (!file.endsWith('.csv')) await connection.run(`ATTACH '${file}' AS source (READ_ONLY)`);
  const reader = await connection.runAndReadAll(`SELECT * FROM ${source}`);
  const rows = reader.getRowObjects().map((row) => {
    const time = typeof row['time'] === 'bigint' ? new Date(Number(row['time'])) : row['time'];
    return normalise({ ...row, time });
  });
  connection.closeSync();
  instance.closeSync();
  return rows;
}

/** The bytes of a file. */
export function arrayBufferOf(file: string): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer; // Node's buffers are not shared.
}
