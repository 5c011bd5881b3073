import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "#env.ts";
import { signIn } from "./account/sign-in.ts";
import { clientAddress } from "./client-address.ts";
import { log } from "./log.ts";
import { SESSION_COOKIE, SESSION_S } from "./session.ts";

/** A session is a signed cookie of two claims (session.ts); each request asks the database whether they still hold (viewer.ts). */
export const authOptions: NextAuthOptions = {
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: SESSION_S },
  cookies: { sessionToken: SESSION_COOKIE },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      authorize: async (credentials, request) => {
        const from = clientAddress(new Headers(request.headers));
        const attempt = await signIn(credentials?.email ?? "", credentials?.password ?? "", from).catch((error: unknown) => {
          log.error({ err: error }, "signing in failed");
          throw new Error("failed"); // the message travels in a URL
        });
        if (attempt.outcome === "limited") throw new Error(`limited:${attempt.waitS}`);
        return attempt.outcome === "signed-in" ? { id: String(attempt.userId), ...attempt } : null;
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => {
      const { userId, sessionVersion } = user ?? token; // `user` is there when a session is opened, and only then
      return { userId, sessionVersion };
    },
  },
  logger: {
    error: (code) => log.warn({ code: code.slice(0, 100) }, "next-auth"), // its details may hold what was typed
    warn: (code) => log.debug({ code: code.slice(0, 100) }, "next-auth"),
    debug: () => undefined,
  },
};
