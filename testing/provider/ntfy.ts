import { playProvider, type ProviderAnswer, type ProviderRequest } from "./play-provider.ts";
import { sendContext, type Given } from "./send-context.ts";

export const TOPIC = "mail-x7Kq2";
export const TOKEN = "tk_AgQdq7mVBoFD37zQVN29RhuMzNIz2";

/** What was published, as far as it is looked at here. */
export type NtfyPost = {
  topic: string;
  title: string;
  message: string;
  priority: number;
  tags: string[];
  click: string;
  actions: { action: string; label: string; url: string }[];
  markdown?: boolean;
};

/** A server of ntfy whose topic is protected, as its reference has it (https://docs.ntfy.sh/publish/#publish-as-json); errors as it says them. */
export async function playNtfy(instead: (post: NtfyPost) => ProviderAnswer | undefined = () => undefined) {
  const posts: NtfyPost[] = [];
  const { origin, asked } = await playProvider((request) => {
    const refused = refusalOf(request);
    if (refused !== undefined) return refused;
    const post = request.json as NtfyPost;
    posts.push(post);
    const published = { id: `sPs71M8A2T${posts.length}`, time: 1_643_935_928, expires: 1_643_979_128, event: "message", ...post };
    return instead(post) ?? { status: 200, body: published };
  });
  return { asked, posts, context: (more: Given = {}) => sendContext({ leads: { "https://ntfy.sh": origin }, ...more }) };
}

/** An error as ntfy says it. */
export function ntfyError(code: number, error: string): ProviderAnswer {
  const status = Math.floor(code / 100);
  return { status, body: { code, http: status, error, link: "https://ntfy.sh/docs/publish/" } };
}

function refusalOf({ method, path, headers, json, body }: ProviderRequest): ProviderAnswer | undefined {
  if (!["POST", "PUT"].includes(method) || path !== "/") return ntfyError(40_401, "page not found");
  const post = json as NtfyPost | undefined;
  if (post === undefined) return ntfyError(40_024, "invalid request: request body must be valid JSON");
  if (Buffer.byteLength(body) > 2 * 4_096) return ntfyError(41_303, "JSON body too large");
  if (!/^[-_A-Za-z0-9]{1,64}$/.test(post.topic)) return ntfyError(40_009, "invalid request: topic invalid");
  if (headers.authorization === undefined) return ntfyError(40_301, "forbidden");
  if (headers.authorization !== `Bearer ${TOKEN}`) return ntfyError(40_101, "unauthorized");
  if (!(post.priority >= 1 && post.priority <= 5)) return ntfyError(40_007, "invalid priority parameter");
  if (post.actions.length > 3 || !post.actions.every(({ action, url }) => action === "view" && URL.canParse(url)))
    return ntfyError(40_018, "invalid request: actions invalid");
  // the real one would take it and show a file in place of a message
  return Buffer.byteLength(post.message) > 4_096 ? ntfyError(40_014, "invalid request: attachments not allowed") : undefined;
}
