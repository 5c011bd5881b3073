import { expect, test } from "vitest";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { readGoodTranscript } from "./read-good-transcript.ts";
import { readTranscript } from "./read-transcript.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 5, 10, minute));

async function makeDialogues() {
  const team = await makeTeam();
  const { id: monitorId } = await makeMonitor(team);
  const keep = (minute: number, status: "up" | "down") =>
    prisma.transcript.create({
      data: {
        monitorId,
        slotAt: at(minute),
        locationId: 1,
        status,
        stages: [],
        facts: {},
        warnings: [],
        lines: [{ direction: "received", atMs: 1, stage: "greeting", text: `minute ${minute}` }],
      },
    });
  for (const [minute, status] of [
    [1, "up"],
    [2, "up"],
    [3, "down"],
    [4, "up"],
  ] as const)
    await keep(minute, status);
  return { team, monitorId };
}

test("a failed dialogue is shown beside the good one it names, else beside the latest before it", async () => {
  const { team, monitorId } = await makeDialogues();
  const failed = await readTranscript(team.id, monitorId, { slotAt: at(3).getTime(), locationId: 1 });
  expect(failed).toMatchObject({ status: "down", lines: [{ text: "minute 3" }] });
  expect((await readGoodTranscript(team.id, monitorId, at(3), at(1)))!.slotAt).toEqual(at(1));
  expect((await readGoodTranscript(team.id, monitorId, at(3), null))!.slotAt).toEqual(at(2));
  expect((await readGoodTranscript(team.id, monitorId, at(3), at(0)))!.slotAt).toEqual(at(2));
  expect(await readGoodTranscript(team.id, monitorId, at(1), null)).toBeNull();
});

test("another team reads none of them", async () => {
  const { monitorId } = await makeDialogues();
  const stranger = await makeTeam();
  expect(await readTranscript(stranger.id, monitorId, { slotAt: at(3).getTime(), locationId: 1 })).toBeNull();
  expect(await readGoodTranscript(stranger.id, monitorId, at(9), null)).toBeNull();
});
