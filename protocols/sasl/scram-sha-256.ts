import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { readChallenge, type Fault, type Mechanism, type Response } from "./mechanism.ts";
import { saslPrep } from "./sasl-prep.ts";

/** A server chooses how often the password is hashed: never so often that a check is work (40 ms here), and fewer is weak (RFC 7677 section 4). */
const ROUNDS = { fewest: 4_096, most: 100_000 } as const;

/** n: we do no channel binding; no other identity is asked for (RFC 5802 section 7). */
const GS2_HEADER = "n,,";

/** RFC 5802 section 7, server-first-message; a mandatory extension (`m=`) is none that we know. */
const SERVER_FIRST = /^r=([\x21-\x2b\x2d-\x7e]+),s=([A-Za-z0-9+/]+={0,2}),i=([1-9]\d{0,9})(?:,.*)?$/;
const SERVER_FINAL = /^v=([A-Za-z0-9+/]+={0,2})(?:,.*)?$/;

const hash = promisify(pbkdf2);

/**
 * SCRAM-SHA-256 (RFC 5802, RFC 7677): neither side shows the other the password, and each proves that it knows it. `nonce` is new for each
 * attempt; printable ASCII without a comma.
 */
export function scramSha256(username: string, password: string, nonce = randomBytes(18).toString("base64")): Mechanism {
  const clientFirst = `n=${saslPrep(username).replaceAll("=", "=3D").replaceAll(",", "=2C")},r=${nonce}`;
  let signature: Buffer | null = null;
  let isProven = false;

  async function prove(challenge: string): Promise<Response | Fault> {
    const serverFirst = readChallenge(challenge);
    if (typeof serverFirst !== "string") return serverFirst;
    const [, bothNonces, salt, count] = SERVER_FIRST.exec(serverFirst) ?? [];
    if (bothNonces === undefined || salt === undefined) return fault("The server's first message is not one of SCRAM.");
    if (!bothNonces.startsWith(nonce) || bothNonces === nonce) return fault("The server did not add to our nonce.", "server-proof");
    const rounds = Number(count);
    if (rounds > ROUNDS.most)
      return fault(`The server asks for ${rounds} rounds of hashing; more than ${ROUNDS.most} are not done.`);

    const salted = await hash(saslPrep(password), Buffer.from(salt, "base64"), rounds, 32, "sha256");
    const withoutProof = `c=${Buffer.from(GS2_HEADER).toString("base64")},r=${bothNonces}`;
    const all = `${clientFirst},${serverFirst},${withoutProof}`;
    const clientKey = hmac(salted, "Client Key");
    const clientSignature = hmac(createHash("sha256").update(clientKey).digest(), all);
    const proof = Buffer.from(clientKey.map((byte, at) => byte ^ clientSignature[at]!)).toString("base64");
    signature = hmac(hmac(salted, "Server Key"), all);
    return {
      say: `${withoutProof},p=${proof}`,
      hide: [proof, signature.toString("base64")],
      warning:
        rounds < ROUNDS.fewest
          ? `The server has passwords hashed only ${rounds} times; at least ${ROUNDS.fewest} is usual.`
          : undefined,
    };
  }

  /** An error here (`e=`) is no proof, and the refusal follows. */
  function verify(challenge: string): Response | Fault {
    const serverFinal = readChallenge(challenge);
    if (typeof serverFinal !== "string") return serverFinal;
    const [, shown] = SERVER_FINAL.exec(serverFinal) ?? [];
    isProven = shown !== undefined && signature !== null && isSame(Buffer.from(shown, "base64"), signature);
    if (shown !== undefined && !isProven) return fault("The server's signature is wrong.", "server-proof");
    return { say: "" };
  }

  return {
    hasInitial: true,
    steps: [() => ({ say: GS2_HEADER + clientFirst }), prove, verify],
    doubt: () => (isProven ? null : "The server did not show its signature."),
  };
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

function fault(detail: string, failure: Fault["failure"] = "protocol"): Fault {
  return { failure, detail };
}
