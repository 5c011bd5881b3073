import type { ImapDialogue } from "./dialogue.ts";
import { readAnswer, type Answer } from "./read-answer.ts";
import type { Awaited } from "./response-parser.ts";

/** The tags below are those of stages (see TAGS). */
const FIRST_TAG = 10;

/** Says a command under a tag of its own, and waits for its answer. Untagged data like `data` are kept. */
export function ask(dialogue: ImapDialogue, command: string, kept: Pick<Awaited, "data" | "mostBytes"> = {}): Promise<Answer> {
  const { session } = dialogue;
  const asked = dialogue.asked ?? 0;
  dialogue.asked = asked + 1;
  const tag = `a${FIRST_TAG + asked}`;
  session.send(`${tag} ${command}`);
  return readAnswer(session, { tag, ...kept });
}
