/** How a field of a channel's form is filled in. `secret` is stored sealed and never shown again. */
export type ChannelFieldType = "text" | "email" | "tel" | "url" | "secret" | "choice" | "switch";

/**
 * One thing a team says to set up a channel: a field of its form, of the setting called `name`. `hint` says where it is found or what it is
 * for. A `choice` is one of `choices` (value to label), the first unless another is chosen; a `switch` is a boolean; everything else is
 * text, and not there at all where it `isOptional` and left empty.
 */
export type ChannelField = {
  name: string;
  label: string;
  hint?: string;
  type: ChannelFieldType;
  choices?: Readonly<Record<string, string>>;
  isOptional?: boolean;
  /** Another field (a choice) has to have this value, or this one means nothing and is not shown. */
  onlyWhere?: { name: string; is: string };
  /** The secrets are sent to where this leads, so they stay stored only while it stays as it is (docs/decisions/022). */
  bindsSecret?: boolean;
};

/** Whether a field means something by what is chosen in the form: what is not chosen is the first. */
export function meansSomething(
  { onlyWhere }: ChannelField,
  fields: readonly ChannelField[],
  values: Readonly<Record<string, unknown>>,
): boolean {
  if (onlyWhere === undefined) return true;
  const choices = fields.find(({ name }) => name === onlyWhere.name)?.choices ?? {};
  return (values[onlyWhere.name] ?? Object.keys(choices)[0]) === onlyWhere.is;
}
