import { brotliDecompressSync, unzipSync } from "node:zlib";
import { pool } from "#db/pool.ts";

/** A text that is kept somewhere, and where. */
export type StoredText = { place: string; text: string };

type Column = { table: string; column: string; type: string };

/**
 * Every text, JSON and byte string of every table of the database, the queue's too where it lies there, as whoever has a dump of it reads them: bytes as Latin-1, and
 * once more unpacked, where they are packed.
 */
export async function databaseTexts(): Promise<StoredText[]> {
  const { rows: columns } = await pool.query<Column>(
    `select format('%I.%I', c.table_schema, c.table_name) as table, format('%I', c.column_name) as column, c.data_type as type
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
       and c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'ARRAY', 'USER-DEFINED', 'xml', 'name')
     order by 1, 2`,
  );
  const found: StoredText[] = [];
  for (const each of columns) found.push(...(each.type === "bytea" ? await byteTexts(each) : await texts(each)));
  return found;
}

async function texts({ table, column }: Column): Promise<StoredText[]> {
  const { rows } = await pool.query<{ text: string }>(`select ${column}::text as text from ${table} where ${column} is not null`);
  return rows.map(({ text }) => ({ place: `${table}.${column}`, text }));
}

async function byteTexts({ table, column }: Column): Promise<StoredText[]> {
  const { rows } = await pool.query<{ bytes: Buffer }>(`select ${column} as bytes from ${table} where ${column} is not null`);
  const place = `${table}.${column}`;
  return rows.flatMap(({ bytes }) => [bytes, ...unpacked(bytes)].map((each) => ({ place, text: each.toString("latin1") })));
}

function unpacked(bytes: Buffer): Buffer[] {
  return [unzipSync, brotliDecompressSync].flatMap((unpack) => {
    try {
      return [unpack(bytes)];
    } catch {
      return []; // it was not packed this way
    }
  });
}
