/** A citizen's flags: payload, EIP-712 domain and signature, built with ethers alone. */
import { encodeBytes32String, type TypedDataDomain } from "ethers";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { document, noDocument, type TestDocument } from "./document.ts";
import { type Ledger, networkHelpers } from "./ledger.ts";
import { AGENCY } from "./people.ts";

export const flagTypes = {
  Flag: [
    { name: "code", type: "bytes32" },
    { name: "rule", type: "bytes32" },
    { name: "statement", type: "Document" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
  Document: [
    { name: "cid", type: "bytes" },
    { name: "digest", type: "bytes32" },
    { name: "date", type: "uint64" },
  ],
};

export interface FlagPayload {
  code: string;
  rule: string;
  statement: TestDocument;
  nonce: bigint;
  deadline: number;
}

export async function flagDomain({ flags, description }: Ledger): Promise<TypedDataDomain> {
  return {
    name: "Prongsai Flags",
    version: "1",
    chainId: description.chainId,
    verifyingContract: await flags.getAddress(),
  };
}

/** Code of a new project of an agency, drafted by its recorder. */
export async function draftProject(l: Ledger, agency = AGENCY): Promise<string> {
  const officer = agency === AGENCY ? l.officers.recorder : l.officers.otherRecorder;
  const sent = await l.projects.connect(officer).draftProject(agency, 2568, document("brief"), []);
  const receipt = await sent.wait();
  for (const log of receipt!.logs) {
    const event = l.projects.interface.parseLog(log);
    if (event?.name === "ProjectDrafted") return event.args.code as string;
  }
  throw new Error("no ProjectDrafted");
}

/** A payload that the contract accepts now. */
export async function flagPayload(
  l: Ledger,
  code: string,
  signer: HardhatEthersSigner,
  change: Partial<FlagPayload> = {},
): Promise<FlagPayload> {
  return {
    code,
    rule: encodeBytes32String("split-purchase"),
    statement: noDocument,
    nonce: await l.flags.nonceOf(signer),
    deadline: (await networkHelpers.time.latest()) + 3_600,
    ...change,
  };
}

/** Signs and submits a flag through a relayer without rights; the id it got. */
export async function raise(l: Ledger, code: string, signer = l.citizen, change: Partial<FlagPayload> = {}) {
  const payload = await flagPayload(l, code, signer, change);
  const signature = await signer.signTypedData(await flagDomain(l), flagTypes, payload);
  const submit = l.flags.connect(l.relayer);
  const flagId = await submit.raiseFlag.staticCall(payload, signer, signature);
  const sent = await submit.raiseFlag(payload, signer, signature);
  return { flagId, payload, signature, sent };
}
