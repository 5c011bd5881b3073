import { expect, test } from "vitest";
import { addStep, moveStep, removeStep, renameServer, setInScript } from "./edit-script.ts";

const TEXT = `# What we watch
version: 1 # the first

servers:
  # where mail goes out
  out: { protocol: smtp, host: mail.example.com, port: 587, tls: starttls-required }
steps:
  # says hello
  - smtp: connect
    server: out
  # who we are
  - smtp: ehlo # by name
  # in secret
  - smtp: auth
    username: "me"
    secret: submission
# however it ends
always:
  - smtp: quit
`;

test("a value is written where it belongs, and everything else stays as it is", () => {
  expect(setInScript(TEXT, ["servers", "out", "port"], 25)).toBe(TEXT.replace("587", "25"));
  expect(setInScript(TEXT, ["steps", 2, "username"], "you")).toBe(TEXT.replace('"me"', '"you"'));
  expect(setInScript(TEXT, ["steps", 2, "username"], "123")).toBe(TEXT.replace('"me"', '"123"'));
  expect(setInScript(TEXT, ["deadline"], "30s")).toBe(`${TEXT}deadline: 30s\n`);
});

test("what was not there is made, as a person would write it", () => {
  expect(setInScript(TEXT, ["steps", 1, "expect", "code"], [250, "2xx"])).toBe(
    TEXT.replace("  - smtp: ehlo # by name\n", "  - smtp: ehlo # by name\n    expect:\n      code: [ 250, 2xx ]\n"),
  );
});

test("what is taken away takes along what is empty without it, but no step", () => {
  const expecting = setInScript(TEXT, ["steps", 1, "expect", "code"], 250);
  expect(setInScript(expecting, ["steps", 1, "expect", "code"], undefined)).toBe(TEXT);
  expect(setInScript(TEXT, ["steps", 1, "expect", "code"], undefined)).toBe(TEXT);
  expect(setInScript(TEXT, ["steps", 0, "server"], undefined)).toBe(TEXT.replace("    server: out\n", ""));
});

test("a part that is none is replaced by one", () => {
  const wrong = TEXT.replace("smtp: ehlo # by name", "smtp: ehlo\n    expect:");
  expect(setInScript(wrong, ["steps", 1, "expect", "code"], 250)).toContain("    expect:\n      code: 250\n");
});

test("a step moves with the comment above it, from the first place too", () => {
  const first = "  # says hello\n  - smtp: connect\n    server: out\n";
  const second = "  # who we are\n  - smtp: ehlo # by name\n";
  const moved = TEXT.replace(first + second, second + first);
  expect(moveStep(TEXT, { list: "steps", index: 0 }, 1)).toBe(moved);
  expect(moveStep(moved, { list: "steps", index: 0 }, 1)).toBe(TEXT);
  expect(moveStep(TEXT, { list: "steps", index: 2 }, 3)).toBe(TEXT);
});

test("a step is put in and taken out", () => {
  const quit = "  - smtp: quit\n";
  expect(addStep(TEXT, { list: "always", index: 1 }, { wait: "1s" })).toBe(TEXT.replace(quit, `${quit}  - wait: 1s\n`));
  expect(addStep(TEXT, { list: "always", index: 0 }, { wait: "1s" })).toBe(TEXT.replace(quit, `  - wait: 1s\n${quit}`));
  expect(removeStep(TEXT, { list: "steps", index: 0 })).toBe(
    TEXT.replace("  # says hello\n  - smtp: connect\n    server: out\n", ""),
  );
  const without = removeStep(TEXT, { list: "always", index: 0 });
  expect(without).not.toContain("always");
  expect(addStep(without, { list: "always", index: 0 }, { smtp: "quit" })).toContain(`always:\n${quit}`);
});

test("a list that is empty is one of steps again", () => {
  expect(addStep("version: 1\nsteps: []\n", { list: "steps", index: 0 }, { wait: "1s" })).toBe(
    "version: 1\nsteps:\n  - wait: 1s\n",
  );
  expect(addStep("version: 1\nsteps:\n", { list: "steps", index: 0 }, { wait: "1s" })).toBe("version: 1\nsteps:\n  - wait: 1s\n");
});

test("a server is named anew wherever it is named", () => {
  expect(renameServer(TEXT, "out", "mx")).toBe(TEXT.replace("  out:", "  mx:").replace("server: out", "server: mx"));
  expect(renameServer(TEXT, "none", "mx")).toBe(TEXT);
});

test.each([
  ["an open bracket", "a: ["],
  ["an open quote", "a: 'b"],
  ["a list", "- 1"],
  ["an alias", "a: *x"],
  ["no end of brackets", "[".repeat(60_000)],
])("with %s it is no script that could be changed, and stays as it was", (_, text) => {
  expect(setInScript(text, ["deadline"], "30s")).toBe(text);
  expect(addStep(text, { list: "steps", index: 0 }, { wait: "1s" })).toBe(text);
});
