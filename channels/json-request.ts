import type { HttpRequest } from "#network/http-client.ts";

/** A request that posts JSON. */
export function jsonRequest(
  url: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): HttpRequest & { body: string } {
  return {
    method: "POST",
    url,
    headers: { "Content-Type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(body),
  };
}
