import { Complaint } from "./complaint.mjs";

const OLDEST = [20, 19];

/**
 * @param {string} version such as 20.19.0
 */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Complaint(
    `Ehlowatch needs Node ${OLDEST.join(".")} or newer and this is ${version}: install Node 24 from https://nodejs.org and start again.`,
  );
}
