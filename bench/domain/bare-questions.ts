import { createSocket } from "node:dgram";
import { once } from "node:events";
import packet from "dns-packet";

/** Puts so many questions over one socket, `atOnce` at a time, reads of each answer no more than whose it is, and returns the CPU of this process in microseconds. */
export async function bareQuestions(resolver: string, name: string, count: number, atOnce: number): Promise<number> {
  const socket = createSocket("udp4");
  const questions = Array.from({ length: count }, (_, at) =>
    packet.encode({ type: "query", id: at & 0xff_ff, flags: packet.RECURSION_DESIRED, questions: [{ type: "MX", name }] }),
  );
  const before = process.cpuUsage();
  socket.connect(53, resolver);
  await once(socket, "connect");
  let answered = 0;
  const over = new Promise<void>((resolve) =>
    socket.on("message", () => {
      const next = questions.pop();
      if (next) socket.send(next);
      if (++answered === count) resolve();
    }),
  );
  for (const question of questions.splice(0, atOnce)) socket.send(question);
  await over;
  const { user, system } = process.cpuUsage(before);
  socket.close();
  return user + system;
}
