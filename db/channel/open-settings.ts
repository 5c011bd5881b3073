import { openSecret, SealedForGood } from "../secret/open-secret.ts";

/** The secret settings of a channel, opened; none where there are none, or where they cannot be opened any more. */
export function openSettings(teamId: number, channelId: number, sealed: Uint8Array | null): Record<string, unknown> {
  if (sealed === null) return {};
  try {
    return JSON.parse(openSecret({ owner: { teamId, channelId }, secret: Buffer.from(sealed) })) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof SealedForGood) return {};
    throw error;
  }
}
