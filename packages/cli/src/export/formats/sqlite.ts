import { rmSync, writeFileSync } from 'node:fs';
import sqlite3 from 'node-sqlite3-wasm';
import { type Column, columns, type ExportRecord, instantText } from '../columns.ts';
import type { Format } from './format.ts';

const names = columns.map(({ name }) => name).join(', ');

/** A database with the tables `sessions` and `metadata`. Instants and dates are ISO 8601 text, which SQLite's functions accept. */
export const sqlite: Format = {
  async write(file, records, metadata) {
    // SQLite would make it readable only by its owner.
    writeFileSync(file, '');
    const database = new sqlite3.Database(file);
    try {
      // The file is renamed when it is complete, so SQLite's own journal is not needed.
      database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
      database.exec(`CREATE TABLE sessions (${columns.map(definitionOf).join(', ')}) STRICT`);
      database.exec(
        'CREATE TABLE metadata (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
      );
      for (const entry of Object.entries(metadata)) database.run('INSERT INTO metadata VALUES (?, ?)', entry);
      const insert = database.prepare(`INSERT INTO sessions VALUES (${columns.map(() => '?').join(', ')})`);
      try {
        for await (const batch of records) for (const record of batch) insert.run(valuesOf(record));
      } finally {
        insert.finalize();
      }
      database.exec('COMMIT');
    } finally {
      database.close();
    }
  },
  async *read(file) {
    // The library's lock, which a killed process leaves behind. The export has its own lock.
    rmSync(`${file}.lock`, { force: true, recursive: true });
    const database = new sqlite3.Database(file, { readOnly: true });
    try {
      const size = 5_000;
      for (let last = 0; ; ) {
        const rows = database.all(
          `SELECT rowid, ${names} FROM sessions WHERE rowid > ? ORDER BY rowid LIMIT ${size}`,
          [last],
        );
        if (rows.length === 0) return;
        last += rows.length;
        yield rows.map((row) => {
          // The types of the columns, which the table itself enforces.
          const {
            rowid: _,
            time,
            ...rest
          } = row as unknown as Omit<ExportRecord, 'time'> & {
            rowid: number;
            time: string;
          };
          return { ...rest, time: Date.parse(time), sessions: Number(rest.sessions) };
        });
      }
    } finally {
      database.close();
    }
  },
};

function definitionOf({ name, type, nullable }: Column): string {
  return `${name} ${type === 'int64' ? 'INTEGER' : 'TEXT'}${nullable ? '' : ' NOT NULL'}`;
}

function valuesOf({ time, local_date, app_id, app_name, segment_id, segment_name, sessions }: ExportRecord) {
  return [instantText(time), local_date, app_id, app_name, segment_id, segment_name, sessions];
}
