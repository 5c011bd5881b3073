import { once } from "node:events";
import { createServer } from "node:net";
import { Complaint } from "./complaint.mjs";

/** A port of loopback that nobody listens on right now. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  await once(server, "close");
  return port;
}

/**
 * Complains where a port is taken, naming the setting that changes it.
 * @param {number} port
 * @param {string} host
 * @param {string} setting
 */
export async function checkPort(port, host, setting) {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    throw new Complaint(sentenceFor(/** @type {NodeJS.ErrnoException} */ (error).code, port, host, setting), { cause: error });
  }
  server.close();
  await once(server, "close");
}

/**
 * @param {string | undefined} code
 * @param {number} port
 * @param {string} host
 * @param {string} setting
 */
function sentenceFor(code, port, host, setting) {
  if (code === "EADDRINUSE")
    return `Port ${port} is taken by another program: stop it, or set ${setting} to a free port, such as ${setting}=${port + 1}.`;
  if (code === "EACCES") return `Port ${port} is only for root: set ${setting} to a port above 1023.`;
  return `This machine cannot listen on ${host}: set HOST to an address of its own, or leave it out.`;
}
