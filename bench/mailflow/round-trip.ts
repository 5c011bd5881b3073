import type { MailChain } from "#testing/real/mail-chain.ts";

/** The round trip that most people will run: a message by submission, with STARTTLS and a login, read by IMAP over TLS and deleted. */
export function roundTrip({ ports, root, users }: MailChain, host: string, user: number): string {
  const { username, address } = users[user]!;
  const trust = `{ except: name, ca: ${JSON.stringify(root)} }`;
  return `version: 1
deadline: 60s
servers:
  out: { protocol: smtp, host: ${host}, port: ${ports.submission}, tls: starttls-required, trust: ${trust} }
  in: { protocol: imap, host: ${host}, port: ${ports.imaps}, tls: implicit, trust: ${trust} }
steps:
  - { smtp: connect, server: out }
  - { smtp: ehlo }
  - { smtp: starttls }
  - { smtp: auth, username: ${username}, secret: password, mechanism: PLAIN }
  - { smtp: mail, from: ${address} }
  - { smtp: rcpt, to: ${address} }
  - { smtp: data }
  - { smtp: quit }
  - { imap: connect, server: in }
  - { imap: login, username: ${username}, secret: password, mechanism: PLAIN }
  - { imap: search, folders: [INBOX, Junk] }
  - { imap: fetch }
  - { expect: message, folder: INBOX }
always:
  - { imap: delete }
  - { imap: expunge }
  - { imap: logout }
`;
}
