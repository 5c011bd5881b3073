import { defineConfig } from "prisma/config";

/** For the Prisma command line; the product itself migrates with prisma/migrate.ts, which needs no engine download. */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
