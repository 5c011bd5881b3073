import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

/** A server that webhooks are posted to. It answers as it is told, and keeps what it was given. */
export class Receiver {
  readonly given: { body: string; headers: Record<string, string> }[] = [];
  answer = { status: 200, body: "thank you" };
  readonly #server = http.createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (piece: string) => (body += piece));
    request.on("end", () => {
      this.given.push({ body, headers: request.headers as Record<string, string> });
      response.writeHead(this.answer.status).end(this.answer.body);
    });
  });

  async listen(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook?key=never-shown`;
  }

  /** The latest message, as somebody sees it who has this secret; throws where it was not signed with it. */
  latest(secret: string): unknown {
    const { body, headers } = this.given.at(-1)!;
    return new Webhook(secret).verify(body, headers);
  }

  async close(): Promise<void> {
    this.#server.close();
    await once(this.#server, "close");
  }
}
