import { expect, test } from "vitest";
import { isLeftOut } from "#testing/is-left-out.ts";
import { hasAddress, inOwnNetwork, swallows, whyNoOwnNetwork } from "#testing/own-network/in-own-network.ts";
import { ACCEPTS, INSIDE, REFUSES, VANISHES, type scene } from "#testing/own-network/self-test.ts";

const CUT_OFF = { status: "unknown", code: "connect.port-closed-here" };
const TIMED_OUT = { status: "down", code: "connect.timeout" };

test.skipIf(isLeftOut(whyNoOwnNetwork()))(
  "a location that reaches nobody on a port knows nothing of the servers there",
  async () => {
    const setup = [
      ...[ACCEPTS, REFUSES].map(hasAddress),
      ...["9.9.9.0/24", "10.0.0.0/8"].map(swallows),
      "ip -6 route add 2a00:1450::/64 dev lo",
    ];
    const seen = await inOwnNetwork<typeof scene>("self-test", setup);

    expect(seen.cutOff).toMatchObject({
      ...CUT_OFF,
      detail: `${VANISHES} timeout; and neither does vanishes.example or ${REFUSES}`,
      opened: 3,
    });
    expect(seen.allRefuse).toMatchObject(CUT_OFF);
    expect(seen.onlyV6CutOff).toMatchObject(CUT_OFF);

    expect(seen.serverDown).toMatchObject(TIMED_OUT);
    expect(seen.serverRefuses).toMatchObject({ status: "down", code: "connect.refused", opened: 2 });

    expect(seen.privateDown).toMatchObject({ ...TIMED_OUT, detail: `${INSIDE} timeout`, opened: 1 });
    expect(seen.otherPort).toMatchObject({ status: "down", code: "connect.refused", opened: 1 });
    expect(seen.unknownReferences).toMatchObject({ ...TIMED_OUT, opened: 1 });
    expect(seen.noReferences).toMatchObject({ ...TIMED_OUT, opened: 1 });

    expect(seen.atOnce).toMatchObject({ ...CUT_OFF, opened: 50 + 1 });
    expect(seen.up).toMatchObject({ status: "up", opened: 1 });
  },
  60_000,
);
