import { spawnSync } from "node:child_process";
import { findProgram } from "#testing/find-program.ts";
import { startExporter } from "../probe/blackbox-exporter.ts";
import { GIVEN_MS, PEER_NAME, type Peer } from "./peer.ts";

const PROGRAM = "prometheus-blackbox-exporter";
const HOST = "127.0.0.1";
const AFTER_THE_LOG = "Metrics that would have been returned:";

const HELLO = { send: `EHLO ${PEER_NAME}\r` };
const FAREWELL = [{ expect: "^250( |$)" }, { send: "QUIT\r" }];
const PLAIN = [{ expect: "^220( |$)" }, HELLO, ...FAREWELL];
const STARTTLS = [{ expect: "^250[ -]STARTTLS" }, { send: "STARTTLS\r" }, { expect: "^220" }, { starttls: true }];
const WITH_TLS = {
  tls_config: { server_name: HOST },
  query_response: [{ expect: "^220( |$)" }, HELLO, ...STARTTLS, HELLO, ...FAREWELL],
};
const TIMEOUT = `${GIVEN_MS / 1000}s`;
const moduleOf = (tcp: object) => ({ prober: "tcp", timeout: TIMEOUT, tcp });

/** The Prometheus project's prober, asked over HTTP; null where it is not installed. */
export async function startBlackbox(caFile: string): Promise<Peer | null> {
  const exporter = await startExporter({ plain: moduleOf({ query_response: PLAIN }), starttls: moduleOf(WITH_TLS) }, caFile);
  if (exporter === null) return null;
  return {
    name: "blackbox_exporter",
    version: /version ([\d.]+)/.exec(versionOf())?.[1] ?? "unknown",
    configuration:
      `timeout ${TIMEOUT}; the query and response of its documentation's example for SMTP, with ` +
      'starttls and tls_config.server_name where STARTTLS is required (it knows no "if offered"); OK is probe_success 1, its words are its log (debug=true) and the entry it was at',
    ask: async ({ host, port, tls }, signal) => {
      const isSecure = tls === "starttls-required";
      const name = isSecure ? "starttls" : "plain";
      try {
        const answer = await fetch(`${exporter.url}/probe?debug=true&module=${name}&target=${host}:${port}`, { signal });
        const said = await answer.text();
        return { isOk: said.includes("\nprobe_success 1\n"), text: wordsOf(said, isSecure ? WITH_TLS.query_response : PLAIN) };
      } catch (error) {
        return { isOk: false, text: String(error) };
      }
    },
    stop: exporter.stop,
  };
}

/** Its log, and what it was told to send or expect where the log ends, which somebody could look up. */
function wordsOf(said: string, entries: object[]): string {
  const log = said.slice(0, said.indexOf(AFTER_THE_LOG));
  const at = [...log.matchAll(/entry_number=(\d+)/g)].at(-1)?.[1];
  return `${log}\n${at === undefined ? "" : JSON.stringify(entries[Number(at)])}`;
}

function versionOf(): string {
  const { stdout, stderr } = spawnSync(findProgram(PROGRAM)!, ["--version"], { encoding: "utf8" });
  return stdout + stderr;
}
