import type { FormState } from "../form/form-state.ts";

/** A secret setting that we made: shown once. */
export type MadeSecret = { label: string; hint: string; value: string };

/** The state of a channel's form, and the secrets that were made for it just now. */
export type ChannelFormState = FormState & { made?: { channelId: number; secrets: MadeSecret[] } };

/** What the form of a channel sends itself to. */
export type ChannelFormAction = (state: ChannelFormState, form: FormData) => Promise<ChannelFormState>;

/** What a switch sends where it is on; where it is off, it sends nothing. */
export const SWITCHED_ON = "on";

/** The field by which a stored secret is forgotten: without it, one that is left empty is kept. */
export function forgetFieldOf(secretName: string): string {
  return `${secretName}.forget`;
}

/** For so long, in hours, the secret before goes on to count where one that we made is renewed. */
export const FORMER_SECRET_H = 24;
