import { connect } from "node:net";

/** The name every client of a benchmark says in EHLO. */
export const EHLO_NAME = "bench.ehlowatch.test";

/** Greeting, EHLO, QUIT with an ordinary socket and nothing around it. Whether all three replies were good ones. */
export function bareDialogue(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true });
    const commands = [`EHLO ${EHLO_NAME}\r\n`, "QUIT\r\n"];
    let said = "";
    socket.on("error", () => resolve(false));
    socket.on("data", (bytes) => {
      said += bytes.toString("latin1");
      if (!/^\d{3} .*\r\n$/m.test(said)) return; // the last line of a reply has a blank after its code
      const command = said.startsWith("2") ? commands.shift() : undefined;
      if (command) socket.write(command);
      else {
        socket.destroy();
        resolve(said.startsWith("2"));
      }
      said = "";
    });
  });
}
