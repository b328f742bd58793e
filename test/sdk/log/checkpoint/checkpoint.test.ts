import { expect } from "chai";
import {
  cosignCheckpoint,
  ed25519Signer,
  formatCheckpoint,
  isOriginOf,
  logOrigin,
  parseCheckpoint,
  parseNote,
  signCheckpoint,
  verifyNote,
} from "../../../../sdk/log/checkpoint/index.ts";
import { leafHash } from "../../../../sdk/merkle.ts";
import { codeOf } from "../../support/code-of.ts";

const DEPLOYMENT = `0x${"0123456789ABCDEF".repeat(4)}`;
const origin = logOrigin("th.go.police.station", DEPLOYMENT);
const root = leafHash(new TextEncoder().encode("one entry"));
const checkpoint = { origin, size: 2 ** 40 + 1, root, extensions: [] };
const log = ed25519Signer(origin, "note", new Uint8Array(32).fill(1));
const witness = ed25519Signer("witness.example/1", "cosignature", new Uint8Array(32).fill(2));
const codeLater = (promise: Promise<unknown>) =>
  promise.then(
    () => "no error",
    (error: { code: string }) => error.code,
  );

describe("checkpoints (C2SP tlog-checkpoint)", () => {
  it("read the specification's example", () => {
    const found = parseCheckpoint(
      "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
    );
    expect(found).to.deep.include({ origin: "example.com/behind-the-sofa", size: 20852163, extensions: [] });
    expect(Buffer.from(found.root).toString("hex")).to.match(/^0ac5186a91863e8e1d90c808014aa89b/);
  });

  it("read back as they were written, with extension lines too", () => {
    for (const one of [checkpoint, { ...checkpoint, size: 0, extensions: ["a", "b c"] }])
      expect(parseCheckpoint(formatCheckpoint(one))).to.deep.equal(one);
  });

  it("name log, ledger and service in the origin", () => {
    expect(origin).to.equal("th.go.police.station/prongsai/0123456789abcdef");
    expect(isOriginOf(origin, "th.go.police.station")).to.equal(true);
    for (const other of ["th.go.police", "th.go.police.station/prongsai", "", "example.com"])
      expect(isOriginOf(origin, other)).to.equal(false);
    for (const other of [`${origin}/x`, origin.slice(0, -1), origin.replace("prongsai", "other")])
      expect(isOriginOf(other, "th.go.police.station")).to.equal(false);
  });

  const [first, size, hash] = formatCheckpoint(checkpoint).split("\n") as [string, string, string];
  for (const [what, text] of [
    ["nothing", ""],
    ["no newline at the end", `${first}\n${size}\n${hash}`],
    ["no origin", `\n${size}\n${hash}\n`],
    ["a leading zero", `${first}\n0${size}\n${hash}\n`],
    ["a sign", `${first}\n-1\n${hash}\n`],
    ["a size beyond exact numbers", `${first}\n9007199254740992\n${hash}\n`],
    ["no root", `${first}\n${size}\n`],
    ["a short root", `${first}\n${size}\nAAAA\n`],
    ["an empty extension line", `${first}\n${size}\n${hash}\n\n`],
  ]) {
    it(`with ${what} are refused`, () =>
      expect(codeOf(() => parseCheckpoint(text!))).to.equal("LOG_CHECKPOINT_MALFORMED"));
  }
});

describe("signed and cosigned checkpoints", () => {
  it("hold for the log's key and for the cosigner's, with its time", async () => {
    const note = await cosignCheckpoint(await signCheckpoint(checkpoint, log), witness, 1_795_000_000);
    const results = verifyNote(parseNote(note), [log.key, witness.key]);
    expect(results.map(({ outcome }) => outcome)).to.deep.equal(["valid", "valid"]);
    expect(results[1]!.time).to.equal(1_795_000_000);
    expect(parseCheckpoint(parseNote(note).text)).to.deep.equal(checkpoint);
  });

  it("do not hold for another size, another time, or a log's signature in a cosigner's name", async () => {
    const note = await cosignCheckpoint(await signCheckpoint(checkpoint, log), witness, 1_795_000_000);
    const parsed = parseNote(note);
    const grown = { ...parsed, text: formatCheckpoint({ ...checkpoint, size: checkpoint.size + 1 }) };
    const outcomes = (one: typeof parsed) => verifyNote(one, [log.key, witness.key]).map((k) => k.outcome);
    expect(outcomes(grown)).to.deep.equal(["wrong", "wrong"]);
    const [own, seen] = parsed.signatures;
    const later = Uint8Array.from(seen!.signature);
    later[7]! ^= 1;
    expect(outcomes({ ...parsed, signatures: [own!, { ...seen!, signature: later }] })[1]).to.equal("wrong");
    const { name, id } = witness.key;
    const borrowed = { name, id, signature: own!.signature };
    expect(outcomes({ ...parsed, signatures: [own!, borrowed] })[1]).to.equal("wrong");
    const short = { name, id, signature: new Uint8Array(7) };
    expect(outcomes({ ...parsed, signatures: [short] })).to.deep.equal(["absent", "wrong"]);
    const farTime = { name, id, signature: new Uint8Array(72).fill(255) };
    expect(outcomes({ ...parsed, signatures: [farTime] })[1]).to.equal("wrong");
  });

  it("are signed only by a key that is named as the log, and of the right use", async () => {
    const other = ed25519Signer("th.go.other/prongsai/0123456789abcdef", "note", new Uint8Array(32).fill(1));
    expect(await codeLater(signCheckpoint(checkpoint, other))).to.equal("LOG_KEY_MALFORMED");
    expect(await codeLater(signCheckpoint(checkpoint, witness))).to.equal("LOG_KEY_MALFORMED");
    const note = await signCheckpoint(checkpoint, log);
    expect(await codeLater(cosignCheckpoint(note, log, 1))).to.equal("LOG_KEY_MALFORMED");
    const short = { ...checkpoint, root: root.subarray(1) };
    expect(await codeLater(signCheckpoint(short, log))).to.equal("LOG_CHECKPOINT_MALFORMED");
    const noCheckpoint = note.replace(String(checkpoint.size), "many");
    expect(await codeLater(cosignCheckpoint(noCheckpoint, witness, 1))).to.equal("LOG_CHECKPOINT_MALFORMED");
  });
});
