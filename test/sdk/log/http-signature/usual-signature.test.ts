import { expect } from "chai";
import fc from "fast-check";
import { ProngsaiError } from "../../../../sdk/errors.ts";
import { signRequest } from "../../../../sdk/log/http-signature/index.ts";
import { parseSignature } from "../../../../sdk/log/http-signature/parse-signature.ts";
import type { ClaimedSignature } from "../../../../sdk/log/http-signature/parse-signature.ts";
import { readUsualSignature } from "../../../../sdk/log/http-signature/usual-signature.ts";
import { newKey } from "./keys.ts";

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

describe("signatures as nearly all are written", () => {
  let input: string;
  let signature: string;
  before(async () => {
    const { key, keyId } = await newKey("ed25519");
    const unsigned = {
      method: "POST",
      url: "https://log.example.go.th/",
      body: new Uint8Array(),
      idempotencyKey: "1",
    };
    ({ "signature-input": input, signature } = await signRequest(unsigned, { key, keyId }));
  });

  const plain = (claimed: ClaimedSignature | undefined) =>
    claimed && { ...claimed, signature: Buffer.from(claimed.signature).toString("hex") };
  const parsed = (...fields: [string, string]) => {
    try {
      return plain(parseSignature(...fields));
    } catch (error) {
      if (error instanceof ProngsaiError) return undefined;
      throw error;
    }
  };

  it("are read so quickly when the SDK wrote them, with and without the algorithm", () => {
    for (const fields of [input, input.replace(/;alg=.*/, "")]) {
      expect(readUsualSignature(fields, signature)).to.not.equal(undefined);
      expect(plain(readUsualSignature(fields, signature))).to.deep.equal(parsed(fields, signature));
    }
  });

  it("are read only with the base64 of just these bytes, and a time without zeros before it", () => {
    const ends = [...BASE64].filter((last) =>
      readUsualSignature(input, signature.replace(/.==:$/, `${last}==:`)),
    );
    expect(ends).to.deep.equal(
      [...BASE64].filter((last) => parsed(input, signature.replace(/.==:$/, `${last}==:`))),
    );
    const created = (time: string) => input.replace(/created=\d+/, `created=${time}`);
    for (const time of ["0", "00", "01795485532", "-1", "999999999999999", "1000000000000000", "1.0"]) {
      const quickly = plain(readUsualSignature(created(time), signature));
      if (quickly) expect(quickly, time).to.deep.equal(parsed(created(time), signature));
    }
  });

  it("are never read as anything else than they are, whatever is altered in them", () => {
    const pieces = fc.constantFrom(
      ...[
        '"',
        ";",
        "=",
        ":",
        "(",
        ")",
        " ",
        ",",
        "-",
        ".",
        "*",
        "_",
        "0",
        "9",
        "a",
        "A",
        "/",
        "+",
        "\\",
        "\n",
        "ä",
      ],
      ...['"@method"', "sig1", "sig2", ";created=1", ';alg="x"', ";expires=1", ';nonce="12345678"', "=="],
    );
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.nat(12),
      put: fc.array(pieces, { maxLength: 2 }),
    });
    const altered = (
      text: string,
      edits: readonly { at: number; removed: number; put: readonly string[] }[],
    ) =>
      edits.reduce((now, { at, removed, put }) => {
        const from = Math.floor(at * now.length);
        return now.slice(0, from) + put.join("") + now.slice(from + removed);
      }, text);
    const edits = fc.array(edit, { maxLength: 2 });
    fc.assert(
      fc.property(edits, edits, (ofInput, ofSignature) => {
        const fields: [string, string] = [altered(input, ofInput), altered(signature, ofSignature)];
        const quickly = plain(readUsualSignature(...fields));
        if (quickly) expect(quickly).to.deep.equal(parsed(...fields));
      }),
      { numRuns: 20_000 },
    );
  });
});
