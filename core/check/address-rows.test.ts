import { expect, test } from "vitest";
import { addressRows } from "./address-rows.ts";

test("each address stands once, with the life the DNS gives it and what came of connecting", () => {
  const rows = addressRows({
    addresses: ["192.0.2.1", "192.0.2.2", "2001:db8::1"],
    dns: [
      { type: "A", addresses: [{ address: "192.0.2.1", ttlS: 300 }, { address: "192.0.2.2", ttlS: 300 }], failure: null }, // prettier-ignore
      { type: "AAAA", addresses: [{ address: "2001:db8::1", ttlS: 60 }], failure: null },
    ],
    attempts: [
      { address: "192.0.2.1", failure: "refused", ms: 20 },
      { address: "192.0.2.2", failure: null, ms: 21 },
    ],
  });
  expect(rows).toEqual([
    { address: "192.0.2.1", ttlS: 300, attempt: { address: "192.0.2.1", failure: "refused", ms: 20 } },
    { address: "192.0.2.2", ttlS: 300, attempt: { address: "192.0.2.2", failure: null, ms: 21 } },
    { address: "2001:db8::1", ttlS: 60, attempt: null },
  ]);
});

test("an address that was typed has no DNS, and one that was only tried is shown too", () => {
  expect(addressRows({ addresses: ["192.0.2.1"] })).toEqual([{ address: "192.0.2.1", ttlS: null, attempt: null }]);
  const attempt = { address: "192.0.2.9", failure: "timeout" as const, ms: 3_000 };
  expect(addressRows({ addresses: [], attempts: [attempt] })).toEqual([{ address: "192.0.2.9", ttlS: null, attempt }]);
});
