import { expect } from "chai";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { toHex } from "../../sdk/hex.ts";
import { sha256 } from "../../sdk/sha256.ts";

describe("SHA-256", function () {
  this.timeout(30_000);
  it("agrees with OpenSSL on bytes and on texts", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: "grapheme" }), (bytes, text) => {
        expect(toHex(sha256(bytes))).to.equal(`0x${createHash("sha256").update(bytes).digest("hex")}`);
        expect(toHex(sha256(text))).to.equal(`0x${createHash("sha256").update(text, "utf8").digest("hex")}`);
      }),
    );
  });
});
