import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { createServer, type AddressInfo, type Server } from "node:net";

const MOST_TRIES = 10;

/** One port of loopback that listens over TCP and over UDP. What is free over TCP may just be somebody's question over UDP: then another. */
export async function openDnsPort(): Promise<{ port: number; overTcp: Server; overUdp: Socket }> {
  for (let tries = 1; ; tries += 1) {
    const overTcp = createServer().listen(0, "127.0.0.1");
    await once(overTcp, "listening");
    const { port } = overTcp.address() as AddressInfo;
    const overUdp = createSocket("udp4").bind(port, "127.0.0.1");
    try {
      await once(overUdp, "listening");
      return { port, overTcp, overUdp };
    } catch (error) {
      overTcp.close();
      overUdp.close();
      if (tries === MOST_TRIES) throw error;
    }
  }
}
