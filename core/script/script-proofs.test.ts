import { expect, test } from "vitest";
import { readScript } from "./read-script.ts";
import { READY_MADE, writeReadyMade } from "./ready-made/ready-made-scripts.ts";
import { scriptProofsWanted } from "./script-proofs.ts";

const proofsOf = (name: string) => {
  const text = writeReadyMade(
    READY_MADE.find((each) => each.name === name)!,
    {},
  );
  return scriptProofsWanted(readScript(text).script!).map(({ domain, or }) => [domain, or].filter(Boolean).join(" or "));
};

test("a login has to be at a server of one's own, a recipient at a domain of one's own or named to a server of one's own", () => {
  expect(proofsOf("Round trip by IMAP")).toEqual(["mail.example.com", "imap.example.com", "example.com or mail.example.com"]);
  expect(proofsOf("Open relay refused")).toEqual(["example.net or mx1.example.com"]);
});

test("our own address needs no proof", () => {
  expect(proofsOf("Inside out")).toEqual(["mail.example.com"]);
});

test("where nobody can tell the domain before the run, the server has to be one's own", () => {
  const text = writeReadyMade(
    READY_MADE.find(({ name }) => name === "Accept test")!,
    {},
  );
  const { script } = readScript(text.replace("to: inbox@example.com", 'to: "in@${token}.example.org"'));
  expect(scriptProofsWanted(script!)).toEqual([{ domain: "mx1.example.com", or: "mx1.example.com", field: "script" }]);
});
