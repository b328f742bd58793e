import { expect } from "chai";
import { ErrorFragment, Interface, ZeroHash } from "ethers";
import { readFileSync } from "node:fs";
import { encodeBytes32Text } from "../../sdk/bytes32.ts";
import { contractErrorCatalogue, decodeContractError } from "../../sdk/error-catalogue.ts";
import { PLACEHOLDER } from "../../sdk/errors/contract-text.ts";
import { unitFormatters } from "../../sdk/errors/units.ts";
import { abis } from "../../sdk/generated/abi/index.ts";

const declared = new Map(
  Object.values(abis)
    .flatMap((abi) => [...abi])
    .filter(({ type }) => type === "error")
    .map((item) => ErrorFragment.from(item))
    .map((fragment) => [fragment.name, fragment]),
);

const lines = new Interface(abis.IBudgetLines);
const documented = readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8");

/** A value of the type, distinct enough to be found in a text. */
function sample(type: string): unknown {
  if (type.startsWith("uint")) return type === "uint8" ? 1 : 1234n;
  if (type === "address") return "0x00000000000000000000000000000000000000AA";
  if (type === "string") return "ข้อความ";
  return type === "bytes" ? "0x1234" : `0x${"41".repeat(Number(type.slice(5)))}`;
}

describe("the catalogue of contract errors", () => {
  it("has an entry for every error of every contract, and no other", () => {
    const explained = new Set(Object.keys(contractErrorCatalogue));
    const names = new Set(declared.keys());
    expect(
      [...names].filter((name) => !explained.has(name)),
      "without an entry",
    ).to.deep.equal([]);
    expect(
      [...explained].filter((name) => !names.has(name)),
      "left over",
    ).to.deep.equal([]);
  });

  for (const [name, text] of Object.entries(contractErrorCatalogue)) {
    it(`${name} names its values, in known units, the same in both languages`, () => {
      const inputs = declared.get(name)?.inputs.map((input) => input.name) ?? [];
      const [th, en] = [text.th, text.en].map((parts) =>
        [...parts.join(" ").matchAll(PLACEHOLDER)].map(([, arg, unit]) => ({ arg, unit })),
      );
      for (const { arg, unit } of [...(th ?? []), ...(en ?? [])]) {
        expect(inputs).to.include(arg);
        if (unit !== undefined) expect(unitFormatters).to.have.property(unit);
      }
      const used = (found = th) => [...new Set(found?.map(({ arg, unit }) => `${arg}:${unit}`))].sort();
      expect(used(th)).to.deep.equal(used(en));
      for (const part of [...text.th, ...text.en]) expect(part.trim()).to.not.equal("");
      expect(text.th.join("")).to.match(/[ก-๙]{4}/);
      expect(text.en.join("")).to.not.match(/[ก-๙]/);
    });

    it(`${name} is decoded with its values and leaves no placeholder`, () => {
      const fragment = declared.get(name);
      if (!fragment) throw new Error("left over");
      const data = new Interface([fragment]).encodeErrorResult(
        fragment,
        fragment.inputs.map((input) => sample(input.type)),
      );
      const error = decodeContractError(data);
      expect(error).to.include({ name, code: name });
      expect(Object.keys(error.args)).to.deep.equal(fragment.inputs.map((input) => input.name));
      expect([...Object.values(error.th), ...Object.values(error.en)].join(" ")).to.not.match(
        /[{}]|undefined|NaN/,
      );
    });
  }
});

