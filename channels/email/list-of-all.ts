import { DIGEST_WORDS } from "#core/message/digest-words.ts";
import type { DigestMessage } from "#core/message/message.ts";
import { exactTime } from "#core/time/relative-time.ts";

/** All of a digest as a file of plain text, an entry a line. What others wrote has neither tabs nor line breaks in it. */
export function listOfAll({ entries }: DigestMessage): { filename: string; content: string } {
  const lines = entries.map(({ state, monitorName, target, what, at, url }) =>
    [DIGEST_WORDS[state], monitorName, target, what, exactTime(new Date(at), "UTC"), url].join("\t"),
  );
  return { filename: "digest.txt", content: `${lines.join("\n")}\n` };
}
