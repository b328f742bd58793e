import { expect } from "chai";
import fc from "fast-check";
import { hasMembersOnce } from "../../sdk/members-once.ts";

const once = (json: string) => hasMembersOnce(Buffer.from(json), JSON.parse(json));

describe("members of JSON objects", () => {
  it("are told apart from colons, quotes and backslashes in texts", () => {
    for (const value of fc.sample(fc.json({ maxDepth: 4 }), 2_000)) expect(once(value), value).to.equal(true);
    expect(once(JSON.stringify([{ ':"\\': ':\\":{"a":1,"a":2}', b: [{ ":": ":" }] }]))).to.equal(true);
  });

  const twice = [
    '[{"a":1,"a":1}]',
    '[{"a":1,"\\u0061":2}]',
    '[{"data":{"b":[{"c":{},"c":{"d":1}}]}}]',
    '[{"a":{"x":1,"y":2},"a":null}]',
    '[{"__proto__":1,"__proto__":2}]',
    '[{"1":":","b":"\\\\","1":"\\""}]',
  ];
  for (const json of twice) it(`are found in ${json}`, () => expect(once(json)).to.equal(false));

  it("are counted in objects as deep as a body may be", () => {
    const depth = 5_000;
    expect(once(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`)).to.equal(true);
  });
});
