import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";

/** The filters the engine wants with each call: we keep no table or enum out of its sight. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

export const SCHEMA_FILE = path.join(import.meta.dirname, "schema.prisma");

/**
 * Prisma's own schema engine, compiled to WebAssembly: the same code as the binary `prisma migrate` downloads, without the
 * download (docs/decisions/003-migrations-without-a-download.md).
 */
export async function openEngine(connectionString: string): Promise<glue.SchemaEngine> {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const wasm = readFileSync(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();

  const schema = readFileSync(SCHEMA_FILE, "utf8");
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString }));
  return glue.SchemaEngine.new({ datamodels: [[SCHEMA_FILE, schema]] }, () => {}, adapter);
}
