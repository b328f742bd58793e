import { expect } from "chai";
import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { parseDictionary, serializeInnerList, serializeDictionary, isInnerList } from "structured-headers";
import { contentDigest, rawPublicKey, signatureBase } from "../../../../sdk/log/http-signature/index.ts";
import { checkContentDigest } from "../../../../sdk/log/http-signature/content-digest.ts";
import { verifyingKey } from "../../../../sdk/log/http-signature/verifying-key.ts";

// Keys of RFC 9421 appendix B.1.3 and B.1.4, published for tests.
const P256 = {
  kty: "EC",
  crv: "P-256",
  x: "qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA",
  y: "Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0",
};
const ED25519 = { kty: "OKP", crv: "Ed25519", x: "JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs" };
const ED25519_PRIVATE = { ...ED25519, d: "n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU" };

const base64 = (text: string) => Buffer.from(text, "base64");

/** Value and parameters of the one member, as the signature base has them. */
function parametersOf(signatureInput: string): string {
  const [member] = parseDictionary(signatureInput).values();
  if (!member || !isInnerList(member)) throw new Error("not a list");
  return serializeInnerList(member);
}

describe("the vectors of RFC 9421 and RFC 9530", () => {
  /** RFC 9421 appendix B.2.6: a request signed with Ed25519. */
  const b26 = {
    input:
      'sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
    components: [
      ["date", "Tue, 20 Apr 2021 02:07:55 GMT"],
      ["@method", "POST"],
      ["@path", "/foo"],
      ["@authority", "example.com"],
      ["content-type", "application/json"],
      ["content-length", "18"],
    ],
    signature: "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==",
  } as const;
  /** RFC 9421 appendix B.2.4: a response signed with ECDSA P-256. */
  const b24 = {
    input:
      'sig-b24=("@status" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-ecc-p256"',
    components: [
      ["@status", "200"],
      ["content-type", "application/json"],
      [
        "content-digest",
        "sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:",
      ],
      ["content-length", "23"],
    ],
    signature: "wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==",
  } as const;
  const baseOf = ({
    components,
    input,
  }: {
    components: typeof b24.components | typeof b26.components;
    input: string;
  }) => Buffer.from(signatureBase(components, parametersOf(input)));

  it("B.2.6: the base of a request, its Ed25519 signature verifies and is made again", () => {
    const base = baseOf(b26);
    expect(base.toString().split("\n").at(-1)).to.equal(
      `"@signature-params": ${b26.input.slice("sig-b26=".length)}`,
    );
    const raw = Buffer.from(ED25519.x, "base64url");
    expect(verify(null, base, verifyingKey("ed25519", raw).key, base64(b26.signature))).to.equal(true);
    const key = createPrivateKey({ key: ED25519_PRIVATE, format: "jwk" });
    expect(sign(null, base, key).toString("base64")).to.equal(b26.signature);
    expect(serializeDictionary(parseDictionary(b26.input))).to.equal(b26.input);
  });

  it("B.2.4: the base of a response, its ECDSA signature verifies with the compressed key", async () => {
    const point = createPublicKey({ key: P256, format: "jwk" });
    const web = await crypto.subtle.importKey("jwk", P256, { name: "ECDSA", namedCurve: "P-256" }, true, [
      "verify",
    ]);
    const raw = await rawPublicKey(web);
    expect(raw.length).to.equal(33);
    const { key } = verifyingKey("ecdsa-p256-sha256", raw);
    expect(key.export({ format: "jwk" })).to.deep.equal(point.export({ format: "jwk" }));
    const options = { key, dsaEncoding: "ieee-p1363" } as const;
    expect(verify("sha256", baseOf(b24), options, base64(b24.signature))).to.equal(true);
    const other = Buffer.from(baseOf(b24).toString().replace("200", "201"));
    expect(verify("sha256", other, options, base64(b24.signature))).to.equal(false);
  });

  it("RFC 9530 appendix B.1, and the body of RFC 9421's test request: Content-Digest", () => {
    const body = new TextEncoder().encode('{"hello": "world"}');
    const line = new TextEncoder().encode('{"hello": "world"}\n');
    expect(contentDigest(body)).to.equal("sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:");
    expect(contentDigest(line)).to.equal("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
    const both =
      "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:, " +
      "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:";
    expect(() => checkContentDigest(both, body)).to.not.throw();
  });
});
