import { execFile, spawnSync } from "node:child_process";
import { findPlugin } from "../probe/find-plugin.ts";
import { GIVEN_MS, PEER_NAME, type Peer } from "./peer.ts";

/** The monitoring plugin (Debian: monitoring-plugins-basic), a process for each check; null where it is not installed. */
export async function startCheckSmtp(): Promise<Peer | null> {
  const plugin = findPlugin("check_smtp");
  if (plugin === null) return null;
  const limit = String(GIVEN_MS / 1000);
  return {
    name: "check_smtp",
    version: versionOf(plugin),
    configuration:
      `-t ${limit} -F ${PEER_NAME} -q, and -S -D 14 where STARTTLS is required (it knows no "if offered", and looks at no more of a ` +
      "certificate than its dates); OK is its exit code 0, its words are what it prints",
    ask: ({ host, port, tls }, signal) => {
      const starttls = tls === "starttls-required" ? ["-S", "-D", "14"] : [];
      const args = ["-H", host, "-p", String(port), "-t", limit, "-F", PEER_NAME, "-q", ...starttls];
      return new Promise((resolve) => {
        execFile(plugin, args, { signal, killSignal: "SIGKILL" }, (error, stdout, stderr) => {
          resolve({ isOk: error === null, text: `${stdout} ${stderr}`.trim() });
        });
      });
    },
    stop: async () => undefined,
  };
}

function versionOf(plugin: string): string {
  const { stdout } = spawnSync(plugin, ["-V"], { encoding: "utf8" });
  return stdout.trim().replace(/^check_smtp /, "");
}
