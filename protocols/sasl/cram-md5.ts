import { createHmac } from "node:crypto";
import { readChallenge, type Mechanism } from "./mechanism.ts";

/** CRAM-MD5 (RFC 2195): the challenge, signed with the password. */
export function cramMd5(username: string, password: string): Mechanism {
  return {
    hasInitial: false,
    steps: [
      (challenge) => {
        const asked = readChallenge(challenge);
        if (typeof asked !== "string") return asked;
        const signature = createHmac("md5", password).update(asked).digest("hex");
        return { say: `${username} ${signature}`, hide: [signature] };
      },
    ],
  };
}
