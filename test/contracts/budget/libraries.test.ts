/** The libraries alone, compiled into a small contract of the test's own. */
import { expect } from "chai";
import { decodeBytes32String, encodeBytes32String, ZeroHash } from "ethers";
import { makeProjectCode } from "../../../sdk/project-code.ts";
import { compile, sourcesOf } from "../../../scripts/solidity/compiler.ts";
import { alteredSources, ethers, networkHelpers } from "../../support/ledger.ts";

const PATH = "harness.sol";
const HARNESS = `// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;
import {FiscalYears} from "contracts/lib/FiscalYears.sol";
import {ProjectCodes} from "contracts/lib/ProjectCodes.sol";
import {Suppliers} from "contracts/lib/Suppliers.sol";
contract Harness {
    function bounds(uint16 from, uint16 to) external pure returns (int256[2][] memory list) {
        list = new int256[2][](to - from + 1);
        for (uint16 year = from; year <= to; ++year) {
            list[year - from] = [FiscalYears.start(year), FiscalYears.end(year)];
        }
    }
    function isKnown(uint16 year) external pure returns (bool) { return FiscalYears.isKnown(year); }
    function make(uint16 year, uint32 agency, uint32 sequence) external pure returns (bytes32) {
        return ProjectCodes.make(year, agency, sequence);
    }
    function isAllowed(bytes32 supplier) external pure returns (bool) { return Suppliers.isAllowed(supplier); }
}`;

async function deployed() {
  const sources = await sourcesOf([PATH], { ...(await alteredSources()), [PATH]: HARNESS });
  const { abi, bytecode } = compile(sources, PATH, "Harness");
  const [signer] = await ethers.getSigners();
  return new ethers.ContractFactory(abi, bytecode, signer).deploy();
}
const harness = () => networkHelpers.loadFixture(deployed);

describe("the budget's libraries", () => {
  it("FiscalYears begins and ends every year from 2400 to 2700 as the calendar does", async () => {
    const contract = await harness();
    const found = (await contract.getFunction("bounds")(2400, 2700)) as [bigint, bigint][];
    expect(found).to.have.length(301);
    const bangkok = (year: number, month: number, day: number) =>
      Date.UTC(year, month, day) / 1000 - 7 * 3600;
    for (const [index, [start, end]] of found.entries()) {
      const ce = 2400 + index - 543;
      expect(start, `start of ${ce + 543}`).to.equal(BigInt(bangkok(ce - 1, 9, 1)));
      expect(end, `end of ${ce + 543}`).to.equal(BigInt(bangkok(ce, 9, 1) - 1));
    }
    // A day that anybody can check.
    expect(found[2568 - 2400]).to.deep.equal([
      BigInt(Date.parse("2024-10-01T00:00:00+07:00") / 1000),
      BigInt(Date.parse("2025-09-30T23:59:59+07:00") / 1000),
    ]);
  });

  it("FiscalYears knows the years 2514 to 2700", async () => {
    const contract = await harness();
    for (const [year, known] of [
      [0, false],
      [2024, false],
      [2513, false],
      [2514, true],
      [2700, true],
      [2701, false],
    ] as const) {
      expect(await contract.getFunction("isKnown")(year), String(year)).to.equal(known);
    }
  });

  it("ProjectCodes makes the codes of the SDK", async () => {
    const contract = await harness();
    const samples: [number, number, number][] = [
      [2514, 1, 1],
      [2568, 10_001, 1],
      [2568, 99_999, 999_999],
      [2700, 90_001, 123_456],
      [2569, 12_340, 100_000],
    ];
    // Check characters of every remainder occur among consecutive numbers.
    for (let sequence = 1; sequence <= 200; sequence++) samples.push([2568, 7, sequence]);
    for (const [year, agency, sequence] of samples) {
      const code = await contract.getFunction("make")(year, agency, sequence);
      expect(decodeBytes32String(code)).to.equal(makeProjectCode({ year, agency, sequence }));
    }
  });

  it("Suppliers takes juristic persons' tax numbers and nothing else", async () => {
    const contract = await harness();
    const allowed = contract.getFunction("isAllowed");
    for (const text of ["0105500000001", "0000000000000", "0999999999999"]) {
      expect(await allowed(encodeBytes32String(text)), text).to.equal(true);
    }
    expect(await allowed(ZeroHash)).to.equal(true);
    const wrong = ["1105500000001", "010550000000", "01055000000012", "0"];
    // A sign next to the digits in the character table, on either side, at each place in turn.
    for (let place = 0; place < 13; place++) {
      for (const sign of ["/", ":"]) wrong.push(`${"0".repeat(place)}${sign}${"0".repeat(12 - place)}`);
    }
    for (const text of wrong) expect(await allowed(encodeBytes32String(text)), text).to.equal(false);
    expect(await allowed(`0x${"00".repeat(31)}01`)).to.equal(false);
    expect(await allowed(`${encodeBytes32String("0105500000001").slice(0, -2)}01`)).to.equal(false);
  });
});
