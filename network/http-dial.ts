import net from "node:net";
import tls from "node:tls";
import { isSameAddress } from "#core/check/address-class.ts";
import type { Bounds } from "#core/monitor/bounds.ts";
import { guardAddresses } from "./address-guard.ts";
import type { Deadline } from "./deadline.ts";
import { addressFailureOf } from "./failure.ts";
import { httpContext } from "./http-context.ts";
import type { HttpTarget } from "./http-url.ts";
import { resolveHost } from "./resolver.ts";
import type { TakeTurn } from "./take-turn.ts";

/** Why there is no connection to ask over. `detail` is one short sentence of facts. */
export type DialFailure = { failure: "dns" | "blocked" | "busy" | "connect" | "tls" | "timeout"; detail: string };

/** What dialling needs besides a target. `extraCas` are authorities in PEM trusted besides the usual ones; `takeTurn` asks for leave to connect. */
export type DialOptions = Bounds & {
  dnsServers: readonly string[];
  secondDnsServers?: readonly string[];
  extraCas?: readonly string[];
  takeTurn?: TakeTurn;
};

/** A name may have many addresses; this many are tried. */
const MOST_ADDRESSES = 3;

/**
 * Looks a target up, and connects to the very address that the guard let through, with TLS to the name where the URL says https (RFC 9110
 * section 4.3.4: the certificate is that of the host, whatever its address). Nothing is sent before all of that is checked.
 */
export async function dialHttp(target: HttpTarget, options: DialOptions, deadline: Deadline): Promise<net.Socket | DialFailure> {
  const question = { families: ["AAAA", "A"], servers: options.dnsServers, secondServers: options.secondDnsServers ?? [] } as const;
  const resolution = await resolveHost(target.host, question, deadline.remainingMs());
  if ("failure" in resolution) return { failure: "dns", detail: resolution.detail };
  const { allowed } = guardAddresses(target, resolution.addresses, options);
  if (allowed.length === 0) return { failure: "blocked", detail: "This address or port may not be asked from here." };

  const failures: DialFailure[] = [];
  for (const address of allowed.slice(0, MOST_ADDRESSES)) {
    const limitMs = deadline.remainingMs() / (Math.min(allowed.length, MOST_ADDRESSES) - failures.length);
    const socket = await connectInTurn(address, target.port, limitMs, options.takeTurn);
    if (socket instanceof net.Socket) return target.isSecure ? secure(socket, target.host, options.extraCas, deadline) : socket;
    failures.push(socket);
  }
  return failures[0]!;
}

/** The turn ends with the connection; at most half of the time goes by in waiting for it. */
async function connectInTurn(
  address: string,
  port: number,
  limitMs: number,
  takeTurn: TakeTurn | undefined,
): Promise<net.Socket | DialFailure> {
  const startedAtMs = performance.now();
  const endTurn = takeTurn && (await takeTurn(address, port, limitMs / 2));
  if (endTurn === null) return { failure: "busy", detail: `${address} was busy with other checks` };
  const socket = await connect(address, port, Math.max(1, limitMs - (performance.now() - startedAtMs)));
  if (endTurn && socket instanceof net.Socket) socket.once("close", endTurn);
  else endTurn?.();
  return socket;
}

function connect(address: string, port: number, limitMs: number): Promise<net.Socket | DialFailure> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: address, port, noDelay: true });
    const fail = (failure: DialFailure) => {
      clearTimeout(limit);
      socket.destroy();
      resolve(failure);
    };
    const limit = setTimeout(() => fail({ failure: "timeout", detail: `${address} did not answer` }), limitMs);
    socket.once("error", (error) => fail({ failure: "connect", detail: `${address} ${addressFailureOf(error).detail}` }));
    socket.once("connect", () => {
      const reached = socket.remoteAddress;
      if (reached !== undefined && !isSameAddress(address, reached)) {
        return fail({ failure: "blocked", detail: `reached ${reached} instead of ${address}` });
      }
      clearTimeout(limit);
      socket.removeAllListeners("error").on("error", () => undefined); // whoever asks over it listens to what it wants to know
      resolve(socket);
    });
  });
}

function secure(
  plain: net.Socket,
  host: string,
  extraCas: readonly string[] | undefined,
  deadline: Deadline,
): Promise<tls.TLSSocket | DialFailure> {
  return new Promise((resolve) => {
    const socket = tls.connect({
      socket: plain,
      host,
      servername: net.isIP(host) === 0 ? host : undefined,
      secureContext: httpContext(extraCas),
      ALPNProtocols: ["http/1.1"],
    });
    const fail = (failure: DialFailure) => {
      socket.destroy();
      resolve(failure);
    };
    deadline.onPass(() => fail({ failure: "timeout", detail: "the TLS handshake did not end" }));
    socket.once("error", (error: NodeJS.ErrnoException) => fail({ failure: "tls", detail: error.code ?? error.message }));
    socket.once("secureConnect", () => {
      socket.removeAllListeners("error").on("error", () => undefined);
      resolve(socket);
    });
  });
}
