/** What somebody is asked before a ready-made script is written, by what it is called in its answers. */
export const QUESTIONS = {
  mx: { label: "Server that takes mail", example: "mx1.example.com", hint: "The one that other servers deliver to, on port 25." },
  submission: {
    label: "Server that sends mail",
    example: "mail.example.com",
    hint: "The one your mail program sends through, on port 587.",
  },
  imap: { label: "IMAP server", example: "imap.example.com", hint: "On port 993, with TLS from the first byte." },
  pop3: { label: "POP3 server", example: "pop.example.com", hint: "On port 995, with TLS from the first byte." },
  sender: { label: "Address it is sent from", example: "probe@example.com", hint: "Also the user name it logs in with." },
  recipient: { label: "Address it is sent to", example: "inbox@example.com", hint: "Also the user name of the mailbox." },
  domain: { label: "Domain of the mail", example: "example.com", hint: "One that the server takes mail for." },
} as const;
export type Question = keyof typeof QUESTIONS;

/** What was answered, as typed. */
export type Answers = Readonly<Partial<Record<Question, string>>>;

/** A script to begin with: what it is for, what it has to know, and its text. */
export type ReadyMade = {
  name: string;
  about: string;
  asks: readonly Question[];
  /** Gives the answer to each question as a part of YAML. */
  write(answer: (question: Question) => string): string;
};
