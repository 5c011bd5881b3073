import { randomBytes } from "node:crypto";
import { z } from "zod";
import { readHttpUrl } from "#network/http-url.ts";
import { formerSecretSchema, settingsOf, type SettingsOf } from "../settings.ts";
import { webhookSample } from "./sample.ts";

/** 32 bytes, within the 24 to 64 that Standard Webhooks asks for. */
const SECRET_BYTES = 32;
const SECRET = /^whsec_[A-Za-z0-9+/]{43}=$/;

/** A name of a header (RFC 9110 section 5.1), and a value of what is printed in ASCII, so that it is one line for every server. */
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]{1,100}$/;
const HEADER_VALUE = /^[\x21-\x7e](?:[\x20-\x7e]{0,998}[\x21-\x7e])?$/;
/** Headers that say where a message begins and ends, or that are ours. */
const NOT_TO_BE_SET =
  /^(?:host|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|keep-alive|proxy-.*|accept-encoding|user-agent|webhook-.*)$/i;

const urlSchema = z
  .string()
  .trim()
  .superRefine((text, context) => {
    const target = text === "" ? "Enter the URL that takes the messages." : readHttpUrl(text);
    if (typeof target === "string") context.addIssue({ code: "custom", message: target });
  });

const headerNameSchema = z
  .string()
  .trim()
  .regex(HEADER_NAME, "The name of a header has letters, digits and hyphens, as in X-Api-Key.")
  .refine((name) => !NOT_TO_BE_SET.test(name), "This header is set by Ehlowatch.");

/** What a team says to set up a webhook. Its URL often holds a key, so it is kept as a secret; the secret it is signed with we make. */
export const webhookSettings = settingsOf({
  kind: "webhook",
  label: "Webhook",
  about: "Signed JSON to a URL of yours (Standard Webhooks).",
  schema: z
    .object({
      url: urlSchema,
      headerName: headerNameSchema.optional(),
      headerValue: z.string().regex(HEADER_VALUE, "A header has one line of ASCII, without spaces around it.").optional(),
      signingSecret: z.string().regex(SECRET),
      formerSecret: formerSecretSchema.optional(),
    })
    .superRefine(({ headerName, headerValue }, context) => {
      const complain = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
      if (headerName !== undefined && headerValue === undefined) complain("headerValue", "Enter what the header says.");
      if (headerName === undefined && headerValue !== undefined) complain("headerName", "Enter the name of the header.");
    }),
  fields: [
    {
      name: "url",
      label: "URL",
      hint: "It gets a POST and answers with a status of 2xx. Redirects are not followed.",
      type: "secret",
      bindsSecret: true,
    },
    {
      name: "headerName",
      label: "Header name",
      hint: "Where your server asks for one besides the signature, such as Authorization.",
      type: "text",
      isOptional: true,
    },
    { name: "headerValue", label: "Header value", hint: "Such as Bearer and a token.", type: "secret", isOptional: true },
  ],
  made: [
    {
      name: "signingSecret",
      former: "formerSecret",
      label: "Signing secret",
      hint: "Your server verifies each message with it, by any library of Standard Webhooks.",
      make: () => `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`,
    },
  ],
  sample: webhookSample,
  leadsTo: ({ url }) => new URL(url).host,
});
export type WebhookSettings = SettingsOf<typeof webhookSettings>;
