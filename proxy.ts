import { NextResponse, type NextRequest } from "next/server";
import { contentSecurityPolicy } from "#core/system/content-security-policy.ts";
import { env } from "#env.ts";

/** Pages whose address holds a token: it must not leave in a Referer, and no search engine keeps it. */
const TOKEN_PAGES = new Set(["/confirm", "/reset", "/acknowledge", "/revoke", "/report", "/stop"]);

/**
 * Gives each page its Content-Security-Policy, and tells it the path it was asked for, so that signing in can lead back there. It
 * locks nothing: each page, action and route asks for its viewer itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, env.NODE_ENV === "development");

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  if (TOKEN_PAGES.has(request.nextUrl.pathname)) {
    response.headers.set("Referrer-Policy", "no-referrer");
    response.headers.set("X-Robots-Tag", "noindex, nofollow");
  }
  return response;
}

export const config = { matcher: "/((?!api/|_next/static/|icon.svg|favicon.ico).*)" };
