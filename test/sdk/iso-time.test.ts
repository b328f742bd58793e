import { expect } from "chai";
import { isoTime } from "../../sdk/iso-time.ts";

describe("an instant of the API", () => {
  for (const [seconds, text] of [
    [0, "1970-01-01T00:00:00Z"],
    [1_732_850_100, "2024-11-29T03:15:00Z"],
    [1_732_850_100.5, "2024-11-29T03:15:00.500Z"],
    [1_732_850_100.123, "2024-11-29T03:15:00.123Z"],
    [1_732_850_100.9996, "2024-11-29T03:15:01Z"],
  ] as const)
    it(`${seconds} is ${text}`, () => expect(isoTime(seconds)).to.equal(text));
});
