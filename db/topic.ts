/**
 * What processes tell each other through PostgreSQL NOTIFY, and the payload of each. A lost notification loses nothing: each has
 * a sweep or a poll behind it.
 */
export const TOPICS = [
  "check_requested", // a row of check_request waits; payload: its id
  "trial_requested", // a row of trial waits; payload: its id
  "trial_changed", // a trial got lines or its end; payload: its id
  "delivery_added", // rows of delivery wait; payload: empty
  "escalation_due", // something may be told of an open incident; payload: empty
  "account_mail_added", // a row of account_mail waits; payload: empty
  "recipient_code_wanted", // rows of recipient wait for their code; payload: empty
  "domain_proof_wanted", // rows of domain_proof wait for their look-up; payload: empty
  "mail_route_wanted", // rows of mail_route wait for their look-up; payload: empty
  "denied_targets_changed", // something is to be left alone, or no more; payload: empty
  "monitor_changed", // edited, paused, resumed or deleted; payload: monitor id
  "team_seen", // something a team's open pages show has changed; payload: team ids, joined by commas
  "turn_wanted", // turns at addresses that another worker may have no use for any more; payload: address and port of each, joined by commas
  "inbound_received", // a message of a run came to an address of ours; payload: the token of the run
  "mailbox_changed", // the built-in mailbox got a message; payload: empty
] as const;
export type Topic = (typeof TOPICS)[number];
