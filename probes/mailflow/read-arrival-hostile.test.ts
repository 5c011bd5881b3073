import { expect, onTestFinished, test } from "vitest";
import { playDns } from "#testing/server/play-dns.ts";
import { readArrival } from "./read-arrival.ts";

/** Nothing is a secret here. */
const asItIs = (text: string) => text;

const AT = Date.UTC(2026, 10, 29, 10, 0, 5);
const MIB = 1024 * 1024;
const FROM = "From: a@example.com\r\nSubject: x\r\n";
const SIGNATURE = "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=s1; h=from; bh=x; b=y\r\n";
const filled = (before: string, piece: string, after = "\r\n\r\nBody\r\n") =>
  before + piece.repeat(Math.floor((MIB - before.length) / piece.length)) + after;

async function read(raw: string, texts = {}) {
  const dns = await playDns(() => "nxdomain", { texts });
  onTestFinished(() => dns.close());
  const found = { raw, sizeBytes: null, folder: "INBOX", isJunk: false, arrivedAt: AT };
  const sent = { text: FROM, sender: "a@example.com", at: AT };
  const asking = { dnsServers: [dns.address], allowPrivate: true, limitMs: 500 };
  const before = process.cpuUsage();
  const arrival = await readArrival(found, sent, asking, asItIs);
  const { user, system } = process.cpuUsage(before);
  return { arrival, cpuMs: (user + system) / 1000 };
}

test.each([
  ["separators in a signature", filled(`${FROM}DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=s; b=y`, ";")],
  ["signatures", filled(FROM, SIGNATURE, "\r\nBody\r\n")],
  ["lines of one field", filled(`${FROM}${SIGNATURE}X: `, "\r\n y")],
  ["carriage returns", filled(`${FROM}${SIGNATURE}X: `, "\r")],
  [
    "trace fields",
    filled(FROM, "Received: from a (b [192.0.2.1]) by c with SMTP; Sun, 29 Nov 2026 10:00:05 +0000\r\n", "\r\nx\r\n"),
  ],
  ["brackets in a trace field", filled(`${FROM}Received: from a `, "(")],
  ["spaces in a trace field", filled(`${FROM}Received: from a`, " ")],
  [
    "verdicts",
    filled(FROM, 'Authentication-Results: a; spf=pass (((") smtp.mailfrom="a\\"b"; dkim = fail header.d=x\r\n', "\r\nx\r\n"),
  ],
  ["addresses in From", filled("From: ", "a@example.com, ")],
  ["groups in From", filled("From: ", "a:")],
  ["spam scores", filled(`${FROM}X-Spam-Status: No, score=`, "1")],
  ["lines that end in a tab", filled(`${FROM}${SIGNATURE}\r\n`, "\t\n")],
  ["one long line", filled(`${FROM}${SIGNATURE}\r\n`, "x")],
  ["a part that never begins", filled(`${FROM}Content-Type: multipart/mixed; boundary=x\r\n${SIGNATURE}\r\n`, "--\r\n")],
  ["no end of the header", "a".repeat(MIB)],
  ["nothing but line ends", "\n".repeat(MIB)],
])("a megabyte of %s is read in under 200 ms of CPU, and told in few words", async (_, raw) => {
  await read(`${FROM}${SIGNATURE}\r\n`); // what is loaded only now counts for nobody
  const { arrival, cpuMs } = await read(raw);
  expect(cpuMs).toBeLessThan(200);
  expect(JSON.stringify(arrival).length).toBeLessThan(65_536);
});

test("characters that could change what is read are written out, and what is no property of a verdict is left out", async () => {
  const fields =
    "Received: from \x1b[31mred by \xe2\x80\xaex with SMTP; Sun, 29 Nov 2026 10:00:05 +0000\r\nAuthentication-Results: \x00mx; spf=pass smtp.mailfrom=\x07a __proto__=1 secret=2\r\n";
  const { arrival } = await read(`${fields}${FROM}\r\nBody\r\n`);
  expect(arrival.hops[0]).toMatchObject({ from: String.raw`\x1b[31mred`, by: String.raw`\u{202e}x` });
  expect(arrival.theirs).toEqual([
    {
      by: String.raw`\x00mx`,
      verdicts: [{ method: "spf", result: "pass", properties: { "smtp.mailfrom": String.raw`\x07a` } }],
    },
  ]);
});

test("a record that leads from one to the next is followed no further than SPF allows", async () => {
  const texts = Object.fromEntries(
    Array.from({ length: 99 }, (_, at) => [`${at || ""}example.com`, [[`v=spf1 include:${at + 1}example.com -all`]]]),
  );
  const trace = "Received: from mail.example.com (x [192.0.2.1]) by mx.example.net with SMTP; Sun, 29 Nov 2026 10:00:05 +0000\r\n";
  const { arrival } = await read(`${trace}${FROM}\r\nBody\r\n`, texts);
  expect(arrival.ours.spf).toEqual({ result: "permerror", detail: "192.0.2.1 for example.com: Too many DNS requests" });
});

test("whatever is changed in a message, it is read", async () => {
  const whole = `Received: from mail.example.com (x [192.0.2.1]) by mx.example.net with SMTP; Sun, 29 Nov 2026 10:00:05 +0000\r\nAuthentication-Results: mx; dkim=pass header.d=example.com\r\nARC-Seal: i=1; a=rsa-sha256; cv=none; d=example.com; s=s1; b=eQ==\r\nARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=s1; h=from; bh=x; b=eQ==\r\nARC-Authentication-Results: i=1; mx; spf=pass\r\n${SIGNATURE}${FROM}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nBody\r\n`;
  let state = 20_261_129;
  const next = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  const dns = await playDns(() => "nxdomain", { texts: { "s1._domainkey.example.com": [["v=DKIM1; p=AAAA"]] } });
  onTestFinished(() => dns.close());
  for (let round = 0; round < 500; round += 1) {
    let raw = whole;
    for (let changes = next(6); changes >= 0; changes -= 1) {
      const at = next(raw.length);
      const piece = [raw.slice(at, at + next(90)), String.fromCharCode(next(256)), "\r\n", ";", "=", '"', "(", ""][next(8)]!;
      raw = raw.slice(0, at) + piece + raw.slice(at + next(9));
    }
    const found = { raw, sizeBytes: null, folder: "INBOX", isJunk: false, arrivedAt: AT };
    const asking = { dnsServers: [dns.address], allowPrivate: true, limitMs: 500 };
    const { ours } = await readArrival(found, { text: FROM, sender: "a@example.com", at: AT }, asking, asItIs);
    expect(Object.keys(ours)).toEqual(["spf", "dkim", "dmarc", "arc"]);
  }
});
