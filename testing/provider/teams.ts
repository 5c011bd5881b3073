import { playProvider, type ProviderAnswer, type ProviderRequest } from "./play-provider.ts";
import { sendContext, type Given } from "./send-context.ts";

const ORIGIN = "https://prod-12.westeurope.logic.azure.com:443";
const PATH = "/workflows/0f4bd36ad7e84b2f9f4d6a6d4a3c2b1e/triggers/manual/paths/invoke";
const SIGNATURE = "4rVx0c2dI5m1k0vF9qT8hJ3lWz7nYbXaSgPuRoEeDtC";
export const WEBHOOK_URL = `${ORIGIN}${PATH}?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${SIGNATURE}`;

/** An element of a card, as far as it is looked at here. */
export type CardPart = {
  type: string;
  style?: string;
  text?: string;
  title?: string;
  url?: string;
  items?: CardPart[];
  inlines?: CardPart[];
};
/** A card as the workflow is given it. */
export type TeamsCard = { type: string; version: string; body: CardPart[]; actions: CardPart[] };

/**
 * A workflow that begins "when a Teams webhook request is received", as its reference has it
 * (https://learn.microsoft.com/connectors/teams/#microsoft-teams-webhook): 202 and no body; errors are those of Azure Logic Apps.
 */
export async function playTeams(instead: (card: TeamsCard) => ProviderAnswer | undefined = () => undefined) {
  const cards: TeamsCard[] = [];
  const { origin, asked } = await playProvider((request) => {
    const refused = refusalOf(request);
    if (refused !== undefined) return refused;
    const card = cardOf(request)!;
    cards.push(card);
    return instead(card) ?? { status: 202 };
  });
  return { asked, cards, context: (more: Given = {}) => sendContext({ leads: { [ORIGIN]: origin }, ...more }) };
}

/** An error as Azure Logic Apps says it. */
export function teamsError(status: number, code: string, message: string): ProviderAnswer {
  return { status, body: { error: { code, message } } };
}

function refusalOf(request: ProviderRequest): ProviderAnswer | undefined {
  const { method, path, query, body } = request;
  if (path !== PATH) return teamsError(404, "WorkflowNotFound", "The workflow could not be found.");
  if (method !== "POST") return teamsError(404, "WorkflowTriggerNotFound", "The trigger does not take this method.");
  if (query.get("sig") !== SIGNATURE)
    return teamsError(401, "AuthorizationFailed", "The authentication credentials are not valid.");
  const card = cardOf(request);
  if (card?.type !== "AdaptiveCard" || card.version !== "1.4" || !card.body.every(isKnown) || !card.actions.every(isKnown))
    return teamsError(
      400,
      "TriggerInputSchemaMismatch",
      "The input body for trigger 'manual' did not match its schema definition.",
    );
  if (Buffer.byteLength(body) > 28_000) return teamsError(413, "RequestEntityTooLarge", "The message is larger than 28 KB.");
  return undefined;
}

function cardOf({ json }: ProviderRequest): TeamsCard | undefined {
  const message = json as { type?: string; attachments?: { contentType: string; content: TeamsCard }[] } | undefined;
  const [attachment] = message?.attachments ?? [];
  const isCard = message?.type === "message" && attachment?.contentType === "application/vnd.microsoft.card.adaptive";
  return isCard ? attachment.content : undefined;
}

function isKnown({ type, items = [], inlines = [], title, url, text }: CardPart): boolean {
  if (type === "Action.OpenUrl") return title !== undefined && url !== undefined && URL.canParse(url);
  if (type === "TextRun") return text !== undefined;
  return ["Container", "RichTextBlock"].includes(type) && [...items, ...inlines].every(isKnown);
}
