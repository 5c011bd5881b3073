// Read by the form in the browser, too: nothing here may bring the schema library with it.

/** What is tried at the mail servers besides what everybody sees, once the domain is proved: that mail for strangers, and for nobody, is refused. */
export const DOMAIN_TESTS = ["relay", "unknown-user"] as const;
export type DomainTest = (typeof DOMAIN_TESTS)[number];

/** Each of them as a choice, with what its answer means and what it does not. */
export const DOMAIN_TEST_WORDS: Record<DomainTest, { label: string; hint: string }> = {
  relay: {
    label: "A recipient in somebody else's domain",
    hint: "A server that takes one may be an open relay. A 250 to RCPT is not yet a relay: some take every recipient and refuse the message later.",
  },
  "unknown-user": {
    label: "A mailbox that does not exist",
    hint: "A server that takes one has to send mail back later, mostly to forged senders. It may also be a catch-all, on purpose.",
  },
};
