import { expect, test } from "vitest";
import { EXAMPLE_TARGET, filledIn, type CommandTarget } from "./fill-in.ts";

const target = (rest: Partial<CommandTarget>): CommandTarget => ({ ...EXAMPLE_TARGET, host: "mx.example", port: 587, ...rest });

test.each([
  ["none", "swaks --server mx.example --port 587"],
  ["starttls", "swaks --server mx.example --port 587 --tls-optional"],
  ["starttls-required", "swaks --server mx.example --port 587 --tls"],
  ["implicit", "swaks --server mx.example --port 587 --tls-on-connect"],
] as const)("where TLS is %s, it is %s", (tls, command) => {
  expect(filledIn("{swaks}", target({ tls }))).toBe(command);
});

test("openssl is told how TLS begins, and a name only where there is one", () => {
  expect(filledIn("{openssl}", target({}))).toBe("openssl s_client -connect mx.example:587 -starttls smtp -servername mx.example");
  expect(filledIn("{openssl}", target({ tls: "implicit", host: "2001:db8::25", port: 465 }))).toBe(
    "openssl s_client -connect [2001:db8::25]:465 -noservername",
  );
  expect(filledIn("{openssl}", target({ host: "192.0.2.25" }))).toContain("-noservername");
});

test("what speaks TLS at once is listened to through TLS", () => {
  expect(filledIn("{listen}", target({}))).toBe("nc mx.example 587");
  expect(filledIn("{listen}", target({ tls: "implicit" }))).toBe(
    "openssl s_client -connect mx.example:587 -servername mx.example -quiet",
  );
});

test("a mail is tried with the monitor's own login, sender and recipient", () => {
  const login = { mechanism: "PLAIN", username: "alice@example.org" } as const;
  const envelope = { from: "", accepted: "bob@example.org" };
  expect(filledIn("{mail} --quit-after RCPT", target({ tls: "starttls-required", login, envelope }))).toBe(
    "swaks --server mx.example --port 587 --tls --auth PLAIN --auth-user alice@example.org --from '<>' --to bob@example.org --quit-after RCPT",
  );
});

test.each([
  ["best", "swaks --server mx.example --port 587 --tls-optional --auth --auth-user alice --quit-after AUTH"],
  ["CRAM-MD5", "swaks --server mx.example --port 587 --tls-optional --auth CRAM-MD5 --auth-user alice --quit-after AUTH"],
  ["SCRAM-SHA-256", "gsasl --smtp --mechanism SCRAM-SHA-256 --authentication-id alice mx.example 587"],
  ["XOAUTH2", `curl -v --ssl-reqd smtp://mx.example:587 --user alice --oauth2-bearer "$TOKEN"`],
] as const)("a login by %s is tried with a tool that knows it", (mechanism, command) => {
  expect(filledIn("{login}", target({ login: { mechanism, username: "alice" } }))).toBe(command);
});

test("what a person typed cannot become a second command", () => {
  const username = "a'; rm -rf $HOME #`id`";
  expect(filledIn("{user}", target({ login: { mechanism: "best", username } }))).toBe(String.raw`'a'\''; rm -rf $HOME #` + "`id`'");
  expect(filledIn("{to}", target({ envelope: { from: "", accepted: "a$b|c@example.org" } }))).toBe("'a$b|c@example.org'");
});

test("what is in a value is not filled in once more", () => {
  expect(filledIn("{user} {port}", target({ login: { mechanism: "best", username: "{port}" } }))).toBe("'{port}' 587");
});

test("braces that are no placeholder stay", () => {
  expect(filledIn("awk '{print $1}' {host}", target({}))).toBe("awk '{print $1}' mx.example");
});
