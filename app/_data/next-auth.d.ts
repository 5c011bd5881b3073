import type { SessionClaims } from "./session.ts";

declare module "next-auth" {
  interface User extends SessionClaims {}
}

declare module "next-auth/jwt" {
  interface JWT extends SessionClaims {}
}
