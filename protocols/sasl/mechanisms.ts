import type { MechanismName } from "./choose-mechanism.ts";
import { cramMd5 } from "./cram-md5.ts";
import { login } from "./login.ts";
import type { Mechanism } from "./mechanism.ts";
import { plain } from "./plain.ts";
import { scramSha256 } from "./scram-sha-256.ts";
import { xoauth2 } from "./xoauth2.ts";

/** Each mechanism, made for one attempt of a user with a password or a token. */
export const MECHANISMS = {
  PLAIN: plain,
  LOGIN: login,
  "CRAM-MD5": cramMd5,
  "SCRAM-SHA-256": scramSha256,
  XOAUTH2: xoauth2,
} satisfies {
  [Name in MechanismName]: (username: string, secret: string) => Mechanism;
};
