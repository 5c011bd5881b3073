import { acknowledgeByLink } from "#app/_data/incident/acknowledge-by-link.ts";
import { waitSentence } from "#core/form/wait-sentence.ts";

/**
 * "I have it", by the signed link of a message: who has the link needs no session, and no script. Scanners follow links and send no forms.
 * The answer leads back to the page of the link, which says what came of it.
 */
export async function POST(request: Request): Promise<Response> {
  const link = new URL(request.url).searchParams.get("link") ?? "";
  const waitS = await acknowledgeByLink(link, request.headers);
  if (waitS > 0) return new Response(waitSentence(waitS), { status: 429, headers: { "Retry-After": String(waitS) } });
  return new Response(null, { status: 303, headers: { Location: `/acknowledge?link=${encodeURIComponent(link)}` } });
}
