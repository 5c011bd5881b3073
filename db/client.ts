import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#prisma/generated/client.ts";
import { oncePerProcess } from "./once-per-process.ts";
import { pool } from "./pool.ts";

/** Prisma on the connections of this process. */
export const prisma: PrismaClient = oncePerProcess("prisma", () => new PrismaClient({ adapter: new PrismaPg(pool) }));
