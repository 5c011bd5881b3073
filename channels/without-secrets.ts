import { Secrets } from "#core/secrets.ts";
import type { SendOutcome } from "./channel.ts";

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

function keysOf({ username, password, pathname, search }: URL): string[] {
  return [username, password, `${pathname}${search}`, ...pathname.split("/")].filter((part) => part.length > 3);
}
