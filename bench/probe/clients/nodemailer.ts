import { createTransport } from "nodemailer";
import { EHLO_NAME } from "../../bare-dialogue.ts";
import { readTarget, serveBatches } from "../serve-batches.ts";

const { host, port, caFile } = readTarget();
const security = caFile === null ? { ignoreTLS: true } : { requireTLS: true };

/** A transport for each probe, as monitors that are built on it have it. It trusts the authority of NODE_EXTRA_CA_CERTS. */
serveBatches(async () => {
  const transport = createTransport({ host, port, secure: false, name: EHLO_NAME, ...security });
  try {
    return await transport.verify();
  } catch {
    return false; // counted: the table says how many probes went wrong
  } finally {
    transport.close();
  }
});
