import { expect, test } from "vitest";
import { scriptJsonSchema } from "./script-json-schema.ts";
import { formOf, STEP_FORMS } from "./step-forms.ts";

type Schema = { properties?: Record<string, Schema>; const?: string; anyOf?: Schema[]; oneOf?: Schema[] };

const { $defs } = scriptJsonSchema() as { $defs: { step: Schema } };
const STEPS = $defs.step.anyOf!.flatMap((kind) => kind.oneOf ?? kind.anyOf ?? [kind]);

/** Every path at which a step of this schema may have something, without the word that says which step it is. */
function pathsOf({ properties = {} }: Schema): string[] {
  return Object.entries(properties).flatMap(([key, part]) => {
    if (part.const !== undefined) return [];
    const below = pathsOf(part);
    return below.length === 0 ? [key] : below.map((each) => `${key}.${each}`);
  });
}

const nameOf = ({ properties = {} }: Schema): string => {
  const [kind, word] = Object.entries(properties).find(([, part]) => part.const !== undefined) ?? [Object.keys(properties)[0]!];
  return word === undefined ? kind : `${kind}: ${word.const}`;
};

test("the form has every step there is, and each part of it", () => {
  expect(STEPS.map(nameOf).toSorted()).toEqual(Object.keys(STEP_FORMS).toSorted());
  for (const step of STEPS) {
    const fields = STEP_FORMS[nameOf(step)]!.fields.map(({ path }) => path.join("."));
    expect([nameOf(step), ...fields.toSorted()]).toEqual([nameOf(step), ...pathsOf(step).toSorted()]);
  }
});

test.each(Object.entries(STEP_FORMS))("a new step %s is one", (name, { fresh }) => {
  expect(formOf(fresh)).toBe(name);
});

test.each([[null], [{}], [{ smtp: "turn" }], [{ ftp: "connect" }], [{ name: "wait" }]])("%j is no step", (step) => {
  expect(formOf(step)).toBeNull();
});
