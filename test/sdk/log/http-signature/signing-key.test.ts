import { expect } from "chai";
import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { toHex } from "../../../../sdk/hex.ts";
import { keyIdOf } from "../../../../sdk/log/http-signature/index.ts";
import { ed25519Pkcs8, signingKey } from "../../../../sdk/log/http-signature/signing-key.ts";
import { rejection } from "../../../support/rejection.ts";

const ed25519 = generateKeyPairSync("ed25519").privateKey;
const p256 = generateKeyPairSync("ec", { namedCurve: "prime256v1" }).privateKey;
const secret = Buffer.from(ed25519.export({ format: "jwk" }).d!, "base64url");
const pem = (key: typeof ed25519) => key.export({ type: "pkcs8", format: "pem" }).toString();
const der = (key: typeof ed25519) => key.export({ type: "pkcs8", format: "der" });

describe("the signer of a private key", () => {
  const forms = {
    "Ed25519 as PEM": [ed25519, pem(ed25519)],
    "Ed25519 as the bytes of a PEM file": [ed25519, Buffer.from(pem(ed25519))],
    "Ed25519 in PKCS #8": [ed25519, der(ed25519)],
    "Ed25519 as its 32 bytes": [ed25519, secret],
    "P-256 as PEM": [p256, pem(p256)],
    "P-256 in the older form of openssl ecparam": [
      p256,
      p256.export({ type: "sec1", format: "pem" }).toString(),
    ],
    "P-256 in PKCS #8": [p256, der(p256)],
  } as const;
  for (const [form, [key, given]] of Object.entries(forms)) {
    it(`is read from ${form}`, async () => {
      const signer = await signingKey(given);
      const message = new TextEncoder().encode("what is signed");
      const algorithm = key === ed25519 ? "Ed25519" : { name: "ECDSA", hash: "SHA-256" };
      const signature = Buffer.from(await crypto.subtle.sign(algorithm, signer.key, message));
      const half = { key: createPublicKey(key), dsaEncoding: "ieee-p1363" } as const;
      expect(verify(key === ed25519 ? null : "sha256", message, half, signature)).to.equal(true);
      expect(signer.publicKey).to.have.length(key === ed25519 ? 32 : 33);
      expect(signer.keyId).to.equal(keyIdOf(signer.publicKey));
      expect(signer.key.extractable).to.equal(false);
    });
  }

  it("is refused by its code for another kind of key", async () => {
    const others = [
      generateKeyPairSync("ec", { namedCurve: "secp384r1" }),
      generateKeyPairSync("x25519"),
      generateKeyPairSync("rsa", { modulusLength: 2_048 }),
    ];
    for (const { privateKey } of others)
      expect(await rejection(signingKey(der(privateKey)))).to.include({ code: "LOG_SIGNATURE_ALGORITHM" });
    await rejection(signingKey("no key"));
  });

  it("is the one of the 32 bytes that PKCS #8 wraps", () =>
    expect(toHex(ed25519Pkcs8(secret))).to.equal(toHex(der(ed25519))));
});
