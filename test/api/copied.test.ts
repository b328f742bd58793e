import { expect } from "chai";
import { copiedLines } from "../../api/read/sql/copied.ts";
import { random } from "../support/random.ts";

/** What COPY sends of these texts in the binary format. */
function copyOf(texts: readonly string[]): Buffer {
  const rows = texts.map((text) => {
    const bytes = Buffer.from(text);
    const header = Buffer.alloc(6);
    header.writeInt16BE(1);
    header.writeInt32BE(bytes.length, 2);
    return Buffer.concat([header, bytes]);
  });
  return Buffer.concat([
    Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"),
    Buffer.alloc(8),
    ...rows,
    Buffer.from([0xff, 0xff]),
  ]);
}

async function* parts(bytes: Buffer, size: () => number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(bytes.length, at + size());
    yield Buffer.from(bytes.subarray(at, end));
    at = end;
  }
}

describe("lines of a COPY", function () {
  this.timeout(20_000);
  const chance = random();
  const texts = [
    "",
    "a",
    "ก".repeat(3),
    '{"a":"\\n"}',
    "x".repeat(7_000),
    "",
    ...Array.from({ length: 100 }, () => "ไทย".repeat(chance.integer(0, 60))),
  ];
  const expected = texts.map((text) => `${text}\n`).join("");

  for (const [what, size] of [
    ["single bytes", () => 1],
    ["few bytes", () => chance.integer(1, 9)],
    ["sockets' chunks", () => chance.integer(1, 5_000)],
    ["one piece", () => 10 ** 9],
  ] as const) {
    it(`are the same however they come: in ${what} (SEED=${chance.seed})`, async () => {
      const found: Buffer[] = [];
      for await (const piece of copiedLines(parts(copyOf(texts), size))) {
        expect(piece.length).to.be.above(0);
        found.push(piece);
      }
      expect(Buffer.concat(found).equals(Buffer.from(expected))).to.equal(true);
    });
  }

  it("are none when there are no rows", async () => {
    for await (const piece of copiedLines(parts(copyOf([]), () => 5))) expect.fail(String(piece));
  });
});
