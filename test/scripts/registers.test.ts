import { expect } from "chai";
import { registers, rooms } from "../../scripts/build/registers.ts";
import { buildRooms, roomModule } from "../../scripts/build/rooms.ts";

describe("the list of registers", () => {
  it("puts together what each register has in a room", () => {
    const files = new Map([
      ["one", "one.ts"],
      ["two", "two/index.ts"],
    ]);
    const room = { apart: ["e"], objects: ["a"], lists: ["b"], types: ["C"], makers: ["d"] };
    const [, ...lines] = roomModule(room, files).trim().split("\n");
    expect(lines).to.deep.equal([
      'import * as one from "./one.ts";',
      'import * as two from "./two/index.ts";',
      "",
      "export const e = { one: one.e, two: two.e };",
      "export const a = { ...one.a, ...two.a };",
      "export const b = [...one.b, ...two.b];",
      "export type C = one.C & two.C;",
      "export const d = () => ({ ...one.d(), ...two.d() });",
    ]);
  });

  it("loads files that need only be loaded", () => {
    const [, ...lines] = roomModule({ loaded: true }, new Map([["one", "one.ts"]]))
      .trim()
      .split("\n");
    expect(lines).to.deep.equal(['import "./one.ts";']);
  });

  it("names every file that a register still lacks", () => {
    registers.push("nothing");
    try {
      expect(buildRooms).to.throw(rooms.map(({ folder }) => `${folder}/nothing.ts`).join(", "));
    } finally {
      registers.pop();
    }
  });
});
