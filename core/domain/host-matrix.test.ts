import { expect, test } from "vitest";
import type { PathVerdict } from "../check/result.ts";
import { hostMatrix } from "./host-matrix.ts";
import type { MailHost } from "./mx-set.ts";

const host = (name: string, preference: number): MailHost => ({
  name,
  preference,
  addresses: [],
  problem: null,
  detail: null,
  isSecure: false,
});
const way = (path: string, ...stages: PathVerdict["stages"][number]["stage"][]): PathVerdict => ({
  path,
  address: null,
  status: "up",
  reason: null,
  stages: stages.map((stage, index) => ({ stage, ms: 10 * (index + 1), reply: null })),
});
const line = (path: string, stage: "connect" | "greeting") => ({ direction: "note", atMs: 0, stage, text: "", path }) as const;
const refused: PathVerdict = {
  ...way("mx1.example.com [2001:db8::1]"),
  status: "down",
  reason: { code: "connect.refused", stage: "connect", reply: null, detail: null },
};

test("every way stands with its server, and no server takes the ways of another whose name only begins alike", () => {
  const hosts = [host("mx1.example.com", 10), host("mx1.example.com.example", 10), host("mx2.example.com", 20)];
  const paths = [
    way("mx1.example.com 192.0.2.1", "connect"),
    refused,
    way("mx1.example.com.example 192.0.2.9"),
    way("mx2.example.com"),
  ];
  const matrix = hostMatrix(hosts, paths);
  expect(
    matrix.hosts.map(({ host: { name }, isPreferred, ways }) => [name, isPreferred, ways.map(({ address }) => address)]),
  ).toEqual([
    ["mx1.example.com", true, ["192.0.2.1", "2001:db8::1"]],
    ["mx1.example.com.example", true, ["192.0.2.9"]],
    ["mx2.example.com", false, [null]],
  ]);
});

test("the columns are the stages that any way passed or failed at, in the order of the wire", () => {
  const paths = [way("mx1.example.com 192.0.2.1", "dns", "greeting", "tls"), refused];
  const { stages, hosts } = hostMatrix([host("mx1.example.com", 10)], paths);
  expect(stages).toEqual(["connect", "greeting", "tls"]);
  expect(hosts[0]!.ways.map(({ cells }) => cells.map(({ ms, isFailed }) => (isFailed ? "failed" : ms)))).toEqual([
    [null, 20, 30],
    ["failed", null, null],
  ]);
});

test("each cell knows where the lines of its stage begin on its own way", () => {
  const [one, other] = ["mx1.example.com 192.0.2.1", "mx1.example.com 192.0.2.2"] as const;
  const lines = [line(one, "connect"), line(other, "connect"), line(one, "greeting"), line(other, "greeting")];
  const paths = [way(one, "connect", "greeting"), way(other, "connect", "greeting"), way("mx1.example.com 192.0.2.3", "connect")];
  const { hosts } = hostMatrix([host("mx1.example.com", 10)], paths, lines);
  expect(hosts[0]!.ways.map(({ cells, line: first }) => [first, ...cells.map((cell) => cell.line)])).toEqual([
    [1, 1, 3],
    [2, 2, 4],
    [null, null, null],
  ]);
});
