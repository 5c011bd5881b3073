import { base64, spellings, utf8 } from "#testing/server/secret-traces.ts";

/** A message into which whoever has the mailbox wrote a secret wherever somebody reads, once just where a long text is cut. */
export function tellingMessage(secret: string): string[] {
  const all = spellings(secret);
  return [
    ...all.map(
      (each) => `Received: from ${each} (${each} [192.0.2.7]) by ${each} with ESMTPS id ${each}; Sun, 29 Nov 2026 10:00:00 +0000`,
    ),
    ...[...all, `${"x".repeat(280)} ${utf8(secret)}`, `${"x".repeat(290)}${utf8(secret)}`].map(
      (each) =>
        `Authentication-Results: mx.example; spf=fail (${each}) smtp.mailfrom=${each} reason="${each}"; dkim=${each} header.d=${each}`,
    ),
    `Authentication-Results: ${"y".repeat(290)}${utf8(secret)}; spf=pass`,
    `X-Spam-Status: Yes, score=7 required=5 tests=${utf8(secret)}`,
    `DKIM-Signature: v=1; a=rsa-sha256; d=${base64(secret).replaceAll("=", "")}.example; s=${secret.slice(0, 6)}; h=from; bh=eA==; b=eA==`,
    `From: ${utf8(secret)} <ada@example.org>`,
    `Subject: ${utf8(secret)}`,
    "",
    ...all.flatMap((each) => each.match(/.{1,76}/g)!),
  ];
}
