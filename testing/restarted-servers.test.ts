import { mkdtemp, readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import tls from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { untilGreeted } from "./greeted.ts";
import { isLeftOut } from "./is-left-out.ts";
import { type Postfix, startPostfix, whyNoPostfix } from "./postfix.ts";
import { makeServerCertificate, type ServerCertificate } from "./server-certificate.ts";
import { type SmtpSink, startSmtpSink, whyNoSmtpSink } from "./smtp-sink.ts";

/** The first bytes after connecting, or the code of the error. */
const greeting = (host: string, port: number) =>
  new Promise<string>((resolve) => {
    const socket = connect(port, host);
    socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    socket.once("data", (bytes) => {
      resolve(bytes.toString());
      socket.destroy();
    });
  });

/** Says EHLO and STARTTLS, and resolves with the names of the certificate once it was verified against `caFile`. */
async function verifiedNames(port: number, caFile: string): Promise<string | undefined> {
  const socket = connect(port, "127.0.0.1");
  const waitFor = async (last: RegExp) => {
    let said = "";
    for await (const bytes of socket.iterator({ destroyOnReturn: false })) {
      said += String(bytes);
      if (last.test(said)) return;
    }
    throw new Error(`Closed after ${said}`);
  };
  await waitFor(/^220 /m);
  socket.write("EHLO test.example\r\n");
  await waitFor(/^250 /m);
  socket.write("STARTTLS\r\n");
  await waitFor(/^220 /m);
  const secure = tls.connect({ socket, servername: "localhost", ca: await readFile(caFile) });
  await new Promise((resolve, reject) => secure.once("secureConnect", resolve).once("error", reject));
  const names = secure.getPeerCertificate().subjectaltname;
  secure.destroy();
  return names;
}

describe.skipIf(isLeftOut(whyNoPostfix()))("a real Postfix", { timeout: 30_000 }, () => {
  let folder: string;
  let certificate: ServerCertificate;
  let postfix: Postfix;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "ehlowatch-certificate-"));
    certificate = await makeServerCertificate(folder);
    postfix = await startPostfix(certificate.chainFile);
  }, 30_000);
  afterAll(async () => {
    await postfix?.remove();
    await rm(folder, { recursive: true });
  });

  test("offers STARTTLS with a certificate of its own authority", async () => {
    expect(await verifiedNames(postfix.port, certificate.caFile)).toContain("DNS:localhost");
  });

  test("refuses connections once stopped, and greets on the same port when started again", async () => {
    await postfix.stop();
    expect(await greeting("127.0.0.1", postfix.port)).toBe("ECONNREFUSED");
    await postfix.start();
    expect(await greeting("127.0.0.1", postfix.port)).toMatch(/^220 mail\.ehlowatch\.test ESMTP Postfix/);
  });
});

describe.skipIf(isLeftOut(whyNoSmtpSink()))("smtp-sink", () => {
  let sink: SmtpSink;
  beforeAll(async () => {
    sink = await startSmtpSink();
  });
  afterAll(() => sink?.stop());

  test("greets at every loopback address", async () => {
    expect(await greeting("127.44.55.66", sink.port)).toMatch(/^220 /);
  });

  test("stops, and greets on the same port when started again", async () => {
    await sink.stop();
    expect(await greeting("127.0.0.1", sink.port)).toBe("ECONNREFUSED");
    await sink.start();
    await untilGreeted(sink.port);
  });
});
