import { expect } from "chai";
import { decode, encode } from "cborg";
import { createPublicKey, verify } from "node:crypto";
import { toHex } from "../../../../sdk/hex.ts";
import { decodeCoseReceipt, encodeCoseReceipt } from "../../../../sdk/log/cose/index.ts";
import type { Receipt } from "../../../../sdk/log/receipt/index.ts";
import { sha256 } from "../../../../sdk/sha256.ts";
import { codeOf } from "../../support/code-of.ts";
import { ORIGIN, log, makeReceipt } from "../support/log-fixture.ts";

describe("COSE receipts (RFC 9942)", () => {
  let receipt: Receipt;
  let bytes: Uint8Array;
  before(async () => {
    ({ receipt } = await makeReceipt(11, 6));
    bytes = await encodeCoseReceipt(receipt, log);
  });

  it("turn back into the receipt in JSON, with the record and without", async () => {
    expect(decodeCoseReceipt(bytes).receipt).to.deep.equal(receipt);
    const bare = structuredClone(receipt) as { record?: unknown };
    delete bare.record;
    expect(decodeCoseReceipt(await encodeCoseReceipt(bare as Receipt, log)).receipt).to.deep.equal(bare);
  });

  it("are the same bytes each time", async () =>
    expect(toHex(await encodeCoseReceipt(structuredClone(receipt), log))).to.equal(toHex(bytes)));

  it("may carry the proof only", async () => {
    const short = await encodeCoseReceipt(receipt, log, { rest: false });
    const found = decodeCoseReceipt(short);
    expect(found.receipt).to.equal(undefined);
    expect(found.origin).to.equal(ORIGIN);
    expect(toHex(found.keyId)).to.equal(toHex(sha256(log.key.publicKey)));
    expect(found.proof.path.map(toHex)).to.deep.equal(receipt.inclusion.path);
    expect(short.length).to.be.below(400);
  });

  it("are what the standard says, byte for byte, and signed so that another program's Ed25519 agrees", async () => {
    const short = await encodeCoseReceipt(receipt, log, { rest: false });
    expect(short[0]).to.equal(0xd2);
    const [header, unprotected, payload, signature] = decode(short.subarray(1), { useMaps: true }) as [
      Uint8Array,
      Map<number, Map<number, Uint8Array[]>>,
      null,
      Uint8Array,
    ];
    expect(payload).to.equal(null);
    const kid = Buffer.from(sha256(log.key.publicKey)).toString("hex");
    const iss = Buffer.from(ORIGIN).toString("hex");
    const text = `78${ORIGIN.length.toString(16)}${iss}`;
    expect(Buffer.from(header).toString("hex")).to.equal(`a40127045820${kid}0fa101${text}19018b01`);
    expect([...unprotected.keys()]).to.deep.equal([396]);
    const [proof] = unprotected.get(396)!.get(-1)!;
    const [size, index, path] = decode(proof!) as [number, number, Uint8Array[]];
    expect([size, index, ...path.map(toHex)]).to.deep.equal([11, 6, ...receipt.inclusion.path]);
    const root = Buffer.from(receipt.anchor.root.slice(2), "hex");
    const signed = encode(["Signature1", header, new Uint8Array(), new Uint8Array(root)]);
    const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), log.key.publicKey]);
    const key = createPublicKey({ key: spki, format: "der", type: "spki" });
    expect(verify(null, signed, key, signature)).to.equal(true);
  });

  it("cannot be made of a proof that leads to no root", async () => {
    const broken = { ...receipt, inclusion: { size: 11, path: receipt.inclusion.path.slice(1) } };
    const code = await encodeCoseReceipt(broken, log).catch((error: { code: string }) => error.code);
    expect(code).to.equal("LOG_COSE_MALFORMED");
  });

  it("are refused when cut anywhere, and with a byte more", () => {
    for (let end = 0; end < bytes.length; end++)
      expect(codeOf(() => decodeCoseReceipt(bytes.subarray(0, end)))).to.equal("LOG_COSE_MALFORMED");
    expect(codeOf(() => decodeCoseReceipt(Uint8Array.from([...bytes, 0])))).to.equal("LOG_COSE_MALFORMED");
  });

  type Parts = [Uint8Array, Map<unknown, unknown>, unknown, unknown];
  const rebuilt = (change: (parts: Parts) => unknown) => {
    const parts = decode(bytes.subarray(1), { useMaps: true }) as Parts;
    return Uint8Array.from([0xd2, ...encode(change(parts) ?? parts)]);
  };
  const header = (...pairs: [unknown, unknown][]) => encode(new Map(pairs));
  const alg: [unknown, unknown] = [1, -8];
  const vds: [unknown, unknown] = [395, 1];
  const kid: [unknown, unknown] = [4, new Uint8Array(32)];
  const claims: [unknown, unknown] = [15, new Map([[1, "x"]])];
  const changes: Record<string, (parts: Parts) => unknown> = {
    "three parts": ([a, b, c]) => [a, b, c],
    "an attached payload": ([a, b, , d]) => [a, b, new Uint8Array(32), d],
    "a short signature": ([a, b, c]) => [a, b, c, new Uint8Array(63)],
    "another algorithm": ([, b, c, d]) => [header([1, -7], vds, kid, claims), b, c, d],
    "another data structure": ([, b, c, d]) => [header(alg, [395, 2], kid, claims), b, c, d],
    "no key id": ([, b, c, d]) => [header(alg, vds, claims), b, c, d],
    "no issuer": ([, b, c, d]) => [header(alg, vds, kid), b, c, d],
    "an issuer that is no text": ([, b, c, d]) => [header(alg, vds, kid, [15, new Map([[1, 5]])]), b, c, d],
    "a protected header that is no map": ([, b, c, d]) => [encode([1]), b, c, d],
    "no proofs": ([, b]) => void b.delete(396),
    "no inclusion proof": ([, b]) => void b.set(396, new Map()),
    "two inclusion proofs": ([, b]) => void b.set(396, new Map([[-1, [new Uint8Array(), new Uint8Array()]]])),
    "a proof that is no CBOR": ([, b]) => void b.set(396, new Map([[-1, [new Uint8Array([0xff])]]])),
    "a proof of two parts": ([, b]) => void b.set(396, new Map([[-1, [encode([1, 0])]]])),
    "a negative index": ([, b]) => void b.set(396, new Map([[-1, [encode([1, -1, []])]]])),
    "a short hash": ([, b]) => void b.set(396, new Map([[-1, [encode([2, 0, [new Uint8Array(31)]])]]])),
    "a path of 65 hashes": ([, b]) =>
      void b.set(396, new Map([[-1, [encode([2, 0, Array(65).fill(new Uint8Array(32))])]]])),
    "another index in what is carried": ([, b]) =>
      void b.set("prongsai-log-receipt", {
        ...(decode(encode(b.get("prongsai-log-receipt"))) as object),
        index: 5,
      }),
  };
  for (const [what, change] of Object.entries(changes)) {
    it(`with ${what} are refused`, () =>
      expect(codeOf(() => decodeCoseReceipt(rebuilt(change)))).to.equal("LOG_COSE_MALFORMED"));
  }

  it("in another encoding than the deterministic one are refused", () => {
    const parts = decode(bytes.subarray(1), { useMaps: true }) as Parts;
    const turned = new Map([...parts[1]].reverse());
    const encoded = [0x84, ...encode(parts[0]), ...encode(turned, { mapSorter: () => 0 })];
    const unsorted = Uint8Array.from([0xd2, ...encoded, ...encode(null), ...encode(parts[3])]);
    expect(codeOf(() => decodeCoseReceipt(unsorted))).to.equal("LOG_COSE_MALFORMED");
  });
});
