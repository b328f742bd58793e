import { expect } from "chai";
import { createHash } from "node:crypto";
import {
  isCommitted,
  newPayloadKey,
  newSalt,
  openPayload,
  payloadCommit,
  sealPayload,
} from "../../../../sdk/log/payload/index.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const payload = bytes("ผู้แจ้ง: สมมติ ตัวอย่าง");

describe("private payloads", () => {
  it("are committed to by SHA-256 over pl1, salt and payload", () => {
    const salt = newSalt();
    const expected = createHash("sha256").update("pl1").update(salt).update(payload).digest("hex");
    expect(payloadCommit(salt, payload)).to.equal(`0x${expected}`);
    expect(isCommitted(`0x${expected}`, salt, payload)).to.equal(true);
  });

  it("have the commitment that another program computes", () =>
    // printf 'pl1'; 32 bytes of 0x11; printf 'x' | sha256sum
    expect(payloadCommit(new Uint8Array(32).fill(0x11), bytes("x"))).to.equal(
      `0x${createHash("sha256")
        .update(Buffer.concat([bytes("pl1"), Buffer.alloc(32, 0x11), bytes("x")]))
        .digest("hex")}`,
    ));

  it("do not fit another salt, another payload, or a salt cut or lengthened into it", () => {
    const salt = newSalt();
    const commit = payloadCommit(salt, payload);
    expect(isCommitted(commit, newSalt(), payload)).to.equal(false);
    expect(isCommitted(commit, salt, bytes("another"))).to.equal(false);
    expect(isCommitted(commit, salt.subarray(0, 31), payload)).to.equal(false);
    expect(() => payloadCommit(new Uint8Array(16), payload)).to.throw(RangeError);
  });

  it("have a new salt and key each time", () => {
    expect(new Set(Array.from({ length: 50 }, () => newSalt().join()))).to.have.property("size", 50);
    expect(newPayloadKey()).to.have.length(32);
  });

  it("are read again with their key, and never twice the same in the store", async () => {
    const [key, about] = [newPayloadKey(), bytes("0xab")];
    const sealed = await sealPayload(key, payload, about);
    expect(Buffer.from(sealed).includes(Buffer.from(payload))).to.equal(false);
    expect(await openPayload(key, Uint8Array.from(sealed), about)).to.deep.equal(payload);
    expect(await sealPayload(key, payload, about)).to.not.deep.equal(sealed);
  });

  it("are not given for another key or place, altered or cut", async () => {
    const [key, about] = [newPayloadKey(), bytes("0xab")];
    const sealed = Uint8Array.from(await sealPayload(key, payload, about));
    expect(await openPayload(newPayloadKey(), sealed, about)).to.equal(undefined);
    expect(await openPayload(key, sealed, bytes("0xac"))).to.equal(undefined);
    for (let at = 0; at < sealed.length; at++) {
      const altered = sealed.slice();
      altered[at]! ^= 1;
      expect(await openPayload(key, altered, about), `byte ${at}`).to.equal(undefined);
      expect(await openPayload(key, sealed.slice(0, at), about), `cut at ${at}`).to.equal(undefined);
    }
  });
});
