import { playProvider, type ProviderAnswer, type ProviderRequest } from "./play-provider.ts";
import { sendContext, type Given } from "./send-context.ts";

export const ROUTING_KEY = "e93facc04764012d7bfb002500d5d1a6";

const CHANGES = "/v2/change/enqueue";

/** What was enqueued, as far as it is looked at here. */
export type PagerdutyPost = {
  routing_key: string;
  event_action: string;
  dedup_key: string;
  links?: { href: string; text: string }[];
  payload?: {
    summary: string;
    source: string;
    severity: string;
    timestamp?: string;
    component?: string;
    class?: string;
    custom_details: object;
  };
};

/** Events API v2 as its reference has it (https://developer.pagerduty.com/docs/events-api-v2/overview/); it keeps which alerts are open. */
export async function playPagerduty(
  at = "https://events.pagerduty.com",
  instead: (post: PagerdutyPost) => ProviderAnswer | undefined = () => undefined,
) {
  const posts: PagerdutyPost[] = [];
  const open = new Set<string>();
  const { origin, asked } = await playProvider((request) => {
    const errors = complaints(request);
    if (errors.length > 0) return pagerdutyError(...errors);
    const post = request.json as PagerdutyPost;
    const answer = instead(post);
    if (answer !== undefined) return answer;
    posts.push(post);
    if (request.path === CHANGES) return { status: 202, body: { status: "success", message: "Change event processed" } };
    if (post.event_action === "trigger") open.add(post.dedup_key);
    else open.delete(post.dedup_key);
    return { status: 202, body: { status: "success", message: "Event processed", dedup_key: post.dedup_key } };
  });
  return { asked, posts, open, context: (more: Given = {}) => sendContext({ leads: { [at]: origin }, ...more }) };
}

/** An event that PagerDuty does not take. */
export function pagerdutyError(...errors: string[]): ProviderAnswer {
  return { status: 400, body: { status: "invalid event", message: "Event object is invalid", errors } };
}

function complaints({ method, path, json, body }: ProviderRequest): string[] {
  if (method !== "POST" || !["/v2/enqueue", CHANGES].includes(path)) return ["unknown path"];
  const { routing_key = "", event_action = "", dedup_key = "", payload, links = [] } = (json ?? {}) as Partial<PagerdutyPost>;
  const isChange = path === CHANGES;
  const isTrigger = isChange || event_action === "trigger";
  return [
    ...(routing_key.length === 32 ? [] : ["Length of 'routing_key' is incorrect (should be 32 characters)"]),
    ...(isChange || ["trigger", "acknowledge", "resolve"].includes(event_action) ? [] : ["'event_action' is missing or blank"]),
    ...(isChange || (dedup_key !== "" && dedup_key.length <= 255) ? [] : ["'dedup_key' is missing or too long"]),
    ...(isTrigger && !payload?.summary ? ["'payload.summary' is missing or blank"] : []),
    ...(isTrigger && (payload?.summary.length ?? 0) > 1_024 ? ["'payload.summary' is too long"] : []),
    ...(isTrigger && !payload?.source ? ["'payload.source' is missing or blank"] : []),
    ...(isTrigger && !isChange && !["critical", "error", "warning", "info"].includes(payload?.severity ?? "")
      ? ["'payload.severity' is invalid"]
      : []),
    ...(links.every(({ href, text }) => URL.canParse(href) && text !== "") ? [] : ["'links' is invalid"]),
    ...(Buffer.byteLength(body) > 512 * 1_024 ? ["Event is too large"] : []),
  ];
}
