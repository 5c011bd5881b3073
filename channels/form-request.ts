import type { HttpRequest } from "#network/http-client.ts";

/** A request that posts fields as an HTML form does; those that are undefined are left out. */
export function formRequest(
  url: string,
  fields: Readonly<Record<string, string | undefined>>,
  headers: Readonly<Record<string, string>> = {},
): HttpRequest {
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  const body = new URLSearchParams(given).toString();
  return { method: "POST", url, headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers }, body };
}
