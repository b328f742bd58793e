import { expect } from "chai";
import fc from "fast-check";
import { JsonReader } from "../../../indexer/source/json-reader.ts";

function opened(json: string): JsonReader {
  const reader = new JsonReader();
  reader.open(Buffer.from(json));
  return reader;
}

/** Everything that is there, by the reader's own steps instead of `value`. */
function walk(reader: JsonReader): unknown {
  if (reader.object()) {
    const members: [string, unknown][] = [];
    for (let name = reader.name(); name !== undefined; name = reader.name())
      members.push([name, walk(reader)]);
    return Object.fromEntries(members);
  }
  if (!reader.list()) return reader.value();
  const items: unknown[] = [];
  while (reader.item()) items.push(walk(reader));
  return items;
}

function whole<T>(json: string, read: (reader: JsonReader) => T): T {
  const reader = opened(json);
  const result = read(reader);
  reader.close();
  return result;
}

describe("JSON read from bytes", () => {
  it("is what JSON.parse makes of it, with white space and without", () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: "binary" }), fc.constantFrom(undefined, 1, "\t"), (json, space) => {
        const wanted: unknown = JSON.parse(json);
        const given = JSON.stringify(wanted, undefined, space);
        expect(whole(given, walk)).to.deep.equal(wanted);
        expect(whole(given, (reader) => reader.value())).to.deep.equal(wanted);
      }),
    );
  });

  it("passes over any value, and reads what stands after it", () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: "binary" }), (json) => {
        const after = whole(`[${json}, 7]`, (reader) => {
          reader.list();
          reader.item();
          reader.skip();
          reader.item();
          const seven = reader.value();
          reader.item();
          return seven;
        });
        expect(after).to.equal(7);
      }),
    );
  });

  it("gives texts that share a place in its memory as they are", () => {
    const texts = Array.from({ length: 5_000 }, (_, i) => (i % 7 ? `0x${i % 2_500}` : `ข้อ "${i}"`));
    const read = whole(JSON.stringify(texts), (reader) => {
      const all: string[] = [];
      reader.list();
      while (reader.item()) all.push(reader.text());
      return all;
    });
    expect(read).to.deep.equal(texts);
  });

  it("reads bytes and quantities in hexadecimal", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.maxSafeNat(),
        fc.boolean(),
        (bytes, number, upper) => {
          const digits = Buffer.from(bytes).toString("hex");
          const json = JSON.stringify([
            `0x${upper ? digits.toUpperCase() : digits}`,
            `0x${number.toString(16)}`,
            null,
          ]);
          whole(json, (reader) => {
            reader.list();
            reader.item();
            const out = Buffer.alloc(reader.hexLength() + 4);
            expect(out.length).to.equal(bytes.length + 4);
            expect(reader.hex(out, 4)).to.equal(out.length);
            expect(out.subarray(4).equals(bytes)).to.equal(true);
            reader.item();
            expect(reader.quantity()).to.equal(number);
            reader.item();
            expect(reader.textOrNull()).to.equal(null);
            expect(reader.item()).to.equal(false);
          });
        },
      ),
    );
  });

  it("says so when a text holds no bytes, and goes on behind it", () => {
    for (const text of ["", "0", "0x0", "0xabc", "0xzz", "00", '0x"', "0x\\u0030", "0xกก"]) {
      const end = whole(`[${JSON.stringify(text)}]`, (reader) => {
        reader.list();
        reader.item();
        const given = reader.hex(Buffer.alloc(reader.hexLength()), 0);
        reader.item();
        return given;
      });
      expect(end, text).to.equal(-1);
    }
  });

  it("refuses what breaks off, lacks something, or goes on", () => {
    const text = '{"a":[1,{"b":"0x12"},null],"c":"ก"}';
    for (let length = 0; length < Buffer.byteLength(text); length++) {
      const broken = Buffer.from(text).subarray(0, length).toString("latin1");
      expect(() => whole(broken, walk), broken).to.throw(SyntaxError);
      expect(() => whole(broken, (reader) => reader.skip()), broken).to.throw(SyntaxError);
    }
    const wrong = [
      "[1 2]",
      "[1,,2]",
      "[,1]",
      "[1,]",
      '{"a" 1}',
      '{"a":1 "b":2}',
      '{"a":}',
      "{a:1}",
      "[1}",
      "[]]",
    ];
    for (const json of [...wrong, "<html>504</html>"]) {
      expect(() => whole(json, walk), json).to.throw(SyntaxError);
    }
    for (const json of ['"0x"', '"0xg"', '"12"', '"0x20000000000001"', "12", '"0x1']) {
      expect(() => whole(json, (reader) => reader.quantity()), json).to.throw(SyntaxError);
    }
    for (const json of ["1", "null", "{}", ""]) {
      expect(() => whole(json, (reader) => reader.text()), json).to.throw(SyntaxError);
    }
  });
});
