import { z } from "zod";
import { settingsOf, type SettingsOf } from "../settings.ts";

/** Where Power Automate takes requests for a workflow, in its older and its newer form, each with its signature in the query. */
const HOSTS = /^(?:[\w-]+\.)+(?:logic\.azure\.(?:com|us|cn)|api\.powerplatform\.(?:com|us|cn))$/;
const RETIRED = /(?:^|\.)(?:webhook\.office\.com|outlook\.office(?:365)?\.com)$/;

const webhookUrlSchema = z
  .string()
  .trim()
  .superRefine((text, context) => {
    const complain = (message: string) => context.addIssue({ code: "custom", message });
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && RETIRED.test(url.hostname))
      return complain("This is a webhook of the old connectors, which Microsoft has retired. Make a workflow instead.");
    const isWorkflow = url?.protocol === "https:" && HOSTS.test(url.hostname) && url.pathname.includes("/workflows/");
    if (!isWorkflow || url.username !== "" || (url.port !== "" && url.port !== "443"))
      return complain("The URL of a workflow begins with https:// and leads to logic.azure.com or powerplatform.com.");
    if (!url.searchParams.has("sig")) complain("The end of the URL is missing: it has a part that begins with sig=.");
  });

/** What a team says to set up a channel or a chat of Teams. Old connectors are gone: it is a workflow that takes the message. */
export const teamsSettings = settingsOf({
  kind: "teams",
  label: "Microsoft Teams",
  about: "Cards in a channel or a chat, by a workflow.",
  schema: z.object({ webhookUrl: webhookUrlSchema }),
  fields: [
    {
      name: "webhookUrl",
      label: "Workflow URL",
      hint: "At the channel: More options, Workflows, “Send webhook alerts to a channel”. The last step shows the URL.",
      type: "secret",
    },
  ],
  leadsTo: () => "a channel or chat, by a workflow",
});
export type TeamsSettings = SettingsOf<typeof teamsSettings>;
