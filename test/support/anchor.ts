/** Batches of imported rows that the anchor accepts. */
import { encodeBytes32String, id } from "ethers";
import { cidOf } from "./document.ts";
import { START } from "./ledger.ts";

export const anchorBatch = {
  format: encodeBytes32String("egp"),
  sourceUrlHash: id("https://example.org/data.csv"),
  sourceSha256: id("source"),
  fileSha256: id("file"),
  fileCid: cidOf(id("file")),
  sourceCid: cidOf(id("description")),
  rowCount: 250,
  quarantined: 3,
  merkleRoot: id("root"),
  retrievedAt: START - 1,
  licence: "Creative Commons Attribution",
  parserVersion: "egp-1",
};

/** The batch of another file. */
export const anchorInput = (n: number) => ({ ...anchorBatch, fileSha256: id(`file ${n}`) });
