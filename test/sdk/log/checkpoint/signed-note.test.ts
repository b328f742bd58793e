import { expect } from "chai";
import {
  ed25519Signer,
  formatNote,
  parseNote,
  parseNoteKey,
  verifyNote,
} from "../../../../sdk/log/checkpoint/index.ts";
import { codeOf } from "../../support/code-of.ts";

/** Key, secret key and note of the note format's reference implementation, published with it. */
const KEY = parseNoteKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
const SECRET = Buffer.from("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", "base64").subarray(1);
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const LINE =
  "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const NOTE = `${TEXT}\n${LINE}`;

const outcomeOf = (note: string) => verifyNote(parseNote(note), [KEY])[0]!.outcome;

describe("signed notes (C2SP signed-note)", () => {
  it("verify the reference implementation's note", () => {
    const { text, signatures } = parseNote(NOTE);
    expect(text).to.equal(TEXT);
    expect(signatures).to.have.length(1);
    expect(outcomeOf(NOTE)).to.equal("valid");
    expect(formatNote(parseNote(NOTE))).to.equal(NOTE);
  });

  it("are signed byte for byte as the reference implementation signs", async () => {
    const signer = ed25519Signer("PeterNeumann", "note", new Uint8Array(SECRET));
    const { name, id } = signer.key;
    const signature = await signer.sign(new TextEncoder().encode(TEXT));
    expect(formatNote({ text: TEXT, signatures: [{ name, id, signature }] })).to.equal(NOTE);
  });

  it("do not hold with any bit flipped", () => {
    const bytes = Buffer.from(NOTE);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      const outcome = (() => {
        try {
          return outcomeOf(flipped.toString("utf8"));
        } catch (error) {
          return (error as { code: string }).code;
        }
      })();
      expect(outcome, `bit ${bit}`).to.be.oneOf(["wrong", "absent", "LOG_NOTE_MALFORMED"]);
    }
  });

  it("ignore lines of unknown keys, of a known name with another id, and of a known id with another name", () => {
    const other = LINE.replace("x08go", "y08go");
    expect(outcomeOf(`${TEXT}\n${other}${LINE}${LINE.replace("Peter", "Paul")}`)).to.equal("valid");
    expect(outcomeOf(`${TEXT}\n${other}`)).to.equal("absent");
  });

  it("do not hold when one of two lines of a key is wrong", () => {
    const wrong = LINE.replace("ZJkuBS", "ZJkuBT");
    expect(outcomeOf(`${TEXT}\n${LINE}${wrong}`)).to.equal("wrong");
    expect(outcomeOf(`${TEXT}\n${wrong}${LINE}`)).to.equal("wrong");
  });

  it("may have empty lines in the text, the last one ends it", () =>
    expect(parseNote(`a\n\nb\n\n${LINE}`).text).to.equal("a\n\nb\n"));

  const malformed: [string, string][] = [
    ["nothing", ""],
    ["only text", TEXT],
    ["no signature", `${TEXT}\n`],
    ["no newline at the end", NOTE.slice(0, -1)],
    ["a carriage return", NOTE.replaceAll("\n", "\r\n")],
    ["a tab", NOTE.replace("crypto", "crypto\t")],
    ["a hyphen for the dash", NOTE.replace("—", "-")],
    ["no space after the dash", NOTE.replace("— ", "—")],
    ["no name", NOTE.replace("PeterNeumann ", "")],
    ["a name with a plus", NOTE.replace("PeterN", "Peter+N")],
    ["text after the signature", NOTE.replace("=\n", "= more\n")],
    ["base 64 with unused bits", NOTE.replace("nAM=", "nAN=")],
    ["a signature of four bytes", `${TEXT}\n— a x08gow==\n`],
    ["a lone surrogate", NOTE.replace("If", "\ud800")],
    ["65 signatures", `${TEXT}\n${LINE.repeat(65)}`],
    ["more than 65,536 characters", `${"x".repeat(65_536)}\n\n${LINE}`],
  ];
  for (const [what, note] of malformed) {
    it(`with ${what} are refused`, () =>
      expect(codeOf(() => parseNote(note))).to.equal("LOG_NOTE_MALFORMED"));
  }
});
