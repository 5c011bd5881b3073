import { readChallenge, type Mechanism } from "./mechanism.ts";

/** What a server says about a refusal is kept up to this many characters. */
const KEPT = 300;

/**
 * XOAUTH2 (https://developers.google.com/workspace/gmail/imap/xoauth2-protocol): an access token in place of a password. A server that
 * refuses it says why in a challenge, as JSON, and the refusal itself follows an empty answer.
 */
export function xoauth2(username: string, token: string): Mechanism {
  let why: string | null = null;
  return {
    hasInitial: true,
    steps: [
      () => ({ say: `user=${username}\x01auth=Bearer ${token}\x01\x01` }),
      (challenge) => {
        const said = readChallenge(challenge);
        if (typeof said === "string" && said !== "") why = `The server said ${said.slice(0, KEPT)}`;
        return { say: "" };
      },
    ],
    refusal: () => why,
  };
}
