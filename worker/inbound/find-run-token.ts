import { tokenIn } from "#core/arrival/test-message.ts";

/** No header of a message of ours is longer, whatever was added on its way. */
const HEADER_BYTES = 256 * 1024;

/** The token of the run whose message this is, by its Message-ID or its subject, and else null: any of them may have been changed on the way. */
export function findRunToken(raw: Buffer): string | null {
  const start = raw.subarray(0, HEADER_BYTES).toString("latin1");
  const [header = ""] = start.split(/\r?\n\r?\n/, 1);
  const fields = header.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  for (const name of ["message-id", "subject"]) {
    for (const field of fields) {
      const [, value] = new RegExp(`^${name}[ \\t]*:(.*)$`, "is").exec(field) ?? [];
      const token = value === undefined ? null : tokenIn(value);
      if (token !== null) return token;
    }
  }
  return null;
}
