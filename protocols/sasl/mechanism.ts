/**
 * One way to log in (RFC 4422), made for one attempt. It knows texts; base64 and the wire are those of the login (see log-in.ts). `hasInitial`: its first step needs
 * no challenge and may come with the command itself (RFC 4954 section 4, RFC 5034 section 4).
 */
export type Mechanism = {
  hasInitial: boolean;
  /** What is answered to each challenge, in their order. */
  steps: readonly Step[];
  /** Why a login that the server calls done is none; null where all is well. */
  doubt?(): string | null;
  /** What the server said in its challenges of a refusal, or null. */
  refusal?(): string | null;
};

/** Takes a challenge as it came, in base64. */
export type Step = (challenge: string) => Response | Fault | Promise<Response | Fault>;

/** What is answered to a challenge, and what nobody may see of it in any form: what is computed from a password helps to guess it. */
export type Response = { say: string; hide?: readonly string[]; warning?: string };

/** Why nothing is answered. */
export type Fault = { failure: "protocol" | "server-proof"; detail: string };

/** What a challenge says; a fault where it is no base64 (RFC 4648 section 4). */
export function readChallenge(challenge: string): string | Fault {
  const bytes = Buffer.from(challenge, "base64");
  const isBase64 = bytes.toString("base64").replace(/=+$/, "") === challenge.replace(/=+$/, "");
  return isBase64 ? bytes.toString() : { failure: "protocol", detail: "A challenge of the server is no base64." };
}
