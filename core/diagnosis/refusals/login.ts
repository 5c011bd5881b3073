import type { Refusal } from "./refusal.ts";

const SEE_OFFER = "{swaks} --quit-after EHLO";
const AUTH = ["auth"] as const;

/** Logins that fail. */
export const LOGIN: readonly Refusal[] = [
  {
    id: "app-password",
    title: "An app password is needed",
    said: [
      "534 5.7.9 Application-specific password required. For more information, go to https://support.google.com/mail/?p=InvalidSecondFactor",
    ],
    words: /application-specific password|app[- ]password|InvalidSecondFactor/i,
    stages: AUTH,
    cause: "configuration",
    plain: "The account has a second factor, so programs need a password of their own that is made in its settings.",
    expert: "The provider takes no account password where two-step verification is on: it wants an app password or XOAUTH2.",
    next: ["Make an app password in the account's security settings and put it into this monitor's login, or use XOAUTH2."],
    rfc: "RFC 4954 section 6",
  },
  {
    id: "log-in-with-browser",
    title: "The provider wants a person to log in",
    said: ["534 5.7.14 Please log in via your web browser and then try again."],
    words: /log ?in (?:via|with|through) (?:your|a) (?:web )?browser|unlock your account|verify your account/i,
    stages: AUTH,
    cause: "blocklisting",
    plain: "The provider finds this login unusual and wants somebody to log in with a browser first.",
    expert: "A risk check, not the password: a login from a new address, or too many of them.",
    next: ["Log in to the account with a browser, confirm that the login was yours, and then have it tried again here."],
    rfc: "RFC 4954 section 6",
  },
  {
    id: "account-locked",
    title: "The account is locked",
    said: [
      "535 5.7.8 Your account has been disabled",
      "535 5.7.139 Authentication unsuccessful, the user account is locked",
      "535 Too many failed logins",
    ],
    words:
      /(?:account|user|mailbox).{0,40}(?:disabled|locked|suspended|blocked|expired)|too many (?:failed |bad |invalid )?(?:login|auth)/i,
    stages: AUTH,
    cause: "configuration",
    plain: "The account exists, but logins to it are locked or switched off.",
    expert: "Locked by an administrator, by its provider, or for a while after wrong passwords from anywhere.",
    next: [
      "Unlock the account with whoever runs the server, and see in its log who tried wrong passwords.",
      "On the server: journalctl --facility mail --grep 'auth.*fail' --since -1h",
    ],
    rfc: "RFC 4954 section 6",
  },
  {
    id: "wrong-password",
    title: "Wrong user name or password",
    said: [
      "535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6",
      "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.",
      "535 Incorrect authentication data",
    ],
    words:
      /credentials (?:were|are) (?:incorrect|invalid|wrong)|password not accepted|incorrect (?:authentication|password|user)|invalid (?:user ?name|login|credentials|password)|bad (?:user ?name|credentials|password)/i,
    enhanced: ["5.7.8", "5.7.3", "5.7.0"],
    codes: [535],
    stages: AUTH,
    cause: "configuration",
    plain: "The server does not accept the user name and password of this monitor, so we do not try them again by ourselves.",
    expert:
      "5.7.8, invalid credentials: a changed or expired password, a user name with or without its domain, or a SASL back end that rejects all.",
    next: ["{login}", "Dovecot: doveadm auth test {user}", "Edit the monitor's login once the password is known to be right."],
    rfc: "RFC 4954 section 6",
  },
  {
    id: "exchange-online-password",
    title: "Exchange Online takes no passwords",
    said: [
      "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.",
      "550 5.7.30 Basic authentication is not supported for Client Submission.",
    ],
    words: /SmtpClientAuthentication is disabled|smtp_auth_disabled|basic auth(?:entication)? is (?:not supported|disabled)/i,
    enhanced: ["5.7.139", "5.7.30"],
    cause: "configuration",
    plain:
      "Microsoft does not let programs log in with a password here: the login has to use OAuth, or be allowed by an administrator.",
    expert:
      "SMTP AUTH is off for the tenant or the mailbox (5.7.139), or basic authentication for Client Submission is (5.7.30): Exchange Online turns it off by default at the end of December 2026, and XOAUTH2 is what remains.",
    next: [
      "Exchange Online PowerShell: Get-TransportConfig | Format-List SmtpClientAuthenticationDisabled",
      "Exchange Online PowerShell: Get-CASMailbox {user} | Format-List SmtpClientAuthenticationDisabled",
      "Choose XOAUTH2 for this monitor's login, with a token whose scope is SMTP.Send of outlook.office.com.",
    ],
    rfc: "RFC 4954 section 6",
  },
  {
    id: "login-broken",
    title: "The login service is out of order",
    said: ["454 4.7.0 Temporary authentication failure: Connection lost to authentication server"],
    words: /temporary authentication failure|authentication (?:server|service|backend)/i,
    enhanced: ["4.7.0"],
    codes: [454],
    stages: AUTH,
    cause: "resources",
    plain: "The server cannot check passwords at the moment, so nobody can log in.",
    expert: "454: the SASL server or the database behind it (Dovecot, saslauthd, LDAP, SQL) does not answer.",
    next: [
      "On the server: systemctl status dovecot saslauthd",
      "Postfix: postconf smtpd_sasl_type smtpd_sasl_path",
      "On the server: ls -l /var/spool/postfix/private/auth",
      "Dovecot: doveadm auth test {user}",
    ],
    rfc: "RFC 4954 section 6",
  },
  {
    id: "mechanism",
    title: "This way to log in is not taken",
    said: [
      "504 5.5.4 Unrecognized authentication type",
      "534 5.7.9 Authentication mechanism is too weak",
      "432 4.7.12 A password transition is needed",
    ],
    words: /unrecognized authentication|mechanism (?:is )?(?:too weak|not supported|not available)/i,
    enhanced: ["5.7.9", "4.7.12"],
    codes: [504, 534, 432],
    stages: AUTH,
    cause: "configuration",
    plain: "The server does not take this way to log in, or not for this account.",
    expert: "504: the mechanism is unknown here; 534: too weak by policy; 432: the account needs one plain login first.",
    next: [SEE_OFFER, "Dovecot: doveconf auth_mechanisms", "Choose a mechanism that the server offers after AUTH."],
    rfc: "RFC 4954 section 6",
  },
];
