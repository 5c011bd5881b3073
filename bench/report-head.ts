import { describeRun } from "./machine.ts";

/** How each card begins: what it is, the command that makes it, where and of what it was taken, and what else has to be known. */
export function reportHead(title: string, command: string, facts: string[] = []): string[] {
  return [`# ${title}`, "", `\`${command}\``, "", ...[...describeRun(), ...facts].map((fact) => `- ${fact}`), ""];
}
