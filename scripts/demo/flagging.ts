/** Citizens' flags: signed by a key of their own, submitted by a relayer that needs no rights. */
import { encodeBytes32String, type HDNodeWallet } from "ethers";
import { cast, relayer } from "./cast.ts";
import { noPaper, paper, type Paper } from "./papers.ts";
import type { Play } from "./play.ts";

const types = {
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

export const verdict = { upheld: 4, dismissed: 5, referred: 6 } as const;

/** Signs and relays a flag. Each citizen of the demonstration raises one, so the nonce is 0. */
export async function raise(
  play: Play,
  time: number,
  citizen: HDNodeWallet,
  code: string,
  rule: string,
  statement?: Paper,
): Promise<bigint> {
  const contract = play.stage.read("BudgetFlags");
  const payload = {
    code,
    rule: encodeBytes32String(rule),
    statement: statement ?? noPaper,
    nonce: 0,
    deadline: time + 86_400,
  };
  const domain = {
    name: "Prongsai Flags",
    version: "1",
    chainId: play.stage.chainId,
    verifyingContract: await contract.getAddress(),
  };
  const signature = await citizen.signTypedData(domain, types, payload);
  const events = await play.stage.call(relayer, time, "BudgetFlags", "raiseFlag", [
    payload,
    citizen.address,
    signature,
  ]);
  return events.FlagRaised?.[0]?.flagId;
}

export async function decide(
  play: Play,
  time: number,
  date: string,
  flag: bigint,
  outcome: number,
  th: string,
  en: string,
): Promise<void> {
  const reason = await paper(play.documents, date, th, en);
  await play.stage.call(cast.audit.auditor, time, "BudgetFlags", "decide", [flag, outcome, reason]);
}
