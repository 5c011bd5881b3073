import { decode, encode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { env } from "#env.ts";

/** How long a session lasts, in seconds. */
export const SESSION_S = 30 * 24 * 60 * 60;

const isSecure = env.NEXTAUTH_URL.startsWith("https:");

export const SESSION_COOKIE = {
  name: isSecure ? "__Secure-next-auth.session-token" : "next-auth.session-token",
  options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure },
} as const;

/** What a session cookie says: whose it is, and the session version it was opened under. Everything else is asked of the database. */
export type SessionClaims = { userId: number; sessionVersion: number };

/** Opens a session in this browser, or carries an open one over to a new session version. */
export async function openSession({ userId, sessionVersion }: SessionClaims): Promise<void> {
  const value = await encode({ token: { userId, sessionVersion }, secret: env.NEXTAUTH_SECRET, maxAge: SESSION_S });
  (await cookies()).set(SESSION_COOKIE.name, value, { ...SESSION_COOKIE.options, maxAge: SESSION_S });
}

/** What this browser's session cookie says; null without one, or with one that is not ours or out of date. */
export async function readSession(): Promise<SessionClaims | null> {
  const value = (await cookies()).get(SESSION_COOKIE.name)?.value;
  if (!value) return null;
  try {
    return await decode({ token: value, secret: env.NEXTAUTH_SECRET });
  } catch {
    return null; // forged, expired, or sealed with a secret we no longer have: as good as none
  }
}

/** Ends the session of this browser. */
export async function closeSession(): Promise<void> {
  (await cookies()).set(SESSION_COOKIE.name, "", { ...SESSION_COOKIE.options, maxAge: 0 });
}
