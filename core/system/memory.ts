/**
 * What a check knows from earlier ones of the same monitor as it is now: whether STARTTLS was offered, and whether the login was refused,
 * which is not tried again so that no account is locked.
 */
export type Memory = { hasOfferedStarttls: boolean; isLoginRefused: boolean };
