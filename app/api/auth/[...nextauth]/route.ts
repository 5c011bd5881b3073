import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "#app/_data/auth-options.ts";
import { findViewer } from "#app/_data/viewer.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

const answer = NextAuth(authOptions) as (request: NextRequest, context: Context) => Promise<Response>;

/** A session that the database has ended is none, here as on every page. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (nextauth[0] === "session" && !(await findViewer()))
    return Response.json({}, { headers: { "Cache-Control": "private, no-store" } });
  return answer(request, context);
}

export const POST = answer;
