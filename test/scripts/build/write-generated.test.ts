import { expect } from "chai";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { writeGenerated } from "../../../scripts/build/write-generated.ts";

const greet = { type: "function", name: "greet", inputs: [], outputs: [], stateMutability: "view" };
const failed = { type: "error", name: "Failed", inputs: [] };
const contracts = [
  { name: "Greeter", abi: [greet, failed], bytecode: "0x6001" },
  { name: "IGreeter", abi: [greet], bytecode: "0x" },
  { name: "Errors", abi: [failed], bytecode: "0x6002" },
];

describe("generated files", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "prongsai-generated-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it("hold every ABI as a constant, bytecode of what has functions and code, and the map of types", async () => {
    writeGenerated(folder, contracts, "stamp 1");
    const index = pathToFileURL(join(folder, "abi/index.ts")).href;
    const { abis, greeterAbi } = (await import(index)) as { abis: unknown; greeterAbi: unknown };
    expect(abis).to.deep.equal({ Greeter: [greet, failed], IGreeter: [greet], Errors: [failed] });
    expect(greeterAbi).to.deep.equal([greet, failed]);
    expect(readdirSync(join(folder, "bytecode"))).to.deep.equal(["Greeter.ts"]);
    expect(readFileSync(join(folder, "bytecode/Greeter.ts"), "utf8")).to.include(
      'greeterBytecode = "0x6001"',
    );
    expect(readFileSync(join(folder, "typed-contracts.ts"), "utf8")).to.include("IGreeter: types.IGreeter;");
    expect(readFileSync(join(folder, "stamp"), "utf8")).to.equal("stamp 1");
  });

  it("lose what is no longer compiled and keep the time of what is unchanged", () => {
    writeGenerated(folder, contracts, "stamp 1");
    const kept = join(folder, "abi/Greeter.ts");
    utimesSync(kept, 1000, 1000);
    writeGenerated(folder, contracts.slice(0, 1), "stamp 2");
    expect(readdirSync(join(folder, "abi"))).to.have.members(["Greeter.ts", "index.ts"]);
    expect(statSync(kept).mtimeMs).to.equal(1_000_000);
    expect(readFileSync(join(folder, "stamp"), "utf8")).to.equal("stamp 2");
  });
});
