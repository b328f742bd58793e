import { expect } from "chai";
import { AbiCoder, Interface, keccak256 } from "ethers";
import type { InterfaceAbi, ParamType, Result } from "ethers";
import fc from "fast-check";
import { decoders, outsideTopics } from "../../../indexer/decode/generated/index.ts";
import { journalEntry } from "../../../sdk/journal.ts";
import { fromHex, toHex } from "../../../sdk/hex.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";

type Abis = Record<string, InterfaceAbi>;

/** Random values of an ABI type, as ethers takes them. */
function values(p: ParamType): fc.Arbitrary<unknown> {
  if (p.baseType === "array") return fc.array(values(p.arrayChildren!), { maxLength: 5 });
  if (p.baseType === "tuple") return fc.tuple(...p.components!.map(values));
  const bits = /^uint(\d+)$/.exec(p.type)?.[1];
  if (bits) return fc.bigInt(0n, 2n ** BigInt(bits) - 1n);
  const hex = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map(toHex);
  if (p.type === "address") return hex(20);
  if (p.type === "bytes32") return hex(32);
  if (p.type === "bytes") return fc.uint8Array({ maxLength: 100 }).map(toHex);
  if (p.type === "string") return fc.string({ unit: "grapheme", maxLength: 60 });
  if (p.type === "bool") return fc.boolean();
  throw new Error(`no random values for ${p.type}`);
}

/** What ethers decoded, in the form that our decoders give. */
function plain(p: ParamType, value: unknown): unknown {
  if (p.baseType === "array")
    return [...(value as Result)].map((item: unknown) => plain(p.arrayChildren!, item));
  if (p.baseType === "tuple")
    return Object.fromEntries(p.components!.map((c, i) => [c.name, plain(c, (value as Result)[i])]));
  if (/^uint(8|16|32)$/.test(p.type)) return Number(value);
  return p.type === "address" ? String(value).toLowerCase() : value;
}

describe("static decoders", () => {
  for (const [contract, events] of Object.entries(decoders)) {
    const abi = new Interface((abis as unknown as Abis)[contract]!);
    const expected: string[] = [];
    abi.forEachEvent(({ topicHash }) => {
      if (!outsideTopics.includes(topicHash)) expected.push(topicHash);
    });

    it(`knows every event of ${contract}`, () => {
      expect(Object.keys(events).sort()).to.deep.equal(expected.sort());
    });

    for (const [topic, decoder] of Object.entries(events)) {
      const fragment = abi.getEvent(topic)!;
      it(`reads ${contract}.${fragment.name} as ethers does, and its journal entry as the contract makes it`, () => {
        expect(decoder).to.include({ contract, name: fragment.name });
        fc.assert(
          fc.property(fc.tuple(...fragment.inputs.map((p) => values(p))), (args) => {
            const log = abi.encodeEventLog(fragment, args);
            expect(log.topics.length).to.equal(decoder.topics);
            const bytes = Buffer.concat([...log.topics, log.data].map((hex) => fromHex(hex)));
            const result = abi.decodeEventLog(fragment, log.data, log.topics);
            const wanted = Object.fromEntries(fragment.inputs.map((p, i) => [p.name, plain(p, result[i])]));
            expect(decoder.decode(bytes)).to.deep.equal(wanted);

            const types = ["bytes32", ...fragment.inputs];
            const entry = keccak256(AbiCoder.defaultAbiCoder().encode(types, [topic, ...args]));
            const topics = log.topics.map((hex) => fromHex(hex));
            expect(toHex(journalEntry(topics, fromHex(log.data), decoder.slots))).to.equal(entry);
          }),
          { numRuns: 50 },
        );
      });
    }
  }

  it("refuse a log whose data break off", () => {
    const [topic, decoder] = Object.entries(decoders.ImportAnchor)[0]!;
    expect(() => decoder.decode(Buffer.from(topic.slice(2), "hex"))).to.throw(RangeError);
  });
});
