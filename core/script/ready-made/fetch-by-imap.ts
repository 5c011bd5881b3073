/** The steps that find the message by IMAP and look at it. */
export const fetchByImap = (user: string) => `  - imap: connect
    server: mailbox
  - imap: login
    username: ${user}
    secret: mailbox
  # Looks again and again until the message is there. Junk is looked through too, so that it is found where it must not be.
  - imap: search
    folders: [ INBOX, Junk ]
    every: 2s
    limit: 60s
  - imap: fetch
  - expect: message
    folder: INBOX
    delay: 30s
    otherwise: degraded
`;

/** The steps that tidy up, however the others ended: the next run starts with a mailbox without test messages. */
export const TIDY_UP_BY_IMAP = `  - imap: delete
  - imap: expunge
  - imap: logout
`;
