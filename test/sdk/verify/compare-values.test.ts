import { expect } from "chai";
import { compareValues } from "../../../sdk/verify/compare-values.ts";

describe("comparing claimed with decoded values", () => {
  const decoded = {
    amount: 2n ** 64n - 1n,
    officer: "0xABCDEF0000000000000000000000000000000001",
    open: true,
    title: "ถนน",
    counters: { paid: 5n },
    moves: [{ amount: 7n }],
  };
  const same = (expected: Record<string, string | number | bigint | boolean>) =>
    compareValues(expected, decoded).every((field) => field.same);

  it("takes numbers as text, hexadecimal in any case, and fields inside fields", () => {
    expect(same({ amount: "18446744073709551615", officer: "0xabcdef0000000000000000000000000000000001" })).to
      .be.true;
    expect(same({ open: true, title: "ถนน", "counters.paid": 5, "moves.0.amount": 7n })).to.be.true;
  });

  it("sees every difference", () => {
    const differences: Record<string, string | number | boolean>[] = [
      { amount: "18446744073709551614" },
      { amount: 2 ** 64 },
      { officer: "0xabcdef0000000000000000000000000000000002" },
      { open: false },
      { title: "ถนน " },
      { "counters.paid": "05" },
      { "counters.returned": 0 },
      { counters: "[object Object]" },
      { toString: "undefined" },
      { "moves.1.amount": 7 },
    ];
    for (const expected of differences) expect(same(expected), JSON.stringify(expected)).to.be.false;
  });
});
