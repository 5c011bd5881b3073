/** The server that users send through, as a line of `servers`. */
export const outAt = (host: string) => `  out: { protocol: smtp, host: ${host}, port: 587, tls: starttls-required }\n`;

/** The steps by which a user logs in there. */
export const logIn = (user: string) => `  - smtp: connect
    server: out
  - smtp: ehlo
  - smtp: starttls
  - smtp: auth
    username: ${user}
    secret: submission
`;

/** The steps that send the message there, after a login. */
export const sendAs = (sender: string, recipient: string) => `${logIn(sender)}  - smtp: mail
    from: ${sender}
  - smtp: rcpt
    to: ${recipient}
${THE_MESSAGE}`;

/** The message itself, after its envelope. */
export const THE_MESSAGE = `  # The message is written by us, and has a token by which it is found again.
  - smtp: data
  - smtp: quit
`;
