import { expect } from "chai";
import { EventFragment } from "ethers";
import fc from "fast-check";
import { eventSignature, eventTopic } from "../../sdk/abi-event.ts";
import { randomEvent } from "./support/random-event.ts";

describe("event signatures and topics", function () {
  this.timeout(30_000);
  it("agree with ethers for random events", () => {
    fc.assert(
      fc.property(randomEvent, ({ fragment }) => {
        const event = EventFragment.from(fragment);
        expect(eventSignature(fragment)).to.equal(event.format("sighash"));
        expect(eventTopic(fragment)).to.equal(event.topicHash);
      }),
    );
  });
});
