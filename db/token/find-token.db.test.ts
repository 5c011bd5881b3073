import { afterEach, expect, test, vi } from "vitest";
import { TOKEN_LIFETIME_MS } from "#core/account/token.ts";
import { prisma } from "../client.ts";
import { pool } from "../pool.ts";
import { createToken } from "./create-token.ts";
import { findToken } from "./find-token.ts";

afterEach(() => {
  vi.useRealTimers();
});

test.each([-2, 2])("a token counts by the database's clock, where that of the pages is %i days off", async (days) => {
  const { id } = await prisma.accountMail.create({ data: { purpose: "reset_password", email: "ada@example.org" } });
  const token = (await createToken(id, "reset_password"))!;
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + days * 86_400_000 });
  expect(await findToken(token, "reset_password")).toEqual({ email: "ada@example.org", passwordHash: null });
  expect(await findToken(token, "sign_up")).toBeNull();
  await pool.query("update token set expires_at = expires_at - $2 * interval '1 ms' where account_mail_id = $1", [
    id,
    TOKEN_LIFETIME_MS.reset_password,
  ]);
  expect(await findToken(token, "reset_password")).toBeNull();
});
