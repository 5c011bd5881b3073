import { expect, onTestFinished, test } from "vitest";
import { isProved, proofRecord } from "#core/domain/domain-proof.ts";
import { addDomainProof } from "#db/domain-proof/add-domain-proof.ts";
import { deleteDomainProof } from "#db/domain-proof/delete-domain-proof.ts";
import { listDomainProofs } from "#db/domain-proof/list-domain-proofs.ts";
import { listProvedDomains } from "#db/domain-proof/list-proved-domains.ts";
import { makeTeam } from "#testing/makers.ts";
import { playDns } from "#testing/server/play-dns.ts";
import { untilSo } from "#testing/until.ts";
import { log } from "./log.ts";
import { watchOutage } from "./outage.ts";
import { proveDomains } from "./prove-domains.ts";

/** A worker that proves domains, and the TXT records it finds. */
async function proving() {
  const texts: Record<string, string[][]> = {};
  const dns = await playDns(() => "servfail", { texts });
  const stop = proveDomains([dns.address], watchOutage(log, "the database"));
  onTestFinished(async () => {
    await stop();
    await dns.close();
  });
  return texts;
}

const looked = (teamId: number) =>
  untilSo(
    () => listDomainProofs(teamId),
    (rows) => rows.every(({ isWanted }) => !isWanted),
    5_000,
  );

test("a domain is proved once its record is there, and stays so", async () => {
  const texts = await proving();
  const { id: teamId } = await makeTeam();
  await addDomainProof(teamId, "example.com");
  expect(await looked(teamId)).toMatchObject([{ provedAt: null, found: "There is no such TXT record yet." }]);
  expect(await listProvedDomains(teamId)).toEqual([]);

  const [row] = await listDomainProofs(teamId);
  const { name, value } = proofRecord("example.com", row!.token);
  texts[name] = [["something else"]];
  await addDomainProof(teamId, "example.com");
  expect(await looked(teamId)).toMatchObject([{ provedAt: null, found: "There is a TXT record, but it is not this one." }]);

  texts[name] = [["v=spf1 -all"], [value.slice(0, 9), value.slice(9)]];
  await addDomainProof(teamId, "example.com");
  expect(await looked(teamId)).toMatchObject([{ provedAt: expect.any(Date), found: null, token: row!.token }]);
  expect(isProved("mx1.example.com", await listProvedDomains(teamId))).toBe(true);

  delete texts[name];
  await addDomainProof(teamId, "example.com");
  expect(await looked(teamId)).toMatchObject([{ provedAt: expect.any(Date) }]);
});

test("the proof of one team is nothing to another, which can neither see nor remove it", async () => {
  const texts = await proving();
  const [{ id: owner }, { id: stranger }] = [await makeTeam(), await makeTeam()];
  await addDomainProof(owner, "example.net");
  const [{ token, domainProofId } = { token: "", domainProofId: 0 }] = await listDomainProofs(owner);
  const { name, value } = proofRecord("example.net", token);
  texts[name] = [[value]];
  await looked(owner);
  await addDomainProof(owner, "example.net");
  await addDomainProof(stranger, "example.net");
  expect(await looked(stranger)).toMatchObject([{ provedAt: null }]);
  await deleteDomainProof(stranger, domainProofId);
  await looked(owner);
  expect(await listProvedDomains(owner)).toEqual(["example.net"]);
});

test("a team has room for two hundred domains, and what is there can always be looked up again", async () => {
  const { id: teamId } = await makeTeam();
  const added = await Promise.all(Array.from({ length: 205 }, (_, number) => addDomainProof(teamId, `d${number}.example.com`)));
  expect(added.filter((outcome) => outcome === "added")).toHaveLength(200);
  const [first] = await listDomainProofs(teamId);
  expect(await addDomainProof(teamId, first!.domain)).toBe("added");
});
