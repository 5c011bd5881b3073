import { answerCall } from "#app/_data/call/answer-call.ts";
import { parseId } from "#core/form/parse-id.ts";

type Params = { params: Promise<{ deliveryId: string; provider: string }> };

/** A provider asks what a call says, or tells which key was pressed: answered in its XML, and only where it has signed. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { deliveryId: idText, provider } = await params;
  const deliveryId = parseId(idText);
  if (deliveryId === null) return new Response("There is nothing here.\n", { status: 404 });
  const fields = new URLSearchParams(await request.text());
  const script = await answerCall(deliveryId, provider, { fields, header: (name) => request.headers.get(name) });
  if (script === null) return new Response("The signature is not right.\n", { status: 403 });
  return new Response(script, { headers: { "Content-Type": "text/xml; charset=utf-8", "Cache-Control": "no-store" } });
}
