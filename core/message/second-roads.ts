import { withSecondRoads, type Directory } from "../escalation/escalation-reach.ts";

/**
 * The channels that are told beside one while a server on its way is down, whichever of the monitors watches that; none where one of them would
 * leave its reader without another road. In the directory of each monitor, all channels that lead through a watched server are endangered.
 */
export function secondRoadsOf(channelId: number, directories: readonly Directory[]): number[] {
  const beside = directories.map((directory) =>
    withSecondRoads([{ channelId, contactId: null }], directory).flatMap((each) =>
      each.channelId === channelId ? [] : each.channelId,
    ),
  );
  return beside.some((channelIds) => channelIds.length === 0) ? [] : [...new Set(beside.flat())];
}
