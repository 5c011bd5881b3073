import type { DialogueKind } from "#core/check/stage.ts";

type Step = "login" | "accept";

/** The endings of a kind that take a step in; the first of them is what a form goes up to for it. */
const TAKE_IN: Record<Step, Partial<Record<DialogueKind, readonly string[]>>> = {
  login: { smtp: ["auth", "accept"], imap: ["select", "login"], pop3: ["list", "login"] },
  accept: { smtp: ["accept"] },
};

/** Lets the check of this form go at least so far: what is filled in further on would never be run. */
export function goUpTo(form: HTMLFormElement | null, kind: DialogueKind, step: Step): void {
  const until = form?.elements.namedItem("until");
  const endings = TAKE_IN[step][kind] ?? [];
  if (until instanceof HTMLSelectElement && endings[0] !== undefined && !endings.includes(until.value)) until.value = endings[0];
}
