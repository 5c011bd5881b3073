import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { Certificate } from "../certificates.ts";
import { findProgram } from "../find-program.ts";
import type { dovecotSockets } from "./chain-dovecot.ts";
import { type Running, run } from "./contained.ts";
import { startLateQuota } from "./late-quota.ts";
import { type ChainDoor, type ChainUser, type ChainWish, type Fullness, type MailChain, SENDING_DOORS } from "./mail-chain.ts";
import { type Policy, startPolicy } from "./policy.ts";
import { type PostfixMore, writePostfixFiles } from "./postfix-files.ts";
import { untilOpen } from "./until-open.ts";

/** The Postfix of a chain, which hands mail to a Dovecot. */
export type ChainPostfix = Pick<MailChain, "hold" | "release"> & Running;

/** What it has to do with. */
type Surroundings = {
  folder: string;
  certificate: Certificate;
  address: string;
  ports: Readonly<Record<ChainDoor, number>>;
  users: readonly ChainUser[];
  routes: NonNullable<ChainWish["routes"]>;
  fullness: Fullness;
  sockets: ReturnType<typeof dovecotSockets>;
};

/** Starts one in a folder, which has to be there and stays. */
export async function startChainPostfix(around: Surroundings): Promise<ChainPostfix> {
  const { folder, certificate, address, ports } = around;
  let isHeld = false;
  const holding = await startPolicy(() => (isHeld ? "HOLD" : "DUNNO"));
  const lateQuota = await startLateQuota(around.sockets.quota);
  const login = {
    smtpd_sasl_auth_enable: "yes",
    smtpd_sasl_type: "dovecot",
    smtpd_sasl_path: around.sockets.login,
    smtpd_tls_auth_only: "yes",
  };
  const doors = SENDING_DOORS.map((door) => ({
    address,
    port: ports[door],
    certificate,
    tls: door === "submissions" ? ("implicit" as const) : ("starttls" as const),
    settings: door === "smtp" ? {} : login,
  }));
  await writePostfixFiles(folder, doors, chainSettings(around, holding, lateQuota));

  const postfix = await run(
    {
      program: findProgram("postfix")!,
      args: ["-c", folder, "start-fg"],
      before: [`chown postfix: ${folder}/data`],
      logFile: path.join(folder, "mail.log"),
    },
    () => untilOpen(address, { smtp: ports.smtp }),
  );
  const ask = (program: string, ...args: string[]) => promisify(execFile)(findProgram(program)!, ["-c", folder, ...args]);
  return {
    log: postfix.log,
    end: async () => {
      await postfix.end();
      await Promise.all([holding.close(), lateQuota.close()]);
    },
    hold: async () => {
      isHeld = true;
    },
    release: async () => {
      isHeld = false;
      await ask("postsuper", "-H", "ALL");
      await ask("postqueue", "-f");
    },
  };
}

/** It asks Dovecot for room, and does without an answer where Dovecot is stopped; what it cannot deliver it tries again each second. */
function chainSettings(around: Surroundings, holding: Policy, lateQuota: Policy): PostfixMore {
  const { users, routes, sockets, fullness } = around;
  const notYet = users
    .filter(({ username }) => fullness.afterData?.includes(username))
    .map(({ address }) => [address, "permit"] as const);
  const recipients = [
    "reject_unlisted_recipient",
    `check_policy_service ${holding.service}`,
    ...(notYet.length === 0 ? [] : [`check_recipient_access ${inline(notYet)}`]),
    askForRoom(`unix:${sockets.quota}`),
  ];
  return {
    settings: {
      mynetworks: "",
      smtpd_client_event_limit_exceptions: "127.0.0.0/8",
      default_process_limit: "500",
      local_recipient_maps: inline(users.map(({ username }) => [username, "here"])),
      local_transport: `lmtp:unix:${sockets.lmtp}`,
      default_transport: "error:5.1.2 There is no way to this domain from here",
      transport_maps: inline(Object.entries(routes).map(([domain, { address, port }]) => [domain, `smtp:[${address}]:${port}`])),
      smtpd_relay_restrictions: "permit_sasl_authenticated, reject_unauth_destination",
      smtpd_recipient_restrictions: recipients.join(", "),
      smtpd_end_of_data_restrictions: notYet.length === 0 ? "" : askForRoom(lateQuota.service),
      smtpd_tls_received_header: "yes",
      minimal_backoff_time: "1s",
      maximal_backoff_time: "1s",
      queue_run_delay: "1s",
    },
    services: DELIVERING_SERVICES,
  };
}

const askForRoom = (service: string) => `check_policy_service { ${service}, default_action=DUNNO, try_limit=1, retry_delay=1 }`;

const inline = (pairs: readonly (readonly [string, string])[]) =>
  pairs.length === 0 ? "" : `inline:{ ${pairs.map(([key, value]) => `{ ${key} = ${value} }`).join(", ")} }`;

/** What takes mail out of the queue (master(5)); without a pickup, postqueue takes it for one that is down. */
const DELIVERING_SERVICES = `
pickup unix n - n 60 1 pickup
qmgr unix n - n 300 1 qmgr
lmtp unix - - n - - lmtp
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
showq unix n - n - - showq
`;
