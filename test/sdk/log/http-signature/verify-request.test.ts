import { expect } from "chai";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ProngsaiError } from "../../../../sdk/errors.ts";
import { signRequest } from "../../../../sdk/log/http-signature/index.ts";
import type { HttpRequest, SignatureAlgorithm } from "../../../../sdk/log/http-signature/index.ts";
import {
  claimRequest,
  verifyClaim,
  verifyRequest,
} from "../../../../sdk/log/http-signature/verify-request.ts";
import type { VerifiedRequest } from "../../../../sdk/log/http-signature/verify-request.ts";
import { verifyingKey } from "../../../../sdk/log/http-signature/verifying-key.ts";
import { codeOf } from "../../support/code-of.ts";
import { newKey } from "./keys.ts";
import type { TestKey } from "./keys.ts";

const NOW = 1_795_485_532;
const URI = "https://log.example.go.th/v1/services/th.go.example/actions?lane=alert";
const body = (text: string) => new TextEncoder().encode(text);
const BODY = body('[{"v":1}]');
const ALGORITHMS: readonly SignatureAlgorithm[] = ["ed25519", "ecdsa-p256-sha256"];

for (const algorithm of ALGORITHMS) {
  describe(`a request signed with ${algorithm}`, () => {
    let mine: TestKey;
    let other: TestKey;
    let request: HttpRequest;
    before(async () => {
      [mine, other] = await Promise.all([newKey(algorithm), newKey(algorithm)]);
      request = await signed();
    });

    const options = (now = NOW) => ({
      now,
      keyOf: (id: string) => [mine, other].find(({ keyId }) => keyId === id)?.verifying,
    });
    async function signed(by: Partial<Parameters<typeof signRequest>[1]> = {}): Promise<HttpRequest> {
      const unsigned = { method: "POST", url: `${URI}#part`, body: BODY, idempotencyKey: "b9a1-77" };
      const headers = await signRequest(unsigned, { key: mine.key, keyId: mine.keyId, created: NOW, ...by });
      return { method: "POST", targetUri: URI, headers: { ...headers, host: "x" }, body: BODY };
    }
    const withHeaders = (headers: HttpRequest["headers"]): HttpRequest => ({
      ...request,
      headers: { ...request.headers, ...headers },
    });
    const header = (name: string) => request.headers[name] as string;
    const inPool = async (of: HttpRequest) => verifyClaim(claimRequest(of, options()), of.body);
    const outcome = (of: HttpRequest, now = NOW) => codeOf(() => verifyRequest(of, options(now)));

    it("is verified, on this thread and on another", async () => {
      const { keyId, created, nonce, idempotencyKey, ...rest } = verifyRequest(request, options());
      expect({ keyId, created, idempotencyKey }).to.deep.equal({
        keyId: mine.keyId,
        created: NOW,
        idempotencyKey: "b9a1-77",
      });
      expect(nonce).to.match(/^[0-9a-f]{32}$/);
      expect(rest).to.deep.equal({ algorithm, contentDigest: header("content-digest") });
      expect(await inPool(request)).to.deep.equal(verifyRequest(request, options()));
    });

    it("is taken 300 s either way and not a second more", () => {
      for (const off of [-300, 300]) expect(verifyRequest(request, options(NOW + off)).created).to.equal(NOW);
      for (const off of [-301, 301]) expect(outcome(request, NOW + off)).to.equal("LOG_SIGNATURE_TIME");
    });

    const altered: [string, (of: HttpRequest) => HttpRequest, string][] = [
      ["another method", (of) => ({ ...of, method: "PUT" }), "WRONG"],
      ["another path", (of) => ({ ...of, targetUri: URI.replace("th.go.example", "th.go.other") }), "WRONG"],
      ["another query", (of) => ({ ...of, targetUri: URI.replace("alert", "bulk") }), "WRONG"],
      ["another host", (of) => ({ ...of, targetUri: URI.replace("log.", "log2.") }), "WRONG"],
      ["no query", (of) => ({ ...of, targetUri: URI.split("?")[0]! }), "WRONG"],
      ["another body", (of) => ({ ...of, body: body('[{"v":2}]') }), "DIGEST"],
      ["no body", (of) => ({ ...of, body: body("") }), "DIGEST"],
    ];
    for (const [name, alter, code] of altered) {
      it(`is refused with ${name}`, async () => {
        expect(outcome(alter(request))).to.equal(`LOG_SIGNATURE_${code}`);
        const error: unknown = await inPool(alter(request)).catch((thrown: unknown) => thrown);
        expect(error).to.be.instanceOf(ProngsaiError).with.property("code", `LOG_SIGNATURE_${code}`);
      });
    }

    it("is refused with another idempotency key, or none", () => {
      expect(outcome(withHeaders({ "idempotency-key": "b9a1-78" }))).to.equal("LOG_SIGNATURE_WRONG");
      for (const none of [undefined, "", " "])
        expect(outcome(withHeaders({ "idempotency-key": none }))).to.equal("LOG_SIGNATURE_MISSING");
      for (const odd of ["a b", "x".repeat(129), "b9a1-77, b9a1-77"])
        expect(outcome(withHeaders({ "idempotency-key": odd }))).to.equal("LOG_SIGNATURE_MALFORMED");
      expect(outcome(withHeaders({ "idempotency-key": ["b9a1-77", "b9a1-77"] }))).to.equal(
        "LOG_SIGNATURE_MALFORMED",
      );
    });

    it("is refused with another body and its right digest", async () => {
      const forged = await signRequest(
        { method: "POST", url: URI, body: body("[]"), idempotencyKey: "b9a1-77" },
        { key: other.key, keyId: other.keyId, created: NOW },
      );
      const swapped = { ...withHeaders({ "content-digest": forged["content-digest"] }), body: body("[]") };
      expect(outcome(swapped)).to.equal("LOG_SIGNATURE_WRONG");
    });

    it("is refused by another key, an unknown key, and a key of the other kind", async () => {
      expect(outcome(await signed({ key: other.key }))).to.equal("LOG_SIGNATURE_WRONG");
      expect(outcome(await signed({ keyId: other.keyId }))).to.equal("LOG_SIGNATURE_WRONG");
      const unknown = `0x${"00".repeat(32)}`;
      expect(outcome(await signed({ keyId: unknown }))).to.equal("LOG_SIGNATURE_KEY_UNKNOWN");
      const third = await newKey(ALGORITHMS.find((one) => one !== algorithm)!);
      const wrongKind = () => verifyRequest(request, { now: NOW, keyOf: () => third.verifying });
      expect(codeOf(wrongKind)).to.equal("LOG_SIGNATURE_ALGORITHM");
    });

    it("is refused when any bit of the signature is another, and when it is cut", () => {
      const bytes = Buffer.from(header("signature").slice("sig1=:".length, -1), "base64");
      for (let bit = 0; bit < bytes.length * 8; bit += 7) {
        const flipped = Buffer.from(bytes);
        flipped[bit >> 3]! ^= 1 << (bit & 7);
        const signature = `sig1=:${flipped.toString("base64")}:`;
        expect(outcome(withHeaders({ signature })), String(bit)).to.equal("LOG_SIGNATURE_WRONG");
      }
      for (const length of [0, 1, 63, 65]) {
        const signature = `sig1=:${Buffer.concat([bytes, bytes]).subarray(0, length).toString("base64")}:`;
        expect(outcome(withHeaders({ signature })), String(length)).to.equal("LOG_SIGNATURE_WRONG");
      }
    });

    it("is refused when one of the four components is not covered", () => {
      for (const name of ["@method", "@target-uri", "content-digest", "idempotency-key"]) {
        const fewer = header("signature-input")
          .replace(`"${name}"`, "")
          .replace("( ", "(")
          .replace(" )", ")")
          .replace("  ", " ");
        expect(outcome(withHeaders({ "signature-input": fewer })), name).to.equal("LOG_SIGNATURE_COMPONENTS");
      }
      const none = header("signature-input").replace(/\(.*\)/, "()");
      expect(outcome(withHeaders({ "signature-input": none }))).to.equal("LOG_SIGNATURE_COMPONENTS");
    });

    const inputs: [string, (input: string) => string, string][] = [
      ["a component twice", (input) => input.replace('"@method"', '"@method" "@method"'), "COMPONENTS"],
      [
        "a component with parameters",
        (input) => input.replace('"content-digest"', '"content-digest";bs'),
        "COMPONENTS",
      ],
      [
        "a component of the request that answers",
        (input) => input.replace('"@method"', '"@method";req'),
        "COMPONENTS",
      ],
      [
        "a component in capitals",
        (input) => input.replace('"content-digest"', '"Content-Digest"'),
        "COMPONENTS",
      ],
      [
        "a derived component that is not known",
        (input) => input.replace('"@method"', '"@method" "@query"'),
        "COMPONENTS",
      ],
      ["its own field covered", (input) => input.replace('"@method"', '"@method" "signature"'), "COMPONENTS"],
      [
        "a covered field that is not there",
        (input) => input.replace('"@method"', '"@method" "x-none"'),
        "MISSING",
      ],
      [
        "a covered field that every object has",
        (input) => input.replace('"@method"', '"@method" "constructor"'),
        "MISSING",
      ],
      [
        "components in another order",
        (input) => input.replace('"@method" "@target-uri"', '"@target-uri" "@method"'),
        "WRONG",
      ],
      ["one more field", (input) => input.replace('"@method"', '"@method" "host"'), "WRONG"],
      ["another time", (input) => input.replace(/created=\d+/, `created=${NOW + 1}`), "WRONG"],
      ["another nonce", (input) => input.replace(/nonce="\w+"/, 'nonce="aaaaaaaa"'), "WRONG"],
      ["another algorithm", (input) => input.replace(/alg="[^"]+"/, 'alg="hmac-sha256"'), "ALGORITHM"],
      ["no algorithm", (input) => input.replace(/;alg="[^"]+"/, ""), "WRONG"],
      ["no time", (input) => input.replace(/;created=\d+/, ""), "PARAMETER"],
      ["a time with decimals", (input) => input.replace(/created=\d+/, `created=${NOW}.5`), "PARAMETER"],
      ["a time as text", (input) => input.replace(/created=\d+/, `created="${NOW}"`), "PARAMETER"],
      ["a time as date", (input) => input.replace(/created=\d+/, `created=@${NOW}`), "MALFORMED"],
      ["a time that has passed", (input) => `${input};expires=${NOW - 1}`, "TIME"],
      ["no key id", (input) => input.replace(/;keyid="\w+"/, ""), "PARAMETER"],
      ["a key id of another form", (input) => input.replace(/keyid="\w+"/, 'keyid="me"'), "PARAMETER"],
      ["no nonce", (input) => input.replace(/;nonce="\w+"/, ""), "PARAMETER"],
      ["a short nonce", (input) => input.replace(/nonce="\w+"/, 'nonce="a"'), "PARAMETER"],
      ["a parameter twice", (input) => `${input};created=${NOW}`, "MALFORMED"],
      ["the label twice", (input) => `${input}, ${input}`, "MALFORMED"],
      ["two labels", (input) => `${input}, ${input.replace("sig1", "sig2")}`, "SEVERAL"],
      ["another label", (input) => input.replace("sig1", "sig2"), "MALFORMED"],
      ["two spaces between components", (input) => input.replace('" "', '"  "'), "MALFORMED"],
      ["a space in the list", (input) => input.replace("(", "( "), "MALFORMED"],
      ["a space before a parameter", (input) => input.replace(";keyid", "; keyid"), "MALFORMED"],
      ["a tab", (input) => input.replace('" "', '"\t"'), "MALFORMED"],
      ["an end of line", (input) => input.replace('" "', '"\n"'), "MALFORMED"],
      ["a comma at the end", (input) => `${input},`, "MALFORMED"],
      ["a label in capitals", (input) => input.replace("sig1", "SIG1"), "MALFORMED"],
      ["an item for a list", () => 'sig1="@method"', "MALFORMED"],
      ["nothing in it", () => ",", "MALFORMED"],
      [
        "ten thousand components",
        (input) => input.replace('"@method"', '"a" '.repeat(10_000) + '"@method"'),
        "MALFORMED",
      ],
    ];
    for (const [name, alter, code] of inputs) {
      it(`is refused with ${name}`, () => {
        const input = alter(header("signature-input"));
        expect(input).to.not.equal(header("signature-input"));
        expect(outcome(withHeaders({ "signature-input": input }))).to.equal(`LOG_SIGNATURE_${code}`);
      });
    }

    const signatures: [string, (signature: string) => string | readonly string[] | undefined, string][] = [
      ["no signature", () => undefined, "MISSING"],
      ["an empty signature", () => "", "MISSING"],
      ["two signatures of one label", (one) => [one, one], "MALFORMED"],
      ["two signatures", (one) => [one, one.replace("sig1", "sig2")], "SEVERAL"],
      ["a signature of another label", (one) => one.replace("sig1", "sig2"), "MALFORMED"],
      ["a signature as text", () => 'sig1="x"', "MALFORMED"],
      ["a signature with parameters", (one) => `${one};x=1`, "MALFORMED"],
      ["a signature without colons", (one) => one.replaceAll(":", ""), "MALFORMED"],
      ["a signature in base64url", (one) => one.replace(/=:(.)/, "=:-"), "MALFORMED"],
      ["a signature without padding", (one) => one.replace("==:", ":"), "MALFORMED"],
      ["a huge signature", (one) => one.replace("=:", `=:${"A".repeat(100_000)}`), "MALFORMED"],
    ];
    for (const [name, alter, code] of signatures) {
      it(`is refused with ${name}`, () => {
        const signature = alter(header("signature"));
        expect(outcome(withHeaders({ signature }))).to.equal(`LOG_SIGNATURE_${code}`);
      });
    }

    it("is refused without the input, without the digest, and with a digest of another kind", async () => {
      expect(outcome(withHeaders({ "signature-input": undefined }))).to.equal("LOG_SIGNATURE_MISSING");
      expect(outcome(withHeaders({ "content-digest": undefined }))).to.equal("LOG_SIGNATURE_MISSING");
      expect(outcome(withHeaders({ "content-digest": "sha-512=:AA==:" }))).to.equal(
        "LOG_SIGNATURE_MALFORMED",
      );
    });

    it("comes through Node's HTTP server as it was signed", async () => {
      let verified: VerifiedRequest | undefined;
      const server = createServer((incoming, response) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () => {
          verified = verifyRequest(
            {
              method: incoming.method!,
              targetUri: `${origin}${incoming.url}`,
              headers: incoming.headers,
              body: Buffer.concat(chunks),
            },
            { ...options(Math.floor(Date.now() / 1_000)) },
          );
          response.end();
        });
      });
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      try {
        const url = `${origin}/v1/services/th.go.example/actions?a=ก b`;
        const unsigned = { method: "POST", url, body: BODY, idempotencyKey: '"quoted"' };
        const headers = await signRequest(unsigned, { key: mine.key, keyId: mine.keyId });
        expect((await fetch(url, { method: "POST", headers, body: BODY })).status).to.equal(200);
        expect(verified).to.include({ keyId: mine.keyId, idempotencyKey: '"quoted"' });
      } finally {
        server.close();
      }
    });
  });
}

describe("keys of signatures", () => {
  it("of another length or off the curve are refused", () => {
    for (const [algorithm, length] of [
      ["ed25519", 31],
      ["ed25519", 33],
      ["ecdsa-p256-sha256", 32],
      ["ecdsa-p256-sha256", 65],
    ] as const)
      expect(codeOf(() => verifyingKey(algorithm, new Uint8Array(length).fill(2)))).to.equal(
        "LOG_SIGNATURE_KEY_MALFORMED",
      );
    expect(codeOf(() => verifyingKey("ecdsa-p256-sha256", new Uint8Array(33).fill(0xff)))).to.equal(
      "LOG_SIGNATURE_KEY_MALFORMED",
    );
  });

  it("of another kind cannot sign", async () => {
    const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-384" }, true, [
      "sign",
      "verify",
    ]);
    const unsigned = { method: "POST", url: URI, body: BODY, idempotencyKey: "k" };
    const error: unknown = await signRequest(unsigned, { key: pair.privateKey, keyId: "0x" }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).to.have.property("code", "LOG_SIGNATURE_ALGORITHM");
  });
});
