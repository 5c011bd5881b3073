import { Secrets } from "#core/transcript/secrets.ts";
import type { SendOutcome } from "./channel.ts";

/** A part of a path that is no key by itself, such as "services" or "hook": what a provider says may well have it. */
const SHORT_WORD = /^[a-z]{1,11}$/i;

/** What takes the secrets of a channel out of whatever is told. Of a URL its key is secret, and the server it leads to is not. */
export function hiding(secrets: Readonly<Record<string, unknown>>): Secrets {
  const texts = Object.values(secrets).filter((value) => typeof value === "string");
  return new Secrets(texts.flatMap((text) => (/^https?:/i.test(text) && URL.canParse(text) ? keysOf(new URL(text)) : [text])));
}

/** An outcome that holds none of them, whatever the provider said back. */
export function withoutSecrets(outcome: SendOutcome, secrets: Secrets): SendOutcome {
  if (!outcome.sent) return { ...outcome, reason: secrets.takenOutOf(outcome.reason) };
  const { receipt } = outcome;
  return receipt === undefined ? outcome : { ...outcome, receipt: secrets.takenOutOf(receipt) };
}

function keysOf({ username, password, pathname, search, searchParams }: URL): string[] {
  const parts = [...pathname.split("/"), ...searchParams.values()].filter((part) => part.length > 3 && !SHORT_WORD.test(part));
  return [username, password, `${pathname}${search}`, ...parts].filter((key) => key.length > 3);
}
