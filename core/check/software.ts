/** How servers give their name in a banner, and their version where they tell it. The first that fits is taken. */
const NAMES: readonly [software: string, pattern: RegExp][] = [
  ["OpenSMTPD", /\bOpenSMTPD\b/i],
  ["Postfix", /\bPostfix\b(?:[ /(]+(\d[\w.-]*))?/i],
  ["Exim", /\bExim\b(?:[ /]+(\d[\w.-]*))?/i],
  ["Sendmail", /\bSendmail\b(?:[ /]+(\d[\w.]*))?/i],
  ["Microsoft SMTP", /\bMicrosoft ESMTP MAIL Service, Version: (\d[\d.]*)/i],
  ["Microsoft Exchange", /\bMicrosoft ESMTP MAIL Service\b|\bMicrosoft Exchange\b/i],
  ["Haraka", /\bHaraka\b(?:[ /]+(\d[\w.-]*))?/i],
  ["Stalwart", /\bStalwart\b(?:[ /]+v?(\d[\w.-]*))?/i],
  ["chasquid", /\bchasquid\b/i],
  ["maddy", /\bmaddy\b/i],
  ["qmail", /\bqmail\b/i],
  ["Dovecot", /\bDovecot\b/i],
  ["Cyrus", /\bCyrus (?:IMAP|POP3)\b(?:[ /]+v?(\d[\w.]*))?/i],
  ["UW IMAP", /\bIMAP4rev1 (\d{4}[a-z]?\.\d+) at\b/i],
  ["Courier", /\bCourier\b(?:[ /]+(\d[\w.]*))?/i],
  ["Apache James", /\bJAMES\b.*?\bSMTP\b(?: Server)?(?: (\d[\w.-]*))?/],
  ["Zimbra", /\bZimbra\b/i],
  ["MDaemon", /\bMDaemon\b(?:[ /]+(\d[\w.]*))?/i],
  ["Kerio Connect", /\bKerio (?:Connect|MailServer)\b(?:[ /]+(\d[\w.]*))?/i],
  ["IceWarp", /\bIceWarp\b(?:[ /]+(\d[\w.]*))?/i],
  ["CommuniGate Pro", /\bCommuniGate Pro\b(?:[ /]+(\d[\w.]*))?/i],
  ["Domino", /\bDomino\b(?: Release)?(?:[ /]+(\d[\w.]*))?/i],
  ["MailEnable", /\bMailEnable\b(?:.*?Version: (\d[\w.-]*))?/i],
  ["hMailServer", /\bhMailServer\b(?:[ /]+(\d[\w.-]*))?/i],
  ["PowerMTA", /\bPowerMTA\b(?:\(TM\))?(?:[ /]+v?(\d[\w.]*))?/i],
  ["Momentum", /\becelerity\b(?:[ /]+(\d[\w.]*))?/i],
  ["Mercury", /\bMercury\/32\b(?:[ /]+v?(\d[\w.]*))?/i],
  ["Google", /- gsmtp$|^Gimap ready\b|^Gpop ready\b/],
  ["Amazon SES", /\bSimpleEmailService\b/],
  ["smtpd (Python)", /\bPython SMTP\b(?: (?:proxy version )?(\d[\w.]*))?/i],
];

/** The software that greets with a banner, with its version where that is told: "Postfix", "Exim 4.96". Null where it does not say, or is none we know. */
export function softwareOf(banner: string): string | null {
  for (const [name, pattern] of NAMES) {
    const found = pattern.exec(banner);
    if (found) return found[1] === undefined ? name : `${name} ${found[1].replace(/[.-]+$/, "")}`;
  }
  return null;
}
