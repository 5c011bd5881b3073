import http from "node:http";
import { listening } from "./server/listening.ts";

/** What Next.js calls for a request to a route. */
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/**
 * Serves a route's POST on loopback until the test is over, its path written as in its folder: `/api/calls/[deliveryId]/[provider]`.
 * Returns where a URL of the product is served.
 */
export async function serveRoute(path: string, handler: unknown): Promise<(url: string) => string> {
  const names = [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => name!);
  const pattern = new RegExp(`^${path.replaceAll(/\[\w+\]/g, "([^/]+)")}$`);
  const server = http.createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => void answer(request, Buffer.concat(pieces)).then((given) => respond(given, response)));
  });
  const answer = async ({ url = "", headers }: http.IncomingMessage, body: Buffer): Promise<Response> => {
    const [, ...values] = pattern.exec(url) ?? [];
    if (values.length !== names.length) return new Response(null, { status: 404 });
    const params = Object.fromEntries(names.map((name, index) => [name, values[index]!]));
    const request = new Request(`http://localhost${url}`, {
      method: "POST",
      headers: headers as Record<string, string>,
      body: new Uint8Array(body),
    });
    return (handler as Handler)(request, { params: Promise.resolve(params) });
  };
  const { port } = await listening(server);
  return (url) => `http://127.0.0.1:${port}${new URL(url).pathname}`;
}

async function respond(given: Response, response: http.ServerResponse): Promise<void> {
  response.writeHead(given.status).end(await given.text());
}
