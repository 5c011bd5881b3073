import { quitThen } from "#testing/server/dialogues/quit-then.ts";
import { close, hold, reset, send } from "#testing/server/steps.ts";
import { type Behaviour, isUp } from "./behaviour.ts";

/** What a server does when leave is taken changes nothing about the verdict. */
export const LEAVING: Behaviour[] = [
  { row: "H48", what: "does not answer QUIT", dialogue: quitThen(hold), ...isUp, warning: /QUIT was not answered \(timeout\)/ },
  { row: "H48", what: "answers QUIT and keeps the connection", dialogue: quitThen(send("221 bye\r\n"), hold), ...isUp },
  {
    row: "H48",
    what: "closes instead of answering QUIT",
    dialogue: quitThen(close),
    ...isUp,
    warning: /QUIT was not answered \(closed\)/,
  },
  {
    row: "H48",
    what: "resets instead of answering QUIT",
    dialogue: quitThen(reset),
    ...isUp,
    warning: /QUIT was not answered \(reset\)/,
  },
  { row: "H48", what: "answers QUIT with 500", dialogue: quitThen(send("500 what?\r\n")), ...isUp, warning: /answered with 500/ },
];
