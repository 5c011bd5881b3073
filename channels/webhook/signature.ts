import { createHmac } from "node:crypto";

/**
 * The headers that let a receiver verify a message (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 * `id` is the same for every attempt, `atMs` the time of this one. Each secret has a signature of its own: any of them is enough.
 */
export function signatureHeaders(id: string, atMs: number, body: string, secrets: readonly string[]): Record<string, string> {
  const timestamp = String(Math.floor(atMs / 1_000));
  const signatures = secrets.map((secret) => `v1,${hmac(secret, `${id}.${timestamp}.${body}`)}`);
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}

function hmac(secret: string, signed: string): string {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  return createHmac("sha256", key).update(signed).digest("base64");
}
