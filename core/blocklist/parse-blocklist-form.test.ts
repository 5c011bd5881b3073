import { expect, test } from "vitest";
import { monitorFormValues } from "../monitor/monitor-form.ts";
import { parseBlocklistForm } from "./parse-blocklist-form.ts";

function parsed(entries: string, lists: readonly string[] = []) {
  const form = new FormData();
  form.set("entries", entries);
  for (const list of lists) form.append("lists", list);
  return parseBlocklistForm(monitorFormValues(form));
}

test("addresses, ranges and domains are kept in the one spelling that counts, each once", () => {
  expect(parsed("192.0.2.1, 2001:DB8:0::1\n2001:db8::1 198.51.100.9/29;Example.COM.")).toMatchObject({
    ok: true,
    target: { host: "192.0.2.1", entries: ["192.0.2.1", "2001:db8::1", "198.51.100.8/29", "example.com"] },
  });
});

test("only the lists that were chosen are asked", () => {
  expect(parsed("example.com", ["one", "other"])).toMatchObject({ ok: true, target: { lists: ["one", "other"] } });
  expect(parsed("example.com")).not.toHaveProperty("target.lists");
});

test.each([
  ["", "Enter at least one address or domain."],
  ["192.0.2.0/16", "“192.0.2.0/16” is no range of at most 256 IPv4 addresses, such as 192.0.2.0/24."],
  ["300.1.1.1", "“300.1.1.1” is neither an IP address, nor a range, nor a domain."],
  ["192.0.2.1 not an entry!", "“not” is neither an IP address, nor a range, nor a domain."],
  ["192.0.2.0/24 198.51.100.0/24 203.0.113.1", "One monitor looks up at most 512 addresses."],
])("%j is refused", (entries, entriesError) => {
  expect(parsed(entries)).toEqual({ ok: false, errors: { entries: entriesError } });
});
