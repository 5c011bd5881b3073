/** What uses a channel: monitors, and the names of contacts and of escalation policies. */
export type ChannelUses = {
  monitors: readonly unknown[];
  contacts: readonly string[];
  policies: readonly string[];
};

/** What happens to what uses a channel when it is deleted, in sentences. */
export function whatEndsWith({ monitors, contacts, policies }: ChannelUses): string {
  const sentences = [
    monitors.length === 1 && "The monitor that tells it will tell one channel less.",
    monitors.length > 1 && `The ${monitors.length} monitors that tell it will tell one channel less.`,
    contacts.length > 0 && `${listed(contacts)} will be reached on one channel less.`,
    policies.length > 0 && `What ${listed(policies)} would tell it goes to the next step at once.`,
  ].filter((sentence) => sentence !== false);
  return sentences.length === 0 ? "Nothing tells it." : sentences.join(" ");
}

const NAMED = 3;

function listed(names: readonly string[]): string {
  const named = names.length > NAMED ? [...names.slice(0, NAMED), `${names.length - NAMED} more`] : names;
  return named.length === 1 ? named[0]! : `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
}
