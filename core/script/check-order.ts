import type { ImapStep, Pop3Step } from "./mailbox-steps.ts";
import { SCRIPT_LIMITS } from "./script-limits.ts";
import type { Complaint } from "./script-problem.ts";
import type { Script } from "./script.ts";
import type { Protocol, Server } from "./server.ts";
import type { SmtpStep } from "./smtp-steps.ts";
import type { Step } from "./step.ts";

/** How far a dialogue has come, as far as a text shows it. */
type Connection = { server: Server; isEncrypted: boolean; isLoggedIn: boolean; hasSender: boolean; hasRecipient: boolean };

/** How far a script has come when a step begins. `reached` has each connection as far as it came, those that are closed as well. */
type Progress = {
  open: { [P in Protocol]?: Connection };
  reached: { [P in Protocol]?: Connection };
  hasReply: boolean;
  hasSent: boolean;
  hasFound: boolean;
  /** In what is always done a connection may be open or not. */
  isCleanup: boolean;
};

/** What a script does must make sense in the order in which it does it; what only a server can say, it says at the run. */
export function checkOrder(script: Script): Complaint[] {
  const { steps, always = [], deadline } = script;
  if (steps.length + always.length > SCRIPT_LIMITS.steps)
    return [
      {
        path: ["steps"],
        message: `A script has at most ${SCRIPT_LIMITS.steps} steps; this one has ${steps.length + always.length}.`,
      },
    ];
  const progress: Progress = { open: {}, reached: {}, hasReply: false, hasSent: false, hasFound: false, isCleanup: false };
  const complaintsOf = (list: "steps" | "always") => (step: Step, index: number) => [
    ...tooLong(step, deadline).map((message) => ({ path: [list, index, "limit"], message })),
    ...outOfOrder(step, progress, script).map((message) => ({ path: [list, index], message })),
  ];
  const complaints = steps.flatMap(complaintsOf("steps"));
  Object.assign(progress, { open: { ...progress.reached }, isCleanup: true });
  return [...complaints, ...always.flatMap(complaintsOf("always"))];
}

function tooLong(step: Step, deadlineMs: number): string[] {
  const limitMs = "limit" in step ? step.limit : undefined;
  return limitMs !== undefined && limitMs > deadlineMs ? ["This step may take longer than the whole script."] : [];
}

/** What is wrong with a step where it stands; takes note of how far it brings the script. */
function outOfOrder(step: Step, progress: Progress, { servers }: Script): string[] {
  if ("smtp" in step) return smtp(step, progress, servers);
  if ("imap" in step || "pop3" in step) return mailbox(step, progress, servers);
  if ("inbound" in step) {
    progress.hasFound = true;
    return [];
  }
  if ("set" in step && !Object.values(step.set).every((value) => typeof value === "string")) return needsReply(progress);
  if (!("expect" in step)) return [];
  if (step.expect === "reply") return needsReply(progress);
  return progress.hasFound ? [] : ["There is no message yet: a search comes first."];
}

function needsReply({ hasReply }: Progress): string[] {
  return hasReply ? [] : ["There is no reply yet: an smtp step comes first."];
}

function smtp(step: SmtpStep, progress: Progress, servers: Script["servers"]): string[] {
  progress.hasReply = true;
  if (step.smtp === "connect") return connect("smtp", step.server, progress, servers);
  const connection = progress.open.smtp;
  if (connection === undefined) return ["There is no connection yet: smtp: connect comes first."];
  switch (step.smtp) {
    case "starttls":
      return encrypt(connection);
    case "auth":
      return logIn(connection, "smtp: starttls");
    case "mail":
      connection.hasSender = true;
      return [];
    case "rcpt": {
      const hasSender = connection.hasSender;
      connection.hasRecipient = true;
      return hasSender ? [] : ["There is no sender yet: smtp: mail comes first."];
    }
    case "data":
      return data(connection, progress);
    case "rset":
      Object.assign(connection, { hasSender: false, hasRecipient: false });
      return [];
    case "quit":
      delete progress.open.smtp;
      return [];
    case "ehlo":
    case "send":
      return [];
  }
}

/** One message in a run, so that nobody gets more of them than the interval says. */
function data(connection: Connection, progress: Progress): string[] {
  const { hasRecipient } = connection;
  const { hasSent } = progress;
  Object.assign(connection, { hasSender: false, hasRecipient: false });
  progress.hasSent = true;
  if (hasSent) return ["A script sends one message: there is a data step before this one."];
  return hasRecipient ? [] : ["There is no recipient yet: smtp: rcpt comes first."];
}

function mailbox(step: ImapStep | Pop3Step, progress: Progress, servers: Script["servers"]): string[] {
  const [protocol, command] = "imap" in step ? (["imap", step.imap] as const) : (["pop3", step.pop3] as const);
  if ("server" in step) return connect(protocol, step.server, progress, servers);
  const connection = progress.open[protocol];
  if (connection === undefined) return [`There is no connection yet: ${protocol}: connect comes first.`];
  if (command === "starttls" || command === "stls") return encrypt(connection);
  if (command === "login") return logIn(connection, protocol === "imap" ? "imap: starttls" : "pop3: stls");
  if (command === "logout" || command === "quit") {
    delete progress.open[protocol];
    return [];
  }
  if (!connection.isLoggedIn) return [`Nobody is logged in yet: ${protocol}: login comes first.`];
  if (command === "search") {
    progress.hasFound = true;
    return progress.hasSent ? [] : ["There is nothing to look for yet: smtp: data sends the message."];
  }
  return progress.hasFound ? [] : [`There is no message yet: ${protocol}: search comes first.`];
}

function connect(protocol: Protocol, name: string, progress: Progress, servers: Script["servers"]): string[] {
  const server = Object.hasOwn(servers, name) ? servers[name] : undefined;
  if (server === undefined) return [`There is no server ${name} among the servers.`];
  const isOpen = progress.open[protocol] !== undefined && !progress.isCleanup;
  const connection = { server, isEncrypted: server.tls === "implicit", isLoggedIn: false, hasSender: false, hasRecipient: false };
  progress.open[protocol] = progress.reached[protocol] = connection;
  if (server.protocol !== protocol) return [`The server ${name} speaks ${server.protocol}, not ${protocol}.`];
  return isOpen
    ? [`There is a connection by ${protocol} already: ${protocol === "imap" ? "imap: logout" : `${protocol}: quit`} ends it.`]
    : [];
}

function encrypt(connection: Connection): string[] {
  const { server, isEncrypted } = connection;
  connection.isEncrypted = true;
  if (isEncrypted) return ["The connection is encrypted already."];
  return server.tls === "none" ? ["The server is to be talked to in the clear: its tls is none."] : [];
}

function logIn(connection: Connection, encryption: string): string[] {
  connection.isLoggedIn = true;
  return connection.isEncrypted ? [] : [`A password is never sent in the clear: ${encryption} comes first.`];
}
