import { Webhook } from "standardwebhooks";
import type { WebhookPayload } from "#channels/webhook/payload.ts";
import { webhookSettings } from "#channels/webhook/settings.ts";
import { playProvider, type ProviderAnswer } from "./play-provider.ts";
import { sendContext, type Given } from "./send-context.ts";

export const ORIGIN = "https://hooks.example";
export const WEBHOOK_URL = `${ORIGIN}/ehlowatch/7f3a9c1e?team=4`;

/** A signing secret as a channel is given one. */
export function makeSecret(): string {
  return webhookSettings.made![0]!.make();
}

/** A server of a user, that takes what the package of Standard Webhooks verifies with its secret, and keeps what it took. */
export async function playReceiver(secret: string, instead: () => ProviderAnswer | undefined = () => undefined) {
  const taken: WebhookPayload[] = [];
  const verifier = new Webhook(secret);
  const { origin, asked } = await playProvider(({ body, headers }) => {
    try {
      taken.push(verifier.verify(body, headers as Record<string, string>) as WebhookPayload);
    } catch (error) {
      return { status: 401, body: (error as Error).message };
    }
    return instead() ?? { status: 204 };
  });
  return { asked, taken, context: (more: Given = {}) => sendContext({ leads: { [ORIGIN]: origin }, ...more }) };
}
