import fc from "fast-check";
import { expect, test } from "vitest";
import type { Fault, Response } from "./mechanism.ts";
import { saslPrep } from "./sasl-prep.ts";
import { scramSha256 } from "./scram-sha-256.ts";

const base64 = (text: string) => Buffer.from(text).toString("base64");

/** What a client with this nonce says to these challenges. */
async function exchange(username: string, password: string, nonce: string, challenges: string[]): Promise<(Response | Fault)[]> {
  const { steps } = scramSha256(username, password, nonce);
  const said: (Response | Fault)[] = [await steps[0]!("")];
  for (const [at, challenge] of challenges.entries()) said.push(await steps[at + 1]!(base64(challenge)));
  return said;
}

test("the example of RFC 7677 section 3", async () => {
  const serverFirst = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
  const serverFinal = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";
  const said = await exchange("user", "pencil", "rOprNGfwEbeRWgbNEkqO", [serverFirst, serverFinal]);
  expect(said.map((each) => "say" in each && each.say)).toEqual([
    "n,,n=user,r=rOprNGfwEbeRWgbNEkqO",
    "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
    "",
  ]);
});

test("any other signature of the server's is refused", async () => {
  const serverFirst = "r=abcdef,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=1";
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 40 }), async (bytes) => {
      const said = await exchange("user", "pencil", "abc", [serverFirst, `v=${Buffer.from(bytes).toString("base64")}`]);
      expect(said.at(-1)).toMatchObject({ failure: "server-proof" });
    }),
    { numRuns: 200 },
  );
});

test("whatever the server says, it is answered or refused, and nothing is thrown", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), async (one, other) => {
      const { steps } = scramSha256("user", "pencil");
      for (const [at, challenge] of ["", one, other].entries()) {
        const said = await steps[at]!(challenge);
        expect("say" in said || "failure" in said).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test("a comma and an equals sign in a name are written as RFC 5802 section 5.1 has it", async () => {
  const [first] = await exchange("a=b,c", "x", "n", []);
  expect(first).toEqual({ say: "n,,n=a=3Db=2Cc,r=n" });
});

test("each attempt has a nonce of its own", async () => {
  const firsts = new Set<string>();
  for (let attempt = 0; attempt < 50; attempt++) firsts.add(JSON.stringify(await scramSha256("joe", "x").steps[0]!("")));
  expect(firsts.size).toBe(50);
});

/** The examples of RFC 4013 section 3, and a decomposed letter. */
test.each([
  ["I\u00adX", "IX"],
  ["user", "user"],
  ["USER", "USER"],
  ["\u00aa", "a"],
  ["\u2168", "IX"],
  ["a\u00a0b", "a b"],
  ["mu\u0308ller", "m\u00fcller"],
])("%j is prepared as %j", (typed, prepared) => expect(saslPrep(typed)).toBe(prepared));
