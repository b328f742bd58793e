import { expect } from "chai";
import type { ProngsaiError } from "../../../../sdk/errors.ts";
import { formatReceipt, parseReceipt } from "../../../../sdk/log/receipt/index.ts";
import type { Receipt } from "../../../../sdk/log/receipt/index.ts";
import { codeOf } from "../../support/code-of.ts";
import { makeReceipt } from "../support/log-fixture.ts";

describe("receipts in JSON", () => {
  let receipt: Receipt;
  before(async () => {
    ({ receipt } = await makeReceipt(11, 6));
  });

  it("read back as they were written, with the record and without", () => {
    expect(parseReceipt(formatReceipt(receipt))).to.deep.equal(receipt);
    const { record: _record, ...bare } = receipt;
    expect(parseReceipt(formatReceipt(bare))).to.deep.equal(bare);
    expect(_record).to.be.an("object");
  });

  it("have one text only, whatever the order of members", () => {
    const turned = Object.fromEntries(Object.entries(receipt).reverse()) as Receipt;
    expect(formatReceipt(turned)).to.equal(formatReceipt(receipt));
    expect(formatReceipt(parseReceipt(JSON.stringify(receipt, null, 2)))).to.equal(formatReceipt(receipt));
  });

  function failure(change: (value: Record<string, unknown>) => void): ProngsaiError | undefined {
    const value = structuredClone(receipt) as unknown as Record<string, unknown>;
    change(value);
    try {
      parseReceipt(JSON.stringify(value));
    } catch (error) {
      return error as ProngsaiError;
    }
  }

  /** The error's code and, of a malformed file, where it is. */
  function refusal(change: (value: Record<string, unknown>) => void): string {
    const error = failure(change);
    return error ? `${error.code} ${String(error.details["path"] ?? error.details["version"])}` : "taken";
  }

  const set = (path: string, value: unknown) => (receipt: Record<string, unknown>) => {
    const names = path.split(".");
    const last = names.pop()!;
    const inner = names.reduce((object, name) => object[name] as Record<string, unknown>, receipt);
    inner[last] = value;
  };
  const malformed: [string, unknown][] = [
    ["type", "prongsai-evidence"],
    ["version", "1"],
    ["service", 7],
    ["index", -1],
    ["index", 1.5],
    ["index", "6"],
    ["leaf", `0x${"A".repeat(64)}`],
    ["leaf", "0x00"],
    ["record", []],
    ["record", null],
    ["inclusion", null],
    ["inclusion.size", null],
    ["inclusion.path", {}],
    ["inclusion.path", ["0x00"]],
    ["inclusion.path", Array(65).fill(`0x${"0".repeat(64)}`)],
    ["checkpoint", 1],
    ["anchor", []],
    ["anchor.chainId", "2567"],
    ["anchor.contract", "0x00"],
    ["anchor.txHash", ""],
    ["anchor.block", -1],
    ["anchor.blockTime", 2 ** 53],
    ["anchor.size", null],
    ["anchor.root", null],
    ["cosigners", {}],
    ["cosigners.0.agency", null],
    ["cosigners.0.officer", null],
    ["cosigners.1.txHash", 5],
    ["cosigners.1.block", "815"],
  ];
  for (const [path, value] of malformed) {
    it(`with ${JSON.stringify(value).slice(0, 40)} as ${path} are refused by that path`, () => {
      const said = path.replace(/\.(\d)/, "[$1]");
      expect(refusal(set(path, value))).to.equal(`LOG_FILE_MALFORMED $.${said}`);
    });
  }

  it("are refused in Thai words, without English ones between", () => {
    for (const [path, value] of malformed) {
      const { what, why } = failure(set(path, value))!.explain("th");
      expect(what.replace(/\$\S*/, "")).to.not.match(/[a-z]/i);
      // What stands in quotation marks is the file's own.
      expect(why.replace(/“.*”/, ""))
        .to.match(/[\u0e00-\u0e7f]/)
        .and.not.match(/[a-z]{2}/);
    }
  });

  it("with strange members are refused by their name", () => {
    expect(refusal(set("note", 1))).to.equal("LOG_FILE_MALFORMED $.note");
    expect(refusal(set("anchor.note", 1))).to.equal("LOG_FILE_MALFORMED $.anchor.note");
    expect(refusal(set("cosigners.0.note", 1))).to.equal("LOG_FILE_MALFORMED $.cosigners[0].note");
  });

  it("of a later version are refused as such", () =>
    expect(refusal(set("version", 2))).to.equal("LOG_FILE_VERSION 2"));

  it("are refused when a member stands twice, whichever of the two is right", () => {
    const text = formatReceipt(receipt);
    const record = JSON.stringify({ ...receipt.record, agency: 1008 });
    for (const twice of [
      text.replace('"record":', `"record":${record},"record":`),
      text.replace('"index":', '"index":7,"\\u0069ndex":'),
      text.replace('"record":{', '"record":{"agency":1008,'),
    ]) {
      expect(JSON.parse(twice), "as parsers read it").to.deep.equal(receipt);
      expect(codeOf(() => parseReceipt(twice))).to.equal("LOG_FILE_MALFORMED");
    }
  });

  for (const text of ["", "{", "null", "[]", '"x"', "1", `"${"x".repeat(1_000_001)}"`]) {
    it(`are not read from ${text.slice(0, 5) || "nothing"}`, () =>
      expect(codeOf(() => parseReceipt(text))).to.equal("LOG_FILE_MALFORMED"));
  }
});
