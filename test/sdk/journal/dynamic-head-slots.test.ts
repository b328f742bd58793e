import { expect } from "chai";
import { dynamicHeadSlots } from "../../../sdk/journal.ts";
import type { AbiParameter } from "../../../sdk/journal.ts";
import { codeOf } from "../support/code-of.ts";

const event = (...inputs: AbiParameter[]) => ({ type: "event", name: "Happened", inputs });
const pair = (type: string) => [{ type: "uint64" }, { type }];

describe("dynamic head slots", () => {
  const cases: [string, AbiParameter[], number[]][] = [
    ["no parameters", [], []],
    ["indexed ones do not count", [{ type: "uint64", indexed: true }, { type: "string" }], [0]],
    [
      "static tuples take a word a member",
      [{ type: "tuple", components: pair("bool") }, { type: "bytes" }],
      [2],
    ],
    [
      "a tuple with a string is dynamic",
      [{ type: "tuple", components: pair("string") }, { type: "bool" }],
      [0],
    ],
    ["fixed arrays of static items", [{ type: "uint8[2][3]" }, { type: "string" }], [6]],
    ["fixed arrays of dynamic items", [{ type: "bool" }, { type: "string[2]" }, { type: "bytes" }], [1, 2]],
    ["open arrays", [{ type: "tuple[]", components: pair("bool") }, { type: "uint8[]" }], [0, 1]],
    ["open arrays of fixed arrays", [{ type: "uint8[3][]" }, { type: "string" }], [0, 1]],
  ];
  for (const [name, inputs, slots] of cases) {
    it(name, () => expect(dynamicHeadSlots(event(...inputs))).to.deep.equal(slots));
  }

  it("refuses events that a log alone cannot rebuild", () => {
    const refused = [
      event({ type: "uint64" }, { type: "uint64", indexed: true }),
      event({ type: "string", indexed: true }),
      event({ type: "uint8[2]", indexed: true }),
      event({ type: "tuple", indexed: true, components: pair("bool") }),
      { ...event(), anonymous: true },
    ];
    for (const fragment of refused) {
      expect(codeOf(() => dynamicHeadSlots(fragment))).to.equal("JOURNAL_EVENT_UNSUPPORTED");
    }
  });
});
