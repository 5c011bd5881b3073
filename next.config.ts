import type { NextConfig } from "next";

/** What every answer carries. The Content-Security-Policy has a nonce and is made for each page by proxy.ts. */
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

const HSTS = { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" };

const config: NextConfig = {
  poweredByHeader: false,
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true }, // `npm run check` reads all types, with the tools that a build does without
  turbopack: { root: import.meta.dirname }, // not the folder of a lock file further up
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers: SECURITY_HEADERS },
      // Only over TLS, which ends at a proxy in front: a browser would hold a plain http dashboard to it for a year.
      { source: "/:path*", has: [{ type: "header", key: "x-forwarded-proto", value: "https" }], headers: [HSTS] },
    ]),
};

export default config;
