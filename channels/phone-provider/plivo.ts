import { createHmac } from "node:crypto";
import { z } from "zod";
import type { HttpOutcome } from "#network/http-client.ts";
import type { SendOutcome } from "../channel.ts";
import { jsonRequest } from "../json-request.ts";
import { readJsonAnswer } from "../read-json-answer.ts";
import { segmentsOf } from "../sms/segments.ts";
import { basicAuth } from "./basic-auth.ts";
import { isSame } from "./is-same.ts";
import { judgeRefusal } from "./judge-provider.ts";
import { readPlivoReport } from "./plivo-report.ts";
import { LONGEST_CALL_S, RINGS_FOR_S, type Account, type PhoneProvider, type ProviderRequest } from "./provider.ts";
import { sortedFields } from "./sorted-fields.ts";
import { speechXml } from "./speech-xml.ts";

/** About the operator's account, not about the number: a wrong token, no credit, not allowed. The operator puts it right. */
const OPERATORS = [401, 402, 403];

const textSchema = z.object({ message: z.string(), message_uuid: z.array(z.string()).min(1) });
const callSchema = z.object({ message: z.string(), request_uuid: z.string() });
const errorSchema = z.object({ error: z.string() });

/** Plivo: its Message and Call API (https://www.plivo.com/docs/messaging/api, https://www.plivo.com/docs/voice/api). */
export function plivo({ origin, user, token, from, sender }: Account): PhoneProvider {
  const resource = (name: string) => `${origin}/v1/Account/${encodeURIComponent(user)}/${name}/`;
  const headers = { Authorization: basicAuth(user, token) };
  const hasSigned = (request: ProviderRequest) => isShown(request, "v3", (nonce) => plivoSignature(token, request, nonce));
  const hasSignedText = (request: ProviderRequest) =>
    request.header("x-plivo-signature-v3-nonce") === null &&
    request.fields.has("MessageUUID") &&
    isShown(request, "v2", (nonce) => plivoTextSignature(token, request.url, nonce));
  return {
    name: "plivo",
    label: "Plivo",
    from,
    async sendSms({ to, text, reportUrl }, ask) {
      const body = { src: bare(sender), dst: bare(to), text, url: reportUrl, method: "POST" };
      const answer = await ask(jsonRequest(resource("Message"), body, headers));
      const taken = readJsonAnswer(answer, textSchema);
      return judge(answer, taken && `${taken.message} as ${taken.message_uuid[0]}`, segmentsOf(text));
    },
    async makeCall({ to, url, reportUrl }, ask) {
      const urls = { answer_url: url, answer_method: "POST", hangup_url: reportUrl, hangup_method: "POST" };
      const body = { from: bare(from), to: bare(to), ...urls, ring_timeout: RINGS_FOR_S, time_limit: LONGEST_CALL_S };
      const answer = await ask(jsonRequest(resource("Call"), body, headers));
      const taken = readJsonAnswer(answer, callSchema);
      return judge(answer, taken && `${taken.message} as ${taken.request_uuid}`, 1);
    },
    hasSigned,
    hasSignedReport: (request) => hasSigned(request) || hasSignedText(request),
    readReport: readPlivoReport,
    script: (speech) =>
      speechXml(speech, {
        say: "Speak",
        pause: "Wait",
        gather: (keyUrl) =>
          `GetInput inputType="dtmf" numDigits="1" executionTimeout="10" redirect="true" method="POST" action="${keyUrl}"`,
      }),
  };
}

/** Whether a request shows a signature of a version, one of those for each token of the account (`""`) or of its main account (`ma-`). */
function isShown({ header }: ProviderRequest, version: "v2" | "v3", signature: (nonce: string) => string): boolean {
  const expected = signature(header(`x-plivo-signature-${version}-nonce`) ?? "");
  const shown = ["", "ma-"].map((of) => header(`x-plivo-signature-${of}${version}`) ?? "");
  return shown.flatMap((list) => list.split(",")).some((each) => isSame(expected, each.trim()));
}

/**
 * The third version of Plivo's signature, of a POST: the URL, its query sorted, the fields sorted by name and value, and the nonce
 * (https://www.plivo.com/docs/voice/concepts/signature-validation).
 */
export function plivoSignature(token: string, { url, fields }: Pick<ProviderRequest, "url" | "fields">, nonce: string): string {
  const { origin, pathname, searchParams } = new URL(url);
  const query = sortedFields(searchParams).map(([name, value]) => `${name}=${value}`);
  const posted = sortedFields(fields).flat().join("");
  const hasFields = fields.size > 0;
  const asked = query.length > 0 || hasFields ? `?${query.join("&")}` : "";
  const between = query.length > 0 && hasFields ? "." : "";
  return createHmac("sha256", token).update(`${origin}${pathname}${asked}${between}${posted}.${nonce}`).digest("base64");
}

/**
 * The second version, with which Plivo may sign what came of a text: the URL without its query, and the nonce. The fields are not signed
 * (https://www.plivo.com/docs/messaging/concepts/signature-validation).
 */
export function plivoTextSignature(token: string, url: string, nonce: string): string {
  const { origin, pathname } = new URL(url);
  return createHmac("sha256", token).update(`${origin}${pathname}${nonce}`).digest("base64");
}

function judge(answer: HttpOutcome, taken: string | null, used: number): SendOutcome {
  if (answer.answered && answer.status < 300 && taken !== null) return { sent: true, receipt: `Plivo: ${taken}`, used };
  const words = readJsonAnswer(answer, errorSchema)?.error ?? null;
  return judgeRefusal("Plivo", answer, { words, passes: answer.answered && OPERATORS.includes(answer.status) ? true : null }, used);
}

/** Plivo writes numbers without the plus, and a sender that is no number as it is. */
function bare(number: string): string {
  return number.replace(/^\+/, "");
}
