import { readFileSync } from "node:fs";

/** How many connections anybody in this network has begun to open, whatever became of them: what the kernel counts as active opens. */
export function openedConnections(): number {
  const [names, values] = readFileSync("/proc/net/snmp", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("Tcp:"))
    .map((line) => line.split(" "));
  return Number(values![names!.indexOf("ActiveOpens")]);
}
