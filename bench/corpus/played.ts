import { type Behaviour, isUp } from "#testing/corpus/behaviour.ts";
import { TRUSTED } from "#testing/corpus/certificates.ts";
import { CORPUS } from "#testing/corpus/corpus.ts";
import { close, expect, send, startTls, type Dialogue, type Step } from "#testing/server/steps.ts";

/** Delays in ms that a server makes before each of its answers. Nobody waits for a farewell longer than a second. */
export const DELAYS_MS = [10, 100, 1_000] as const;
export const LONGEST_FAREWELL_MS = 900;

/** Timers are late by a ms or two: the last of a delay is spent looking at the clock. */
const LOOKING_MS = 4;

/** Answers after so long, and says how long it really was: a busy machine makes servers slower than they want to be. */
const after =
  (ms: number, answer: (waited: string) => string): Step =>
  async (player) => {
    const startedAtMs = performance.now();
    await player.wait(ms - LOOKING_MS);
    while (performance.now() < startedAtMs + ms);
    player.send(answer(`waited ${(performance.now() - startedAtMs).toFixed(2)}`));
  };

const answers = (command: RegExp, ms: number, code: number): Dialogue => [
  expect(command),
  after(ms, (waited) => `${code} ${waited}\r\n`),
];

/** A good server that takes this long for each answer, and says in it how long it took. */
const delayed = (ms: number): Behaviour => ({
  row: "P05",
  what: `answers after ${ms} ms`,
  dialogue: [
    after(ms, (waited) => `220 ${waited}\r\n`),
    expect(/^EHLO /),
    after(ms, (waited) => `250-${waited}\r\n250 STARTTLS\r\n`),
    ...answers(/^STARTTLS$/, ms, 220),
    startTls(TRUSTED),
    ...answers(/^EHLO /, ms, 250),
    ...answers(/^MAIL /, ms, 250),
    ...answers(/^RCPT /, ms, 250),
    expect(/^RSET$/),
    send("250 ok\r\n"),
    ...answers(/^QUIT$/, Math.min(ms, LONGEST_FAREWELL_MS), 221),
    close,
  ],
  target: { tls: "starttls-required", until: "accept", envelope: { from: "", accepted: "joe@mx.example" } },
  ...isUp,
});

/** What the server of the benchmark plays: the corpus, and servers whose slowness is known. */
export const PLAYED: readonly Behaviour[] = [...CORPUS, ...DELAYS_MS.map(delayed)];
