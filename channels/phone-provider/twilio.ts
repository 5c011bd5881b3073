import { createHmac } from "node:crypto";
import { z } from "zod";
import type { HttpOutcome } from "#network/http-client.ts";
import type { SendOutcome } from "../channel.ts";
import { formRequest } from "../form-request.ts";
import { readJsonAnswer } from "../read-json-answer.ts";
import { segmentsOf } from "../sms/segments.ts";
import { basicAuth } from "./basic-auth.ts";
import { isSame } from "./is-same.ts";
import { judgeRefusal } from "./judge-provider.ts";
import { LONGEST_CALL_S, RINGS_FOR_S, type Account, type PhoneProvider, type ProviderRequest } from "./provider.ts";
import { sortedFields } from "./sorted-fields.ts";
import { speechXml } from "./speech-xml.ts";
import { readTwilioReport } from "./twilio-report.ts";

/**
 * Errors that pass: too many at once (20429, 10004, 14107, 21611, 30001), and those that are about the operator's account and not about the
 * number, which the operator puts right: a wrong token, an account that is suspended or empty, a sender that is not its own
 * (https://www.twilio.com/docs/api/errors). Every other 4xx is about the number or the message.
 */
const PASSING = [20429, 10004, 14107, 21611, 30001, 20003, 20005, 10001, 30002, 21212, 21603, 21606, 21659, 21660, 21210];

/** Where it cannot reach us a text goes out all the same: we shall not hear what came of it. */
const NO_SUCH_REPORT_URL = 21609;

const takenSchema = z.object({
  sid: z.string(),
  status: z.string(),
  num_segments: z.string().nullish(),
  price: z.string().nullish(),
  price_unit: z.string().nullish(),
});
const errorSchema = z.object({ code: z.number().nullish(), message: z.string().nullish() });

/** Twilio: Messages and Calls of its REST API (https://www.twilio.com/docs/messaging/api, https://www.twilio.com/docs/voice/api). */
export function twilio({ origin, user, token, from, sender }: Account): PhoneProvider {
  const resource = (name: string) => `${origin}/2010-04-01/Accounts/${encodeURIComponent(user)}/${name}.json`;
  const headers = { Authorization: basicAuth(user, token) };
  const source = /^MG[0-9a-f]{32}$/.test(sender) ? { MessagingServiceSid: sender } : { From: sender };
  const hasSigned = ({ url, fields, header }: ProviderRequest) => {
    const shown = header("x-twilio-signature") ?? "";
    return spellingsOf(url).some((each) => isSame(twilioSignature(token, { url: each, fields }), shown));
  };
  return {
    name: "twilio",
    label: "Twilio",
    from,
    async sendSms({ to, text, reportUrl }, ask) {
      const fields = { To: to, Body: text, ...source };
      const send = (more: Record<string, string>) => ask(formRequest(resource("Messages"), { ...fields, ...more }, headers));
      const answer = await send({ StatusCallback: reportUrl });
      const isAboutReports = readJsonAnswer(answer, errorSchema)?.code === NO_SUCH_REPORT_URL;
      return judge(isAboutReports ? await send({}) : answer, segmentsOf(text));
    },
    async makeCall({ to, url, reportUrl }, ask) {
      const told = { StatusCallback: reportUrl, StatusCallbackEvent: "completed", StatusCallbackMethod: "POST" };
      const limits = { Timeout: String(RINGS_FOR_S), TimeLimit: String(LONGEST_CALL_S) };
      const fields = { To: to, From: from, Url: url, Method: "POST", ...limits, ...told };
      return judge(await ask(formRequest(resource("Calls"), fields, headers)), 1);
    },
    hasSigned,
    hasSignedReport: hasSigned,
    readReport: readTwilioReport,
    script: (speech) =>
      speechXml(speech, {
        say: "Say",
        pause: "Pause",
        gather: (keyUrl) => `Gather input="dtmf" numDigits="1" timeout="10" method="POST" action="${keyUrl}"`,
      }),
  };
}

/** The URL with each field behind it, name and value, sorted by name (https://www.twilio.com/docs/usage/security). */
export function twilioSignature(token: string, { url, fields }: Pick<ProviderRequest, "url" | "fields">): string {
  return createHmac("sha1", token)
    .update(url + sortedFields(fields).flat().join(""))
    .digest("base64");
}

/** Twilio signs a URL with its port or without it, whatever it was given, and its own libraries take both. */
function spellingsOf(url: string): string[] {
  const { protocol, port, host, hostname } = new URL(url);
  const other = port === "" ? `${hostname}:${protocol === "https:" ? 443 : 80}` : hostname;
  return [url, url.replace(`//${host}`, `//${other}`)];
}

function judge(answer: HttpOutcome, used: number): SendOutcome {
  const taken = readJsonAnswer(answer, takenSchema);
  if (answer.answered && answer.status === 201 && taken !== null) return { sent: true, receipt: receiptOf(taken), used };
  const error = readJsonAnswer(answer, errorSchema);
  const code = error?.code ?? null;
  const words = error?.message ? `${error.message}${code === null ? "" : ` (${code})`}` : null;
  return judgeRefusal("Twilio", answer, { words, passes: code !== null && PASSING.includes(code) ? true : null }, used);
}

/** The price is rarely known before the text is sent, and negative: it is taken from the account. */
function receiptOf({ sid, status, price, price_unit: unit }: z.infer<typeof takenSchema>): string {
  return `Twilio: ${status} as ${sid}${price ? `, ${price.replace("-", "")} ${unit ?? ""}`.trimEnd() : ""}`;
}
