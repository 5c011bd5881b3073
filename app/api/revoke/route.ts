import { revokeByLink, type RevokeWish } from "#app/_data/revocation/revoke-by-link.ts";
import { waitSentence } from "#core/form/wait-sentence.ts";

/** Far more than a form of one field. */
const MOST_BYTES = 4 * 1024;

/**
 * "Stop sending me these", by the signed link of a message, from the button of our page or that of a mail program. Scanners follow links and
 * send no forms. A mail program gets its answer here, for it follows no redirect (RFC 8058 section 3.2); a page leads back to itself.
 */
export async function POST(request: Request): Promise<Response> {
  if (Number(request.headers.get("content-length") ?? MOST_BYTES + 1) > MOST_BYTES) return new Response(null, { status: 413 });
  const form = await request.formData().catch(() => null); // it is none
  const isOneClick = form?.get("List-Unsubscribe") === "One-Click";
  const wish = isOneClick ? "revoke" : wishOf(form?.get("wish"));
  if (wish === null) return new Response("This is not the form of a link.\n", { status: 400 });
  const link = linkOf(request);
  const outcome = await revokeByLink(link, wish, request.headers);
  if (typeof outcome === "number")
    return new Response(waitSentence(outcome), { status: 429, headers: { "Retry-After": String(outcome) } });
  if (!isOneClick) return seePage(link);
  if (outcome === "nowhere") return new Response("This link leads nowhere.\n", { status: 404 });
  return new Response("Nothing more is sent to this address.\n");
}

/** A mail program without one click opens the link of its button. */
export function GET(request: Request): Response {
  return seePage(linkOf(request));
}

function wishOf(text: unknown): RevokeWish | null {
  return text === "revoke" || text === "allow" ? text : null;
}

function linkOf(request: Request): string {
  return new URL(request.url).searchParams.get("link") ?? "";
}

function seePage(link: string): Response {
  return new Response(null, { status: 303, headers: { Location: `/revoke?link=${encodeURIComponent(link)}` } });
}
