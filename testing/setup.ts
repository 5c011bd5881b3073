import { randomBytes } from "node:crypto";

// What env.ts asks for, in every test file and before anything is imported. A database is only there where a setup says so.
process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:1/none";
process.env.NEXTAUTH_SECRET = randomBytes(32).toString("hex");
process.env.SECRETS_KEY = randomBytes(32).toString("base64");
process.env.RDAP_BOOTSTRAP = "off"; // tests ask nobody outside
process.env.LOG_LEVEL ??= "error";
delete process.env.REDIS_URL;
