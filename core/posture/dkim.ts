import type { Looked } from "../dns/answer.ts";
import { bytesOfBase64 } from "./dkim/base64.ts";
import { rsaBits } from "./dkim/rsa-bits.ts";
import { finding, orGood, type Finding } from "./finding.ts";
import { dataOf, isAnswered, whyUnanswered } from "./looked.ts";
import { readTagList, valuesOf, withTag } from "./tag-list.ts";

/** What is known of the keys of a domain: of each selector that is known, what stands at its name. */
export type DkimSeen = { domain: string; keys: readonly { selector: string; answer: Looked<"TXT"> }[] };

const ED25519_BYTES = 32;
const RSA_BITS = { least: 1024, good: 2048, most: 4096 } as const;

/** Where the key of a selector stands (RFC 6376 section 3.6.2.1). */
export function dkimName(selector: string, domain: string): string {
  return `${selector}._domainkey.${domain}`;
}

/** What there is to say of a domain's DKIM keys (RFC 6376, 8301 and 8463). */
export function dkim({ domain, keys }: DkimSeen): Finding[] {
  if (keys.length === 0) return [finding("dkim.no-selector", domain)];
  return keys.flatMap(({ selector, answer }) => ofSelector(dkimName(selector, domain), answer));
}

function ofSelector(name: string, answer: Looked<"TXT">): Finding[] {
  if (!isAnswered(answer)) return [finding("dkim.untold", name, { detail: whyUnanswered(answer) })];
  const texts = dataOf(answer, "TXT");
  if (texts.length > 1) return [finding("dkim.several", name, { found: texts })];
  return texts[0] === undefined ? [finding("dkim.absent", name)] : ofRecord(name, texts[0]);
}

function ofRecord(name: string, text: string): Finding[] {
  const found = [text];
  const { tags, problems } = readTagList(text);
  const version = tags.get("v");
  const isVersionWrong = version !== undefined && (version !== "DKIM1" || [...tags.keys()][0] !== "v");
  const all = [...problems, ...(isVersionWrong ? ['"v=DKIM1" does not stand at the beginning'] : [])];
  if (all.length > 0) return [finding("dkim.syntax", name, { found, detail: all.join("; ") })];

  const key = tags.get("p");
  if (key === undefined) return [finding("dkim.syntax", name, { found, detail: '"p=", the key itself, is missing' })];
  if (key === "") return [finding("dkim.revoked", name, { found })];
  const { strength, findings } = ofKey(name, tags.get("k") ?? "rsa", key, found);
  return orGood(finding("dkim.good", name, { found, detail: strength }), [...findings, ...ofUse(name, tags, text)]);
}

/** How strong the key is, in words, and what is wrong with it. */
function ofKey(name: string, type: string, key: string, found: string[]): { strength: string; findings: Finding[] } {
  const broken = (detail: string) => ({ strength: "", findings: [finding("dkim.key-broken", name, { found, detail })] });
  if (type !== "rsa" && type !== "ed25519")
    return { strength: "", findings: [finding("dkim.key-type", name, { found, detail: type })] };
  const bytes = bytesOfBase64(key);
  if (bytes === null) return broken("it is not in base64");
  if (type === "ed25519") {
    return bytes.length === ED25519_BYTES ? { strength: "Ed25519", findings: [] } : broken(`it has ${bytes.length} bytes, not 32`);
  }
  const bits = rsaBits(bytes);
  if (bits === null) return broken("it is no RSA key");
  const strength = `RSA with ${bits} bits`;
  const told = (code: "dkim.key-short" | "dkim.key-weak" | "dkim.key-long") => ({
    strength,
    findings: [finding(code, name, { found, detail: `${bits} bits` })],
  });
  if (bits < RSA_BITS.least) return told("dkim.key-short");
  if (bits < RSA_BITS.good) return told("dkim.key-weak");
  return bits > RSA_BITS.most ? told("dkim.key-long") : { strength, findings: [] };
}

/** What the record says of how the key may be used. */
function ofUse(name: string, tags: ReadonlyMap<string, string>, text: string): Finding[] {
  const mend = (tag: string) => ({ found: [text], publish: { name, type: "TXT" as const, value: withTag(text, tag, null) } });
  const valuesIn = (tag: string) => (tags.has(tag) ? valuesOf(tags.get(tag)!, ":") : null);
  const hashes = valuesIn("h");
  const services = valuesIn("s");
  return [
    ...(hashes !== null && !hashes.includes("sha256")
      ? [finding("dkim.hash", name, { ...mend("h"), detail: hashes.join(", ") })]
      : []),
    ...(services !== null && !services.some((each) => each === "*" || each === "email")
      ? [finding("dkim.service", name, mend("s"))]
      : []),
    ...(valuesIn("t")?.includes("y") ? [finding("dkim.test-mode", name, mend("t"))] : []),
  ];
}
