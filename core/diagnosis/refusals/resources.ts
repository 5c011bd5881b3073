import type { Refusal } from "./refusal.ts";

const LOAD = "On the server: uptime; free -m; vmstat 1 5";
const LOG = "On the server: journalctl --facility mail --since -15min";

/** Servers that are full, tired or broken inside, and messages they have no room for. */
export const RESOURCES: readonly Refusal[] = [
  {
    id: "disk-full",
    title: "The server's disk is full",
    said: ["452 4.3.1 Insufficient system storage", "452 4.3.1 Insufficient system resources"],
    words:
      /insufficient (?:system|disk) (?:storage|space|resources)|no space left|(?:disk|spool|file ?system) (?:is )?full|not enough (?:disk )?space|out of disk/i,
    enhanced: ["4.3.1", "5.3.1"],
    codes: [452],
    cause: "resources",
    plain: "The server has no room left for mail, so it turns all of it away until somebody makes room.",
    expert:
      "The queue's file system is below the limit (Postfix: queue_minfree or 1.5 times message_size_limit; Exim: check_spool_space; Exchange: back pressure).",
    next: [
      "On the server: df -h /var/spool /var/mail /var/log",
      "On the server: df -i /var/spool",
      "Postfix: postconf queue_minfree message_size_limit",
      "Exim: exim -bP check_spool_space check_spool_inodes",
      "On the server: du -xh --max-depth=2 /var | sort -h | tail",
      "Free disk space: old logs, stuck mail in the queue, full mailboxes.",
    ],
    rfc: "RFC 3463 section 3.4",
  },
  {
    id: "mailbox-full",
    title: "The mailbox is full",
    said: ["552 5.2.2 Mailbox full", "452 4.2.2 The email account that you tried to reach is over quota."],
    words: /mailbox.{0,20}full|over ?quota|quota.{0,20}exceeded|exceed(?:s|ed).{0,20}quota/i,
    enhanced: ["4.2.2", "5.2.2"],
    codes: [552],
    stages: ["rcpt", "data"],
    cause: "resources",
    plain: "The recipient's mailbox has no room left, so mail to it comes back; other mailboxes are not concerned.",
    expert: "The recipient is over quota.",
    next: ["Dovecot: doveadm quota get -u {to}", "Delete or move mail out of the mailbox, or raise its quota."],
    rfc: "RFC 3463 section 3.3",
  },
  {
    id: "message-too-big",
    title: "The message is too large",
    said: ["552 5.3.4 Message size exceeds fixed limit"],
    words:
      /message (?:size )?(?:is )?(?:too (?:big|large)|exceeds)|exceeds (?:the )?(?:fixed |maximum |allowed )?(?:message )?(?:size|limit)/i,
    enhanced: ["5.3.4", "5.2.3"],
    codes: [552],
    cause: "configuration",
    plain: "The message is larger than the server takes.",
    expert: "The declared or the real size is over the limit that EHLO shows after SIZE.",
    next: ["{swaks} --quit-after EHLO", "Postfix: postconf message_size_limit mailbox_size_limit"],
    rfc: "RFC 1870 section 6.1",
  },
  {
    id: "too-many-connections",
    title: "Too many connections or commands from us",
    said: [
      "421 4.7.0 mail.example.com Error: too many connections from 192.0.2.1",
      "450 4.7.1 Error: too much mail from 192.0.2.1",
      "421 4.7.28 Our system has detected an unusual rate of mail from your address",
    ],
    words:
      /too (?:many|much)|(?:connection|concurrency|rate|message) limit|rate[- ]?limit|throttl|unusual rate|exceeded.{0,20}(?:rate|connections)/i,
    enhanced: ["4.7.0", "4.7.28", "4.5.3", "5.5.3"],
    cause: "blocklisting",
    plain: "The server allows each address only so many connections, and we had more than that.",
    expert:
      "A limit for each client (Postfix: anvil), reached by us, by others behind the same address, or by a mail program gone wild.",
    next: [
      "Postfix: postconf smtpd_client_connection_count_limit smtpd_client_connection_rate_limit anvil_rate_time_unit",
      "On the server: journalctl --facility mail --grep 'anvil|too many' --since -1h",
      "Give the monitors of this server a longer interval, or let this location pass (Postfix: smtpd_client_event_limit_exceptions).",
    ],
    rfc: "RFC 5321 section 3.8",
  },
  {
    id: "wrong-settings",
    title: "The server's settings are wrong",
    said: [
      "451 4.3.5 Server configuration error",
      "451 4.3.0 Error: queue file write error",
      "451 Temporary local problem - please try later",
    ],
    words: /configuration (?:error|problem)|misconfigur|queue file write error|local (?:error|problem)|internal (?:server )?error/i,
    enhanced: ["4.3.5", "5.3.5"],
    cause: "configuration",
    plain: "The server stumbles over its own settings or programs and takes no mail until that is put right.",
    expert: "A broken table, restriction, milter or filter: the log has the line that names it.",
    next: [LOG, "Postfix: postfix check; postconf -M", "Exim: exim -bV"],
    rfc: "RFC 3463 section 3.4",
  },
  {
    id: "lookup-failure",
    title: "Something the server asks does not answer",
    said: ["451 4.3.0 <recipient@example.com>: Temporary lookup failure", "451 4.7.1 Service unavailable - try again later"],
    words:
      /lookup (?:failure|error|failed)|temporary (?:lookup|database|dns)|milter|policy (?:server|service)|service unavailable - try again/i,
    enhanced: ["4.3.0"],
    codes: [451],
    cause: "resources",
    plain:
      "The server cannot ask something it needs, such as its list of users or its spam filter, and so it takes no mail for now.",
    expert: "A table (LDAP, SQL), milter or policy server does not answer; 4yz, so senders keep the mail and try again.",
    next: [LOG, "Postfix: postconf virtual_mailbox_maps local_recipient_maps smtpd_milters", "On the server: systemctl --failed"],
    rfc: "RFC 3463 section 3.4",
  },
  {
    id: "too-busy",
    title: "The server is too busy or is shutting down",
    said: [
      "421 Service not available, closing transmission channel",
      "421 4.3.2 All server ports are busy",
      "451 4.7.500 Server busy. Please try again later",
    ],
    words:
      /busy|overload|load average|too high|all server ports|shutting down|maintenance|service (?:is )?(?:currently |temporarily )?(?:not available|unavailable)/i,
    enhanced: ["4.3.2", "4.4.5", "4.7.500"],
    codes: [421],
    cause: "resources",
    plain: "The server says that it has too much to do, or is being stopped, and asks to come back later.",
    expert:
      "421: no free process, a load limit (Exim: smtp_load_reserve; OpenSMTPD and Sendmail have their own), or a stop in progress.",
    next: [
      LOAD,
      "On the server: ss -tn state established 'sport = :{port}' | wc -l",
      "Postfix: postconf default_process_limit",
      "Postfix: qshape active deferred",
    ],
    rfc: "RFC 5321 section 3.8",
  },
];
