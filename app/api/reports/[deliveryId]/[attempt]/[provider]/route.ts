import { takeReport } from "#app/_data/call/take-report.ts";
import { parseId } from "#core/form/parse-id.ts";

type Params = { params: Promise<{ deliveryId: string; attempt: string; provider: string }> };

/** A provider says what came of a text or a call: taken in where it has signed. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { deliveryId: idText, attempt: attemptText, provider } = await params;
  const [deliveryId, attempt] = [parseId(idText), parseId(attemptText)];
  if (deliveryId === null || attempt === null) return new Response("There is nothing here.\n", { status: 404 });
  const fields = new URLSearchParams(await request.text());
  const posted = { fields, header: (name: string) => request.headers.get(name) };
  const isSigned = await takeReport({ deliveryId, attempt }, provider, posted);
  return isSigned ? new Response(null, { status: 204 }) : new Response("The signature is not right.\n", { status: 403 });
}
