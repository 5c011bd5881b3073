import { stopByLink } from "#app/_data/monthly/stop-by-link.ts";
import { waitSentence } from "#core/form/wait-sentence.ts";

/** Far more than a form of one field. */
const MOST_BYTES = 4 * 1024;

/**
 * "Stop this monthly mail", by its signed link, from the button of our page or that of a mail program (RFC 8058). Scanners follow links and send no
 * forms. A mail program gets its answer here, for it follows no redirect; the page leads back to itself and says what came of it.
 */
export async function POST(request: Request): Promise<Response> {
  if (Number(request.headers.get("content-length") ?? MOST_BYTES + 1) > MOST_BYTES) return new Response(null, { status: 413 });
  const form = await request.formData().catch(() => null); // it is none
  const link = linkOf(request);
  const outcome = await stopByLink(link, request.headers);
  if (typeof outcome === "number")
    return new Response(waitSentence(outcome), { status: 429, headers: { "Retry-After": String(outcome) } });
  if (form?.get("List-Unsubscribe") !== "One-Click") return seePage(link);
  if (outcome === "nowhere") return new Response("This link leads nowhere.\n", { status: 404 });
  return new Response("The monthly mail is not sent to this address any more.\n");
}

/** A mail program without one click opens the link of its button. */
export function GET(request: Request): Response {
  return seePage(linkOf(request));
}

function linkOf(request: Request): string {
  return new URL(request.url).searchParams.get("link") ?? "";
}

function seePage(link: string): Response {
  return new Response(null, { status: 303, headers: { Location: `/stop?link=${encodeURIComponent(link)}` } });
}
