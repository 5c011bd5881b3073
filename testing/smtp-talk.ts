import { EventEmitter, once } from "node:events";
import { connect, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";

/** A client of SMTP that says whatever it is told to, byte for byte. Bytes are Latin-1. */
export type SmtpTalk = {
  /** Says something, with the end of a line unless told otherwise, and answers the next reply, whole. */
  say(text: string, end?: string): Promise<string>;
  /** Says something and waits for nothing. */
  write(text: string): void;
  /** The next reply, or "" where the connection ended without one. */
  reply(): Promise<string>;
  /** Goes on in TLS, as after the reply to STARTTLS. */
  startTls(): Promise<TLSSocket>;
  /** Resolves when the other side has ended the connection. */
  untilEnded(): Promise<void>;
  end(): void;
};

/** Connects to a port of loopback, and waits for the greeting. */
export async function talkSmtp(port: number): Promise<SmtpTalk & { greeting: string }> {
  let socket: Socket = connect(port, "127.0.0.1");
  let heard = "";
  let isOver = false;
  const events = new EventEmitter();
  const over = () => {
    isOver = true;
    events.emit("heard");
    events.emit("over");
  };
  const hear = (on: Socket) => {
    on.setEncoding("latin1");
    on.on("data", (text: string) => {
      heard += text;
      events.emit("heard");
    });
    for (const event of ["end", "close", "error"]) on.on(event, over);
  };
  const takeReply = () => {
    const [whole] = /^(?:\d{3}-[^\n]*\n)*\d{3} [^\n]*\n/.exec(heard) ?? [];
    if (whole !== undefined) heard = heard.slice(whole.length);
    return whole?.trimEnd();
  };
  const reply = async (): Promise<string> => {
    while (true) {
      const whole = takeReply();
      if (whole !== undefined) return whole;
      if (isOver) return "";
      await once(events, "heard");
    }
  };
  hear(socket);
  const write = (text: string) => void socket.write(text, "latin1");
  const talk = {
    write,
    reply,
    say: (text: string, end = "\r\n") => {
      write(text + end);
      return reply();
    },
    startTls: async () => {
      socket.removeAllListeners("data");
      const tls = connectTls({ socket, rejectUnauthorized: false });
      await once(tls, "secureConnect");
      socket = tls;
      hear(tls);
      return tls;
    },
    untilEnded: async () => {
      if (!isOver) await once(events, "over");
    },
    end: () => void socket.destroy(),
  };
  return { ...talk, greeting: await reply() };
}
