import { createHash, createSign, generateKeyPairSync, type KeyObject } from "node:crypto";

/** A key of one domain, and the TXT record that names it. */
export type SigningKey = { domain: string; selector: string; privateKey: KeyObject; name: string; record: string[][] };

export function makeSigningKey(domain: string, selector = "s1"): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const text = `v=DKIM1; k=rsa; p=${publicKey.export({ format: "der", type: "spki" }).toString("base64")}`;
  const record = [text.match(/.{1,255}/g)!];
  return { domain, selector, privateKey, name: `${selector}._domainkey.${domain}`, record };
}

/** The message with a signature on top, made by hand in the canonicalization "simple" (RFC 6376 sections 3.4 and 3.7); `tags` are added to it. */
export function signDkim(message: string, { domain, selector, privateKey }: SigningKey, tags = ""): string {
  const end = message.indexOf("\r\n\r\n");
  const body = `${message.slice(end + 4).replace(/(?:\r\n)+$/, "")}\r\n`;
  const bodyHash = createHash("sha256").update(body, "latin1").digest("base64");
  const fields = message.slice(0, end).split(/\r\n(?![ \t])/);
  const names = ["From", "To", "Subject"];
  const signed = names.map((name) => fields.findLast((field) => field.startsWith(`${name}:`))!);
  const field = `DKIM-Signature: v=1; a=rsa-sha256; c=simple/simple; d=${domain}; s=${selector}; ${tags}h=${names.join(":")}; bh=${bodyHash}; b=`;
  const signature = createSign("sha256")
    .update([...signed, field].join("\r\n"), "latin1")
    .sign(privateKey, "base64");
  return `${field}${signature}\r\n${message}`;
}
