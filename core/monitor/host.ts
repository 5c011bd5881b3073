import { z } from "zod";
import { isOneLine } from "../text/is-one-line.ts";

/** A host name as people type it: letters, digits, hyphens and dots (RFC 1123 section 2.1), or an IP address literal. */
const HOST_NAME = /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A name whose last label is a number is an IPv4 address to whoever connects, in decimal, octal or hex (WHATWG URL, "ends in a number"). */
const ENDS_IN_A_NUMBER = /(^|\.)(\d+|0x[0-9a-f]*)$/;

const isHost = (host: string) => {
  if (!HOST_NAME.test(host)) return z.ipv6().safeParse(host).success;
  return !ENDS_IN_A_NUMBER.test(host) || z.ipv4().safeParse(host).success;
};

/** A host: trimmed, lower case, without the root dot; a clear sentence for what cannot be one. */
export const hostSchema = z
  .string()
  .trim()
  .toLowerCase()
  .transform((host) => host.replace(/\.$/, "").replace(/^\[(.*)\]$/, "$1"))
  .superRefine((host, context) => {
    const complain = (message: string) => context.addIssue({ code: "custom", message });
    if (host === "") return complain("Enter the server's name or address.");
    if (/\s/.test(host)) return complain("A host name has no spaces.");
    if (host.length > 253) return complain("A host name has at most 253 characters.");
    if (host.includes("@")) return complain("Enter a server, not an e-mail address.");
    if (host.includes("/")) return complain("Enter only the host, without a scheme or a path.");
    if (!isHost(host)) complain("This is neither a host name nor an IP address.");
  });

export const portSchema = z.coerce
  .number({ error: "Enter a port number." })
  .int("A port is a whole number.")
  .min(1, "A port is between 1 and 65535.")
  .max(65_535, "A port is between 1 and 65535.");

/** The name we say in EHLO (RFC 5321 section 4.1.1.1): a host name or an address literal; CR and LF can never get in. */
export const ehloNameSchema = z
  .string()
  .refine(isOneLine, "An EHLO name has no line breaks.")
  .transform((name) => name.trim().toLowerCase())
  .refine((name) => name.length <= 253, "An EHLO name has at most 253 characters.")
  .refine(
    (name) => HOST_NAME.test(name) || /^\[(?:ipv6:)?[0-9a-f.:]+\]$/.test(name),
    "An EHLO name is a host name, such as probe.example.com.",
  );
