import type { z } from "zod";
import type { ChannelKind } from "#core/channel.ts";
import type { Message } from "#core/message.ts";

/** What became of one attempt to send: sent (with the provider's receipt), worth another try, or hopeless; never an exception. */
export type SendOutcome = { sent: true; receipt?: string } | { sent: false; next: "retry" | "give-up"; reason: string };

/**
 * What a channel is given besides its own configuration. `idempotencyKey` is the same for every attempt of one delivery;
 * `deadlineMs` bounds the whole attempt; `smtpUrls` are tried in order.
 */
export type SendContext = { idempotencyKey: string; deadlineMs: number; smtpUrls: string[]; mailFrom: string };

/** A road for messages: what a team must say to set one up, and how a message goes out on it. */
export type Channel<Kind extends ChannelKind, Config> = {
  kind: Kind;
  configSchema: z.ZodType<Config>;
  send(config: Config, message: Message, context: SendContext): Promise<SendOutcome>;
};
