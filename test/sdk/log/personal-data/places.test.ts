import { expect } from "chai";
import fc from "fast-check";
import { kindsIn, placesOf } from "../../../../sdk/log/personal-data/index.ts";
import { citizenNumber, email, embedded, phone, separated } from "./disguises.ts";

const cut = (text: string, kinds?: Parameters<typeof placesOf>[1]) =>
  placesOf(text, kinds).map(([start, end]) => text.slice(start, end));

const disguised = fc.oneof(
  embedded(citizenNumber.chain(separated)),
  embedded(phone),
  embedded(email.map((text) => ` ${text} `)),
);

describe("places of personal data in a text", function () {
  this.timeout(60_000);

  const examples: [string, string[]][] = [
    ["เลข 3-1017-00203-66-1 ไม่ใช่", []],
    ["บัตร 1101700203450 โทร. 081.234.5678 ด่วน", ["1101700203450", "081.234.5678"]],
    ["บัตร １１０１７００２０３４５０ จ้า", ["１１０１７００２０３４５０"]],
    ["น้ำ 1\u200b101\u200b700203450 ก้ำ", ["1\u200b101\u200b700203450"]],
    ["ที่ 1\u00a01017\u00a000203\u00a045\u00a00 นี้", ["1\u00a01017\u00a000203\u00a045\u00a00"]],
    ["เขียนถึง somchai.j@example.co.th ได้", ["somchai.j@example.co.th"]],
    ["ติดต่อ 66812345678", ["66812345678"]],
  ];
  for (const [text, expected] of examples)
    it(`of “${text}” are ${expected.length}`, () => {
      expect(cut(text)).to.deep.equal(expected);
    });

  it("are found whenever something is, in order and apart", () => {
    fc.assert(
      fc.property(disguised, (text) => {
        const places = placesOf(text);
        expect(places.length > 0).to.equal(kindsIn(text).length > 0);
        let last = 0;
        for (const [start, end] of places) {
          expect(start).to.be.at.least(last);
          expect(end).to.be.within(start + 1, text.length);
          last = end;
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it("of some kinds only, when asked", () => {
    const text = "1101700203450 0812345678";
    expect(cut(text, new Set(["citizenNumber"]))).to.deep.equal(["1101700203450"]);
  });

  it("are the whole text when characters fold across each other", () => {
    const text = "\u1100\u1161 1101700203450";
    expect(cut(text)).to.deep.equal([text]);
  });
});
