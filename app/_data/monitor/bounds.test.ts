import { expect, test } from "vitest";
import { OUT_OF_BOUNDS } from "#core/monitor/bounds.ts";
import { DENIED, denyListOf } from "#core/monitor/deny-list.ts";
import type { Target } from "#core/monitor/monitor.ts";
import { MAIL_PORTS } from "#core/monitor/port.ts";
import { outOfBounds } from "./bounds.ts";

// The settings of a test are those of a hosted product.
const target = (host: string, port: number): Target => ({ kind: "smtp", host, port, tls: "none", ehloName: "probe.example" });

const NOBODY = denyListOf([]);

test("a target that could never be watched is refused before anything is stored, whatever the worker would do", () => {
  expect(outOfBounds(target("10.0.0.1", 25), NOBODY)).toEqual({ field: "host", sentence: OUT_OF_BOUNDS });
  expect(outOfBounds(target("169.254.169.254", 25), NOBODY)).toEqual({ field: "host", sentence: OUT_OF_BOUNDS });
  expect(outOfBounds(target("::ffff:127.0.0.1", 25), NOBODY)).toEqual({ field: "host", sentence: OUT_OF_BOUNDS });
  expect(outOfBounds(target("localhost", 25), NOBODY)).toEqual({ field: "host", sentence: OUT_OF_BOUNDS });
  expect(outOfBounds(target("mx.example", 22), NOBODY)).toEqual({ field: "port", sentence: OUT_OF_BOUNDS });
});

test("every other one is left to the worker", () => {
  for (const port of MAIL_PORTS) expect(outOfBounds(target("mx.example", port), NOBODY)).toBeNull();
  expect(outOfBounds(target("8.8.8.8", 25), NOBODY)).toBeNull();
});

test("what its owner does not want watched is refused by name and by address, whatever the kind", () => {
  const denied = denyListOf(["example.com", "8.8.8.0/24"]);
  const refused = { field: "host", sentence: DENIED };
  expect(outOfBounds(target("mx.example.com", 25), denied)).toEqual(refused);
  expect(outOfBounds(target("8.8.8.8", 25), denied)).toEqual(refused);
  expect(outOfBounds(target("mx.example.net", 25), denied)).toBeNull();
  const domain = {
    kind: "domain",
    host: "example.com",
    port: 25,
    ehloName: "probe.example",
    selectors: [],
    senders: [],
    tests: [],
  };
  expect(outOfBounds(domain as Target, denied)).toEqual(refused);
  const script = `version: 1
deadline: 30s
servers:
  mx: { protocol: smtp, host: mx.example.com, port: 25, tls: none }
steps:
  - smtp: connect
    server: mx
`;
  const mailflow: Target = { kind: "mailflow", host: "mx.example.com", port: 25, script };
  expect(outOfBounds(mailflow, denied)).toEqual({ field: "script", sentence: DENIED });
});
