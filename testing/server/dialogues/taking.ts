import { send } from "../steps.ts";
import type { Dialogue } from "../steps.ts";
import { message } from "./message.ts";

/** Takes every message there is. */
export const taking: Dialogue = [
  send("220 mx.example ESMTP\r\n"),
  async (player) => {
    for (let line = await player.line(); line !== "QUIT"; line = await player.line()) {
      if (line === "DATA") {
        player.send("354 go ahead\r\n");
        await message(player);
      }
      player.send("250 ok\r\n");
    }
    player.send("221 bye\r\n");
    player.end();
  },
];
