/**
 * A small SMTP server that greets after a while, in a process of its own. smtp-sink can do so too, but goes through a list of all who wait at
 * every step of every dialogue. Argument: how long it takes to greet, in seconds. Sends its parent the port it listens on.
 */
import { createServer, type AddressInfo } from "node:net";

const greetsAfterMs = Number(process.argv[2]) * 1000;
const BACKLOG = 4_000;

const HELLO = "250-slow.ehlowatch.test\r\n250-PIPELINING\r\n250-ENHANCEDSTATUSCODES\r\n250 8BITMIME\r\n";

const server = createServer({ noDelay: true }, (socket) => {
  const greeting = setTimeout(() => socket.write("220 slow.ehlowatch.test ESMTP\r\n"), greetsAfterMs);
  socket.on("error", () => socket.destroy());
  socket.on("close", () => clearTimeout(greeting));
  socket.on("data", (bytes) => {
    if (bytes.toString("latin1", 0, 4) === "EHLO") socket.write(HELLO); // a check sends one command at a time, in one piece
    else socket.end("221 2.0.0 Bye\r\n");
  });
});
server.listen({ host: "0.0.0.0", port: 0, backlog: BACKLOG }, () => process.send!((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());
