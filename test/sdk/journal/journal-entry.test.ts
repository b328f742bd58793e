import { expect } from "chai";
import { AbiCoder, EventFragment, Interface, keccak256 as ethersKeccak } from "ethers";
import fc from "fast-check";
import { fromHex, toHex } from "../../../sdk/hex.ts";
import { dynamicHeadSlots, journalEntry } from "../../../sdk/journal.ts";
import { createWasmKeccak } from "../../../sdk/keccak.ts";
import { codeOf } from "../support/code-of.ts";
import { randomEvent } from "../support/random-event.ts";

describe("journal entries", function () {
  this.timeout(30_000);
  it("equal keccak256(abi.encode(selector, args…)) for random events, with both hashes", async () => {
    const wasm = await createWasmKeccak();
    let dynamic = 0;
    fc.assert(
      fc.property(randomEvent, ({ fragment, args }) => {
        const event = EventFragment.from(fragment);
        const log = new Interface([fragment]).encodeEventLog(event, args);
        const expected = ethersKeccak(
          AbiCoder.defaultAbiCoder().encode(["bytes32", ...event.inputs], [event.topicHash, ...args]),
        );
        const slots = dynamicHeadSlots(fragment);
        if (slots.length > 0) dynamic++;
        const topics = log.topics.map((topic) => fromHex(topic));
        expect(toHex(journalEntry(topics, fromHex(log.data), slots))).to.equal(expected);
        expect(toHex(journalEntry(topics, fromHex(log.data), slots, wasm))).to.equal(expected);
      }),
      { numRuns: 500 },
    );
    expect(dynamic).to.be.above(100);
  });

  it("leaves the log's own data untouched", () => {
    const data = fromHex(AbiCoder.defaultAbiCoder().encode(["string"], ["ก"]));
    const kept = data.slice();
    journalEntry([new Uint8Array(32)], data, [0]);
    expect(data).to.deep.equal(kept);
  });

  it("carries into higher bytes of an offset", () => {
    const word = fromHex(`0x${"ff".padStart(64, "0")}`);
    const moved = journalEntry([new Uint8Array(32)], word, [0], (bytes) => bytes);
    expect(toHex(moved.slice(32))).to.equal(`0x${"11f".padStart(64, "0")}`);
  });

  it("refuses data that are too short for the event", () => {
    expect(codeOf(() => journalEntry([new Uint8Array(32)], new Uint8Array(63), [1]))).to.equal(
      "JOURNAL_LOG_MALFORMED",
    );
  });
});
