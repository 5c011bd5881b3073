/** The steps that send the message through the user's own server, after a login. */
export const sendAs = (sender: string, recipient: string) => `  - smtp: connect
    server: out
  - smtp: ehlo
  - smtp: starttls
  - smtp: auth
    username: ${sender}
    secret: submission
  - smtp: mail
    from: ${sender}
  - smtp: rcpt
    to: ${recipient}
  # The message is written by us, and has a token by which it is found again.
  - smtp: data
  - smtp: quit
`;
