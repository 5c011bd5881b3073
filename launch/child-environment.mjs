/**
 * The environment of mailbox, worker and web, and of the build: what env.ts asks for, made complete.
 * @param {NodeJS.ProcessEnv} environment
 * @param {import("./settings.mjs").Settings} settings
 * @param {{ secrets: import("./secrets.mjs").Secrets, url: string, mailboxPort: number }} made
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(environment, settings, { secrets, url, mailboxPort }) {
  // Embedded, until somebody brings both a database and a mail server of their own.
  const isEmbedded = !(settings.databaseUrl && settings.smtpUrls);
  return {
    ...environment,
    NODE_ENV: "production",
    EMBEDDED: environment.EMBEDDED ?? (isEmbedded ? "1" : "0"),
    DATABASE_URL: url,
    NEXTAUTH_URL: settings.url,
    NEXTAUTH_SECRET: settings.secret ?? secrets.nextauthSecret,
    SECRETS_KEY: settings.secretsKey ?? secrets.secretsKey,
    MAILBOX_PORT: String(mailboxPort),
    ...(settings.smtpUrls === null && { SMTP_URLS: `smtp://127.0.0.1:${mailboxPort}` }),
    HOST: settings.host,
    PORT: String(settings.port),
    WEB_PROCESSES: String(settings.webProcesses),
  };
}
