import { playProvider, type ProviderAnswer, type ProviderRequest } from "./play-provider.ts";
import { sendContext, type Given } from "./send-context.ts";

export const API_KEY = "eb243592-faa2-4ba2-a551-1afdf565c889";

const REQUEST_ID = "43a29c5c-3dbf-4fa4-9c26-f4f71023e120";
const CLOSE = /\/v2\/alerts\/([\w-]+)\/close$/;

/** An alert as it was created, as far as it is looked at here. */
export type OpsgenieAlert = {
  message: string;
  alias: string;
  description: string;
  details: Record<string, string>;
  entity?: string;
  tags: string[];
  source: string;
  priority: string;
};

/** The Alert API as its reference has it (https://docs.opsgenie.com/docs/alert-api, https://docs.opsgenie.com/docs/response); it keeps which alerts are open. */
export async function playOpsgenie(
  at = "https://api.opsgenie.com",
  instead: (path: string) => ProviderAnswer | undefined = () => undefined,
) {
  const alerts: OpsgenieAlert[] = [];
  const open = new Set<string>();
  const { origin, asked } = await playProvider((request) => {
    const refused = refusalOf(request) ?? instead(request.path);
    if (refused !== undefined) return refused;
    const closed = CLOSE.exec(request.path)?.[1];
    if (closed !== undefined) open.delete(closed);
    else {
      const alert = request.json as OpsgenieAlert;
      alerts.push(alert);
      open.add(alert.alias);
    }
    return { status: 202, body: { result: "Request will be processed", took: 0.302, requestId: REQUEST_ID } };
  });
  return { asked, alerts, open, context: (more: Given = {}) => sendContext({ leads: { [at]: origin }, ...more }) };
}

/** An error as Opsgenie says it. */
export function opsgenieError(status: number, message: string, errors?: Record<string, string>): ProviderAnswer {
  return { status, body: { message, ...(errors && { errors }), took: 0.001, requestId: REQUEST_ID } };
}

function refusalOf({ method, path, query, headers, json }: ProviderRequest): ProviderAnswer | undefined {
  if (method !== "POST") return opsgenieError(405, "Method Not Allowed");
  if (headers.authorization !== `GenieKey ${API_KEY}`) return opsgenieError(401, "Could not authenticate");
  if (json === undefined) return opsgenieError(400, "Request body is not a valid JSON");
  if (CLOSE.test(path)) return query.get("identifierType") === "alias" ? undefined : opsgenieError(422, "Identifier is not valid");
  if (!path.endsWith("/v2/alerts")) return opsgenieError(404, "Not Found");
  const errors = complaintsAbout(json as Partial<OpsgenieAlert>);
  if (Object.keys(errors).length === 0) return undefined;
  return opsgenieError(422, "Request body is not processable. Please check the errors.", errors);
}

function complaintsAbout(alert: Partial<OpsgenieAlert>): Record<string, string> {
  const limits = [
    ["message", 130],
    ["alias", 512],
    ["description", 15_000],
    ["entity", 512],
    ["source", 100],
  ] as const;
  const tooLong = limits.filter(([name, most]) => (alert[name]?.length ?? 0) > most);
  return {
    ...(alert.message ? {} : { message: "Message can not be empty." }),
    ...Object.fromEntries(tooLong.map(([name, most]) => [name, `${name} can not be longer than ${most} characters.`])),
    ...(JSON.stringify(alert.details ?? {}).length > 8_000 ? { details: "Details can not be longer than 8000 characters." } : {}),
    ...(/^P[1-5]$/.test(alert.priority ?? "P3") ? {} : { priority: "Priority should be one of P1, P2, P3, P4, P5." }),
  };
}