describe("decoding a contract's refusal", () => {
  it("writes money in baht, and says what, why and how to mend", () => {
    const data = lines.encodeErrorResult("BudgetLinesCeilingExceeded", [
      2568,
      100_000_00n,
      90_000_00n,
      20_000_50n,
    ]);
    expect(decodeContractError(data)).to.deep.equal({
      contract: "BudgetLines",
      name: "BudgetLinesCeilingExceeded",
      code: "BudgetLinesCeilingExceeded",
      args: { year: 2568n, ceiling: 100_000_00n, approved: 90_000_00n, amount: 20_000_50n },
      th: {
        what: "ตั้งงบประมาณเพิ่ม 20,000.50 บาท ไม่ได้",
        why: "วงเงินปีงบประมาณ 2568 คือ 100,000.00 บาท ตั้งไปแล้ว 90,000.00 บาท",
        mend: "ลดจำนวนเงิน หรือเสนอเปลี่ยนวงเงินตามกฎหมาย",
      },
      en: {
        what: "Another 20,000.50 baht cannot be appropriated.",
        why: "The ceiling of the fiscal year 2568 is 100,000.00 baht, of which 90,000.00 baht are appropriated.",
        mend: "Lower the amount, or have the ceiling changed by law.",
      },
    });
  });

  it("writes dates in Bangkok, duties and states in words, and short texts as text", () => {
    const registry = new Interface(abis.AgencyRegistry);
    const account = "0x00000000000000000000000000000000000000AA";
    const term = registry.encodeErrorResult("AgencyRegistryOfficerNotInForce", [
      account,
      0,
      1732813200,
      2n ** 64n - 1n,
    ]);
    expect(decodeContractError(term).th.why).to.equal(
      "วาระคือ 1 มกราคม 2513 เวลา 07:00 น. ถึง 29 พฤศจิกายน 2567 เวลา 00:00 น. แต่ขณะนี้คือ 18446744073709551615",
    );
    const duty = registry.encodeErrorResult("AgencyRegistryDutyMissing", [account, 0b10000_0001, 0]);
    expect(decodeContractError(duty).en.why).to.equal(
      "It holds: recorder, auditor; needed is one of: no duty.",
    );
    const code = encodeBytes32Text("TH-2568-01007-000123-44");
    const project = new Interface(abis.IBudgetProjects).encodeErrorResult("BudgetProjectsStateWrong", [
      code,
      1,
      3,
    ]);
    expect(decodeContractError(project).en).to.include({
      what: "The project TH-2568-01007-000123-44 is not at this stage.",
      why: "It is “draft”; this needs “active”.",
    });
    const unreadable = new Interface(abis.IBudgetProjects).encodeErrorResult("BudgetProjectsUnknown", [
      ZeroHash,
    ]);
    expect(decodeContractError(unreadable).en.what).to.equal("There is no project –.");
  });

  const panic = (code: string) => `0x4e487b71${code.padStart(64, "0")}`;
  const cases: [string, string, string, RegExp][] = [
    ["a panic", panic("11"), "EVM_PANIC", /out of range/],
    ["an unknown panic", panic("77"), "EVM_PANIC", /Panic 119/],
    [
      "require with a text",
      new Interface(["error Error(string)"]).encodeErrorResult("Error", ["too late"]),
      "EVM_REVERT",
      /“too late”/,
    ],
    ["no data", "0x", "EVM_REVERT_SILENT", /without a reason|address/],
    ["an unknown selector", "0x12345678", "CONTRACT_ERROR_UNKNOWN", /0x12345678/],
    [
      "a known selector with data cut off",
      lines.getError("BudgetLinesUnknown")?.selector ?? "",
      "CONTRACT_ERROR_UNKNOWN",
      /newer/,
    ],
    ["less than a selector", "0x12", "CONTRACT_ERROR_UNKNOWN", /0x12/],
  ];
  for (const [name, data, code, why] of cases) {
    it(`explains ${name}`, () => {
      const error = decodeContractError(data);
      expect(error.code).to.equal(code);
      expect(error.en.why).to.match(why);
      expect(documented).to.include(`| \`${code}\` |`);
    });
  }

  it("looks only into the ABIs that it is given", () => {
    const data = lines.encodeErrorResult("BudgetLinesRevisionEmpty", []);
    expect(decodeContractError(data, [abis.Directory]).code).to.equal("CONTRACT_ERROR_UNKNOWN");
    expect(decodeContractError(data, [abis.IBudgetLines]).code).to.equal("BudgetLinesRevisionEmpty");
    const foreign = { type: "error", name: "Elsewhere", inputs: [] };
    expect(
      decodeContractError(new Interface([foreign]).encodeErrorResult("Elsewhere", []), [[foreign]]),
    ).to.include({
      name: "Elsewhere",
      code: "CONTRACT_ERROR_UNKNOWN",
    });
  });
});
