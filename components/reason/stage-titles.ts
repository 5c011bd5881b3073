import type { ReasonGroup } from "#core/reason-catalogue.ts";

/** How each stage is called in a heading, and what happens in it. */
export const STAGE_TITLES: Record<ReasonGroup["stage"], { title: string; about: string }> = {
  dns: { title: "DNS", about: "Looking up the addresses of the server's name." },
  connect: { title: "Connect", about: "Opening a connection to one of them." },
  greeting: { title: "Greeting", about: "Waiting for what the server says first." },
  ehlo: { title: "EHLO", about: "Introducing ourselves and hearing what the server can do." },
  capability: { title: "Capabilities", about: "Hearing what the server can do: CAPABILITY in IMAP, CAPA in POP3." },
  starttls: { title: "STARTTLS", about: "Asking for encryption." },
  stls: { title: "STLS", about: "Asking for encryption in POP3." },
  tls: { title: "TLS", about: "Agreeing on encryption and looking at the certificate." },
  "ehlo-tls": { title: "EHLO after TLS", about: "Introducing ourselves again, now encrypted." },
  "capability-tls": { title: "Capabilities after TLS", about: "Hearing again what the server can do, now encrypted." },
  auth: { title: "AUTH", about: "Logging in." },
  login: { title: "Login", about: "Logging in to a mailbox." },
  select: { title: "Folder", about: "Opening a folder by EXAMINE, which changes nothing in it." },
  list: { title: "Messages", about: "Asking for the number and sizes of the messages." },
  mail: { title: "MAIL FROM", about: "Naming a sender." },
  rcpt: { title: "RCPT TO", about: "Naming a recipient." },
  data: { title: "DATA", about: "Handing over a message." },
  quit: { title: "QUIT", about: "Saying goodbye." },
  logout: { title: "LOGOUT", about: "Saying goodbye in IMAP." },
  check: { title: "The check itself", about: "Trouble of our own, which says nothing about the server." },
};
