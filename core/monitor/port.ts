/** Where mail servers listen: SMTP (25, 465, 587, 2525), POP3 (110, 995) and IMAP (143, 993). */
export const MAIL_PORTS: readonly number[] = [25, 465, 587, 2525, 110, 995, 143, 993];
