import { notFound } from "next/navigation";
import { loadCheck } from "#app/_data/monitor/load-check.ts";

type Context = { params: Promise<{ monitorId: string; check: string }> };

/** The transcript of a check as a text file. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { monitorId, check } = await params;
  const { text, checkId } = await loadCheck(monitorId, check);
  if (text === null) notFound();
  return new Response(text, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="transcript-${monitorId}-${checkId}.txt"`,
      "Cache-Control": "private, no-store",
    },
  });
}
