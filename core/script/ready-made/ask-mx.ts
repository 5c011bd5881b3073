/** The server that others deliver to, as a line of `servers`. */
export const mxAt = (host: string) => `  mx: { protocol: smtp, host: ${host}, port: 25, tls: starttls }\n`;

/** The steps by which any other server begins there. */
export const GREET_MX = `  - smtp: connect
    server: mx
  - smtp: ehlo
  - smtp: starttls
`;

/** A script that asks it whether it would take a message, by these steps, and sends none. */
export const askMx = (host: string, steps: string) => `version: 1
deadline: 30s

servers:
${mxAt(host)}
steps:
${GREET_MX}${steps}  - smtp: rset

always:
  - smtp: quit
`;
