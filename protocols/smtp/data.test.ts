import { expect, onTestFinished, test } from "vitest";
import type { SmtpTarget } from "#core/monitor/monitor.ts";
import { Session } from "#network/session.ts";
import { dataThen } from "#testing/server/dialogues/data-then.ts";
import { message } from "#testing/server/dialogues/message.ts";
import { play } from "#testing/server/play.ts";
import { close, expect as hear, hold, quiet, reset, send, sip } from "#testing/server/steps.ts";
import type { Dialogue, Step } from "#testing/server/steps.ts";
import { answerReason, beginDialogue } from "../dialogue.ts";
import { data } from "./data.ts";
import type { SmtpDialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";

/** More than all buffers between two sockets take. */
const LARGE = "x".repeat(998).concat("\r\n").repeat(24_000);

/** A dialogue that has come as far as DATA. */
async function openTo(played: Dialogue, timeLimitMs = 5_000, dataLimitMs = 1_500) {
  const server = await play(played);
  const session = new Session({ timeLimitMs, stageLimitsMs: { data: dataLimitMs } });
  onTestFinished(async () => {
    session.close();
    await server.close();
  });
  expect(await session.connect("127.0.0.1", server.port, 1_000)).toBeNull();
  const target: SmtpTarget = { kind: "smtp", host: "127.0.0.1", port: server.port, tls: "none", ehloName: "probe.example" };
  return { dialogue: beginDialogue(session, target), received: () => server.received().join("") };
}

const run = (dialogue: SmtpDialogue, text = "Subject: hello\r\n\r\n.hidden\nlast") =>
  dialogue.session.run("data", () => data(dialogue, text));

test("a message is sent line by line, dots doubled, and ends with a dot", async () => {
  const { dialogue, received } = await openTo(
    dataThen(message, send("250 2.0.0 queued as 1\r\n"), hear(/^NOOP$/), send("250 ok\r\n")),
  );
  expect(await run(dialogue)).toBeNull();
  expect(received()).toBe("DATA\r\nSubject: hello\r\n\r\n..hidden\r\nlast\r\n.\r\n");
  expect(dialogue.session.stages).toMatchObject([{ stage: "data", reply: { code: 250, text: "2.0.0 queued as 1" } }]);
  dialogue.session.send("NOOP"); // and the session goes on
  expect(await readReply(dialogue.session)).toMatchObject({ code: 250 });
  expect(answerReason(dialogue, "data", { code: 250, enhanced: null, lines: [] })?.code).toBe("data.reply");
});

test("a message of 2 MB goes through whole", async () => {
  const { dialogue, received } = await openTo(dataThen(message, send("250 ok\r\n")));
  const text = LARGE.slice(0, 2_000_000);
  expect(await run(dialogue, text)).toBeNull();
  expect(received()).toBe(`DATA\r\n${text}.\r\n`);
});

test.each([421, 451, 503, 550, 554])("DATA answered with %d is a refusal, and no message is sent", async (code) => {
  const { dialogue, received } = await openTo([hear(/^DATA$/), send(`${code} no\r\n`), quiet(50)]);
  expect(await run(dialogue)).toMatchObject({ code: "data.reply", reply: { code } });
  expect(received()).toBe("DATA\r\n");
});

test("a 250 in place of 354 is no leave to send", async () => {
  const { dialogue } = await openTo([hear(/^DATA$/), send("250 ok\r\n"), quiet(50)]);
  expect(await run(dialogue)).toMatchObject({ code: "data.reply", reply: { code: 250 } });
});

test.each([452, 550, 552, 554])("a message refused with %d is refused", async (code) => {
  const { dialogue } = await openTo(dataThen(message, send(`${code} 5.7.1 no\r\n`)));
  expect(await run(dialogue)).toMatchObject({ code: "data.reply", reply: { code, lines: ["5.7.1 no"] } });
  expect(dialogue.session.transcript.lines.find(({ failed }) => failed)?.text).toBe(`${code} 5.7.1 no`);
});

test.each([
  ["closes", close],
  ["resets", reset],
  ["says nothing", hold],
  ["says what is no reply", send("what\r\n")],
] as const)("a server that %s after the dot may have accepted it: nobody can tell", async (_, step) => {
  const { dialogue, received } = await openTo(dataThen(message, step, hold));
  expect(await run(dialogue)).toMatchObject({ code: "data.unconfirmed", reply: null });
  expect(dialogue.session.isOpen).toBe(false);
  expect(received().split("\r\n.\r\n")).toHaveLength(2); // once, and never again
});

test.each([
  ["closes", close, /^data\.(closed|reset)$/],
  ["resets", reset, /^data\.(closed|reset)$/],
  ["takes nothing", sip(0, 50), /^data\.timeout$/],
  ["takes a byte now and then", sip(1, 50), /^data\.timeout$/],
] as const)("a server that %s before the message is over has not accepted it", async (_, step, code) => {
  const { dialogue } = await openTo(dataThen(step, hold));
  const startedAtMs = performance.now();
  expect(await run(dialogue, LARGE)).toMatchObject({ code: expect.stringMatching(code), reply: null });
  expect(performance.now() - startedAtMs).toBeLessThan(2_500);
});

test("a refusal in the middle of the message ends it there, without the dot", async () => {
  let refusedAtMs = 0;
  const refuse: Step = (player) => {
    refusedAtMs = performance.now();
    player.send("552 5.3.4 too big\r\n");
  };
  const { dialogue, received } = await openTo(dataThen(hear(/^x+$/), refuse, sip(0, 50)), 5_000, 5_000);
  expect(await run(dialogue, LARGE)).toMatchObject({ code: "data.reply", reply: { code: 552 } });
  expect(performance.now() - refusedAtMs).toBeLessThan(1_000); // and not when its stage is over
  expect(dialogue.session.isOpen).toBe(false);
  expect(received()).not.toContain("\r\n.\r\n");
});

test("a refusal and a reset in the middle of the message is that refusal", async () => {
  const { dialogue } = await openTo(dataThen(hear(/^x+$/), send("554 5.7.1 no\r\n"), quietly, reset));
  expect(await run(dialogue, LARGE)).toMatchObject({ code: "data.reply", reply: { code: 554 } });
});

test("an answer that comes with the 354 is not taken for that to the message", async () => {
  const played = [hear(/^DATA$/), send("354 go ahead\r\n250 ok\r\n"), message, send("550 5.7.1 no\r\n")];
  const { dialogue } = await openTo(played);
  expect(await run(dialogue)).toMatchObject({ code: "data.reply", reply: { code: 550 } });
  expect(dialogue.session.oddities).toMatchObject([{ stage: "data", kind: "desync" }]);
});

/** Lets what was said arrive. */
async function quietly(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 50));
}
