import { variablesIn } from "./template.ts";

const STEP = /\binbound:\s*receive\b/;

/** Whether a script, as its text says now, has to do with the address at which we receive mail for its monitor. */
export function receivesMail(script: string): boolean {
  return STEP.test(script) || variablesIn(script).includes("inbound");
}
