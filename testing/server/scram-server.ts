import { createHash, createHmac, pbkdf2Sync, timingSafeEqual } from "node:crypto";
import { Surprise } from "./client-errors.ts";
import type { Step } from "./steps.ts";

/** A server's side of SCRAM-SHA-256 (RFC 5802 section 3), and what it does wrong. */
export type ScramWishes = {
  password: string;
  rounds?: number;
  /** Says another nonce than it should. */
  nonce?: (client: string) => string;
  /** Says something else than its signature. */
  final?: (signature: string) => string;
  /** What it says in place of its first message. */
  first?: string;
};

const SALT = Buffer.from("W22ZaJ0SNY7soEsUEjb6gQ==", "base64");
const CANCELLED = "501 5.7.0 cancelled\r\n";

const hmac = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const inBase64 = (text: string) => Buffer.from(text).toString("base64");
const outOfBase64 = (text: string) => Buffer.from(text, "base64").toString();

/** Lets in whoever proves that they know the password, and proves that it does. */
export const scram =
  ({ password, rounds = 4096, nonce = (client) => `${client}%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0`, final, first }: ScramWishes): Step =>
  async (player) => {
    const [command, clientFirst = ""] = (await player.line()).split(/ (?=[^ ]*$)/);
    if (command !== "AUTH SCRAM-SHA-256") throw new Surprise(`The client said "${command}".`);
    const clientFirstBare = outOfBase64(clientFirst).replace(/^n,,/, "");
    const serverFirst = first ?? `r=${nonce(/r=(.*)$/.exec(clientFirstBare)![1]!)},s=${SALT.toString("base64")},i=${rounds}`;
    player.send(`334 ${inBase64(serverFirst)}\r\n`);

    const answer = await player.line();
    if (answer === "*") return player.send(CANCELLED);
    const [withoutProof, proof = ""] = outOfBase64(answer).split(",p=");
    const all = `${clientFirstBare},${serverFirst},${withoutProof}`;
    const salted = pbkdf2Sync(password, SALT, rounds, 32, "sha256");
    const storedKey = createHash("sha256").update(hmac(salted, "Client Key")).digest();
    const signature = hmac(storedKey, all);
    const clientKey = Buffer.from(proof, "base64").map((byte, at) => byte ^ signature[at]!);
    const isRight = timingSafeEqual(createHash("sha256").update(clientKey).digest(), storedKey);
    if (!isRight) return player.send("535 5.7.8 authentication failed\r\n");

    const serverSignature = `v=${hmac(hmac(salted, "Server Key"), all).toString("base64")}`;
    const said = final?.(serverSignature) ?? serverSignature;
    if (said !== "") {
      player.send(`334 ${inBase64(said)}\r\n`);
      if ((await player.line()) === "*") return player.send(CANCELLED);
    }
    player.send("235 2.7.0 welcome\r\n");
  };
