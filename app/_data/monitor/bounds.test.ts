import { expect, test } from "vitest";
import type { Target } from "#core/monitor/monitor.ts";
import { MAIL_PORTS } from "#core/monitor/port.ts";
import { outOfBounds } from "./bounds.ts";

// The settings of a test are those of a hosted product.
const target = (host: string, port: number): Target => ({ kind: "smtp", host, port, tls: "none", ehloName: "probe.example" });

test("a target that could never be watched is refused before anything is stored, whatever the worker would do", () => {
  expect(outOfBounds(target("10.0.0.1", 25))).toEqual({ outOfBounds: "host" });
  expect(outOfBounds(target("169.254.169.254", 25))).toEqual({ outOfBounds: "host" });
  expect(outOfBounds(target("::ffff:127.0.0.1", 25))).toEqual({ outOfBounds: "host" });
  expect(outOfBounds(target("localhost", 25))).toEqual({ outOfBounds: "host" });
  expect(outOfBounds(target("mx.example", 22))).toEqual({ outOfBounds: "port" });
});

test("every other one is left to the worker", () => {
  for (const port of MAIL_PORTS) expect(outOfBounds(target("mx.example", port))).toBeNull();
  expect(outOfBounds(target("8.8.8.8", 25))).toBeNull();
});
