import { acknowledgeInSlack } from "#app/_data/incident/acknowledge-in-slack.ts";

/** Far more than Slack sends with one of our messages. */
const MOST_BYTES = 256 * 1024;

/** The Request URL of a team's app in Slack: it is told of every button that somebody presses. */
export async function POST(request: Request): Promise<Response> {
  if (Number(request.headers.get("content-length") ?? MOST_BYTES + 1) > MOST_BYTES) return new Response(null, { status: 413 });
  const isSlack = await acknowledgeInSlack(await request.text(), request.headers);
  return new Response(null, { status: isSlack ? 200 : 401 });
}
