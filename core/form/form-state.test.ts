import { expect, test } from "vitest";
import { z } from "zod";
import { fieldErrors, typedValues } from "./form-state.ts";

test("what was typed is kept, except secrets and what the framework adds", () => {
  const form = new FormData();
  form.set("email", " Ada@example.com ");
  form.set("password", "correct horse");
  form.set("$ACTION_ID_1", "");
  form.set("file", new Blob(["x"]));
  expect(typedValues(form, ["password"])).toEqual({ email: " Ada@example.com " });
});

test("each field shows its first complaint", () => {
  const schema = z.object({
    port: z.string().min(5, "Too short.").regex(/^\d+$/, "Not a number."),
    target: z.object({ host: z.string() }),
  });
  const { error } = schema.safeParse({ port: "x", target: {} });
  expect(fieldErrors(error!)).toEqual({ port: "Too short.", "target.host": expect.any(String) });
});
