import type { ChannelKind } from "./channel.ts";

/**
 * A channel as its team wants it: `config` is what its kind keeps openly and `secrets` what it keeps sealed, `leadsTo` says where it leads in
 * a few words. `isVerified` where nobody has to confirm its address, or somebody has.
 */
export type ChannelDraft = {
  kind: ChannelKind;
  name: string;
  config: object;
  secrets: Readonly<Record<string, unknown>>;
  leadsTo: string;
  isVerified: boolean;
};

/** A channel as it is before somebody changes it, its secret settings opened. */
export type ChannelBefore = Pick<ChannelDraft, "kind" | "name" | "config" | "secrets" | "isVerified">;
