/**
 * A small SMTP server that offers STARTTLS, in a process of its own: what it costs is in no figure. smtp-sink knows no TLS.
 * Arguments: certificate file, key file, address. Sends its parent the port it listens on.
 */
import { readFileSync } from "node:fs";
import { createServer, type AddressInfo, type Socket } from "node:net";
import tls from "node:tls";

const [certFile, keyFile, host] = process.argv.slice(2) as [string, string, string];
const secureContext = tls.createSecureContext({ cert: readFileSync(certFile), key: readFileSync(keyFile) });
const BACKLOG = 4_000;

const CAPABILITIES = ["sink.ehlowatch.test", "PIPELINING", "SIZE 10240000", "ENHANCEDSTATUSCODES"];

function serve(socket: Socket, isSecure: boolean): void {
  socket.on("error", () => socket.destroy());
  socket.on("data", (bytes) => {
    const command = bytes.toString("latin1").trim().toUpperCase(); // the clients of a benchmark send one at a time, in one piece
    if (command.startsWith("EHLO")) socket.write(hello(isSecure));
    else if (command === "STARTTLS") secure(socket);
    else if (command === "QUIT") socket.end("221 2.0.0 Bye\r\n");
    else socket.write("502 5.5.1 Not known here\r\n");
  });
}

function hello(isSecure: boolean): string {
  const before = [...CAPABILITIES, ...(isSecure ? [] : ["STARTTLS"])];
  return `${before.map((capability) => `250-${capability}\r\n`).join("")}250 8BITMIME\r\n`;
}

function secure(socket: Socket): void {
  socket.removeAllListeners("data");
  socket.write("220 2.0.0 Ready to start TLS\r\n", () => serve(new tls.TLSSocket(socket, { isServer: true, secureContext }), true));
}

const server = createServer({ noDelay: true }, (socket) => {
  socket.write("220 sink.ehlowatch.test ESMTP\r\n");
  serve(socket, false);
});
server.listen({ host, port: 0, backlog: BACKLOG }, () => process.send!((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());
