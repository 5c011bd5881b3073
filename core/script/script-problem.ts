/**
 * Something that is wrong with a script. `path` leads to it from the whole, as in ["steps", 2, "to"]; `line` and `column` count from 1 and are
 * where it stands in the text.
 */
export type ScriptProblem = { path: (string | number)[]; line: number; column: number; message: string };

/** A problem of which it is not said yet where it stands in a text. */
export type Complaint = Pick<ScriptProblem, "path" | "message">;
