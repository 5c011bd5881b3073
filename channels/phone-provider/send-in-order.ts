import type { SendContext, SendOutcome } from "../channel.ts";
import type { Ask, PhoneProvider } from "./provider.ts";
import { providersOf } from "./providers.ts";

/** What sending to a phone needs of a context. */
export type PhoneContext = Pick<SendContext, "deadlineMs" | "phoneUrls" | "ask">;

/**
 * Has a number texted or called by the first of the operator's providers that takes it. Each gets an equal share of the time that is left.
 * Gives up only where every provider refuses the number for good. A provider's own number is never texted nor called by it: that would be a
 * message to ourselves.
 */
export async function sendInOrder(
  to: string,
  context: PhoneContext,
  send: (provider: PhoneProvider, ask: Ask) => Promise<SendOutcome>,
): Promise<SendOutcome> {
  const providers = providersOf(context.phoneUrls);
  if (providers.length === 0) return giveUp("Whoever runs this Ehlowatch has not set up a provider for SMS and calls.");
  if (providers.some(({ from }) => from === to)) return giveUp("This is the number that our own messages come from.");

  const endsAt = performance.now() + context.deadlineMs;
  const refused: Extract<SendOutcome, { sent: false }>[] = [];
  for (const [index, provider] of providers.entries()) {
    const shareMs = Math.max(1, Math.round((endsAt - performance.now()) / (providers.length - index)));
    const outcome = await send(provider, (request) => context.ask(request, shareMs));
    if (outcome.sent) return { ...outcome, used: usedBy([...refused, outcome]) };
    refused.push(outcome);
  }
  const passing = refused.filter(({ next }) => next === "retry");
  const waits = passing.map(({ retryAfterMs = 0 }) => retryAfterMs);
  const retryAfterMs = Math.min(...waits);
  const used = usedBy(refused);
  return {
    sent: false,
    next: passing.length > 0 ? "retry" : "give-up",
    reason: refused.map(({ reason }) => reason).join("; "),
    ...(Number.isFinite(retryAfterMs) && retryAfterMs > 0 && { retryAfterMs }),
    ...(used > 0 && { used }),
  };
}

function usedBy(outcomes: readonly SendOutcome[]): number {
  return outcomes.reduce((sum, { used = 0 }) => sum + used, 0);
}

function giveUp(reason: string): SendOutcome {
  return { sent: false, next: "give-up", reason };
}
