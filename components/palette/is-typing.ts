const TYPED_INTO = "input:not([type=checkbox]), textarea, select, [contenteditable]";

/** Whether somebody types a text where a key was pressed, so that it means that letter and nothing else. */
export function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest(TYPED_INTO) !== null;
}
