/** The forms of names, in a small contract of the test's own, against regular expressions. */
import { expect } from "chai";
import { encodeBytes32String, hexlify, toUtf8Bytes, ZeroHash } from "ethers";
import { compile, sourcesOf } from "../../../scripts/solidity/compiler.ts";
import { alteredSources, ethers, networkHelpers } from "../../support/ledger.ts";

const PATH = "harness.sol";
const HARNESS = `// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;
import {AsciiNames} from "contracts/lib/AsciiNames.sol";
contract Harness {
    function reverseDns(bytes[] calldata names) external pure returns (bool[] memory fit) {
        fit = new bool[](names.length);
        for (uint256 i = 0; i < names.length; ++i) fit[i] = AsciiNames.isReverseDns(names[i]);
    }
    function actionType(bytes[] calldata names) external pure returns (bool[] memory fit) {
        fit = new bool[](names.length);
        for (uint256 i = 0; i < names.length; ++i) fit[i] = AsciiNames.isActionType(names[i]);
    }
    function label(bytes32[] calldata labels) external pure returns (bool[] memory fit) {
        fit = new bool[](labels.length);
        for (uint256 i = 0; i < labels.length; ++i) fit[i] = AsciiNames.isLabel(labels[i]);
    }
}`;

async function deployed() {
  const sources = await sourcesOf([PATH], { ...(await alteredSources()), [PATH]: HARNESS });
  const { abi, bytecode } = compile(sources, PATH, "Harness");
  const [signer] = await ethers.getSigners();
  return new ethers.ContractFactory(abi, bytecode, signer).deploy();
}

async function judge(method: string, names: string[]): Promise<boolean[]> {
  const contract = await networkHelpers.loadFixture(deployed);
  return (await contract.getFunction(method)(names)) as boolean[];
}

const hexes = (names: string[]) => names.map((name) => hexlify(toUtf8Bytes(name)));

/** Every sign of one byte, at the beginning, in the middle and at the end of a name, and doubled. */
function everywhere(left: string, right: string): string[] {
  const signs = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
  return signs.flatMap((sign) => [
    `${sign}${left}.${right}`,
    `${left}${sign}${right}`,
    `${left}${sign}${sign}${right}`,
    `${left}.${sign}${right}`,
    `${left}${sign}.${right}`,
    `${left}.${right}${sign}`,
    `${left}.${sign}`,
    `${sign}.${right}`,
    sign,
  ]);
}

const domain = (length: number) => `th.${"a".repeat(length - 3)}`;
const action = (length: number) => `a.${"b".repeat(length - 2)}`;

describe("AsciiNames", () => {
  it("takes reverse-DNS names of two labels or more, at most 120 bytes, and nothing else", async () => {
    const form = /^(?=.{1,120}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;
    const names = [
      ...["th.go.police.station", "a.b", "0.1", "th.x--y.z", "th", "", ".", "..", "th.", ".th", "th..go"],
      ...["th.-go", "th-.go", "th.go-", "-th.go", "th.ไทย", "TH.go", domain(120), domain(121)],
      ...everywhere("th", "go"),
    ];
    const fit = await judge("reverseDns", hexes(names));
    names.forEach((name, at) => expect(fit[at], JSON.stringify(name)).to.equal(form.test(name)));
  });

  it("takes action types of two words or more, at most 60 bytes, and nothing else", async () => {
    const form = /^(?=.{1,60}$)[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/;
    const names = [
      ...[
        "complaint.created",
        "a.b",
        "a.b.c",
        "report.stateChanged",
        "kr.v2",
        "created",
        "",
        ".",
        "a.",
        ".a",
      ],
      ...["a..b", "1a.b", "a.1b", "A.b", "a.B", "a-b.c", "ก.ข", action(60), action(61)],
      ...everywhere("kr", "amended"),
    ];
    const fit = await judge("actionType", hexes(names));
    names.forEach((name, at) => expect(fit[at], JSON.stringify(name)).to.equal(form.test(name)));
  });

  it("takes labels of 1 to 31 small letters, digits and hyphens, padded with zeros, and nothing else", async () => {
    const form = /^[a-z0-9-]{1,31}$/;
    const signs = Array.from({ length: 127 }, (_, code) => String.fromCharCode(code + 1));
    const names = ["desk-1", "-", "a".repeat(31), ...signs, ...signs.map((sign) => `a${sign}b`)];
    const fit = await judge("label", names.map(encodeBytes32String));
    names.forEach((name, at) => expect(fit[at], JSON.stringify(name)).to.equal(form.test(name)));
    const desk = encodeBytes32String("desk");
    const wrong = [
      ZeroHash,
      `0x${"61".repeat(32)}`,
      `${desk.slice(0, -2)}61`,
      `0x00${"61".repeat(4)}${"00".repeat(27)}`,
    ];
    expect(await judge("label", wrong)).to.deep.equal([false, false, false, false]);
  });
});
