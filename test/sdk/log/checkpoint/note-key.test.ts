import { expect } from "chai";
import { ed25519Signer, formatNoteKey, noteKey, parseNoteKey } from "../../../../sdk/log/checkpoint/index.ts";
import { codeOf } from "../../support/code-of.ts";

/** The example key of the note format's reference implementation. */
const PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

describe("keys of signed notes", () => {
  it("read and write the reference implementation's key", () => {
    const key = parseNoteKey(PETER);
    expect(key).to.include({ name: "PeterNeumann", use: "note", id: 0xc74f20a3 });
    expect(formatNoteKey(key)).to.equal(PETER);
  });

  it("have another id for cosignatures and for another name", () => {
    const { publicKey } = parseNoteKey(PETER);
    const ids = [
      noteKey("PeterNeumann", "note", publicKey).id,
      noteKey("PeterNeumann", "cosignature", publicKey).id,
      noteKey("Peter", "note", publicKey).id,
    ];
    expect(new Set(ids).size).to.equal(3);
    const cosigner = noteKey("witness.example/1", "cosignature", publicKey);
    expect(parseNoteKey(formatNoteKey(cosigner))).to.deep.equal(cosigner);
  });

  it("are refused with any character changed, and cut anywhere", () => {
    for (let at = 0; at < PETER.length; at++) {
      const other = String.fromCharCode(PETER.charCodeAt(at) + 1);
      expect(codeOf(() => parseNoteKey(PETER.slice(0, at) + other + PETER.slice(at + 1)))).to.equal(
        "LOG_KEY_MALFORMED",
      );
      expect(codeOf(() => parseNoteKey(PETER.slice(0, at)))).to.equal("LOG_KEY_MALFORMED");
    }
  });

  for (const name of ["", "a b", "a+b", "a\u2003b", "a\nb", "\ud800"]) {
    it(`cannot be named ${JSON.stringify(name)}`, () =>
      expect(codeOf(() => ed25519Signer(name, "note", new Uint8Array(32).fill(1)))).to.equal(
        "LOG_KEY_MALFORMED",
      ));
  }

  it("have 32 bytes", () =>
    expect(codeOf(() => noteKey("a", "note", new Uint8Array(31)))).to.equal("LOG_KEY_MALFORMED"));
});
