import type { Hop } from "#core/arrival/received.ts";
import type { SpamVerdict } from "#core/arrival/spam-verdict.ts";
import { composeTestMessage } from "#core/arrival/test-message.ts";

/** When the message was sent whose deliveries these are, in epoch milliseconds. */
export const SENT_AT = Date.UTC(2026, 10, 29, 10, 0, 5);

/** The message as it was sent, its lines ending with LF. */
export const SENT = composeTestMessage({
  from: "probe@example.org",
  to: "reader@example.net",
  token: "k7d2m9x4q8w1z5r3t6y0p2s4v",
  sentAt: SENT_AT,
  host: "probe.example.org",
  abuse: "https://probe.example.org/abuse",
}).replaceAll("\r\n", "\n");

/** The same as it left for its receiver: signed by the server that sends the mail of example.org, with its trace field. */
export const OUTGOING = String.raw`DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=s1;
	t=1795946405; h=from:to:subject:date:message-id;
	bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;
	b=dGhpcyBpcyBubyBzaWduYXR1cmUsIGl0IGlzIG9ubHkgc2hhcGVkIGxpa2Ugb25lLg==
Received: from probe.example.org (probe.example.org [198.51.100.20])
	(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))
	(No client certificate requested)
	by mail.example.org (Postfix) with ESMTPSA id 4bKx1y2z3Az9s7
	for <reader@example.net>; Sun, 29 Nov 2026 10:00:05 +0000 (UTC)
${SENT}`;

/** The hop that OUTGOING tells of. */
export const FIRST_HOP: ExpectedHop = ["probe.example.org", "mail.example.org", "ESMTPSA", "TLS 1.3", 0];

/** What is to be read of a hop: from whom, by whom, the protocol, its encryption, and its delay in ms. */
export type ExpectedHop = [from: Hop["from"], by: Hop["by"], protocol: Hop["protocol"], tls: Hop["tls"], delayMs: number | null];

/** What is to be read of a server's verdicts: what it calls itself, and each as "spf=pass"; with "before" those that were in the message when it came. */
export type ExpectedVerdicts = { by: string | null; verdicts: string[]; isBefore?: true };

/**
 * A whole message as somebody delivers it. `raw` is its text in UTF-8, its lines ending with LF; what is to be read in it stands beside it. `client` is the
 * address that handed it over to the receiver's border, null where it is not to be told. `headers` are those of the message as it was sent.
 */
export type DeliveredMessage = {
  by: string;
  folder: string;
  raw: string;
  isJunk: boolean;
  client: string | null;
  path: ExpectedHop[];
  theirs: ExpectedVerdicts[];
  spam: SpamVerdict | null;
  headers: { lost: string[]; changed: string[] };
};

/** The headers of a message that nobody has touched. */
export const UNTOUCHED: DeliveredMessage["headers"] = { lost: [], changed: [] };

/** The message with another text in it, which has to be there. */
export function altered(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`The message says nowhere: ${from}`);
  return text.replace(from, to);
}
