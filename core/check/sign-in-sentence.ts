import { waitSentence } from "../form/wait-sentence.ts";

/** What somebody who could not be signed in is told, by the code next-auth carries: one sentence for a wrong password and an unknown address. */
export function signInSentence(code: string | null | undefined): string {
  if (code === "CredentialsSignin") return "This address and this password do not go together.";
  const waitS = /^limited:(\d+)$/.exec(code ?? "")?.[1];
  if (waitS) return `${waitSentence(Number(waitS))} You can set a new password right now.`;
  return "We cannot sign you in at the moment: something on our side does not answer. Try again in a minute.";
}
