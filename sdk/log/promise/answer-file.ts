import { toHex, fromHex } from "../../hex.ts";
import { merkleRoot } from "../../merkle.ts";
import { Members } from "../files/members.ts";
import { readJson } from "../files/open.ts";
import { serviceId } from "../service-id.ts";
import type { LogAnswer } from "./answer.ts";

const KIND = "promise";
/** Records of one request, and the height of a group's tree. */
const MOST_LEAVES = 1_000;
const MOST_SIBLINGS = 48;

/**
 * What the intake answered, read from the file in which the sender kept it. Its parts agree with each other afterwards;
 * who signed it, and whether it was kept, is for the chain to say.
 *
 * @throws ProngsaiError LOG_FILE_MALFORMED
 */
export function parseAnswer(text: string): LogAnswer {
  const names = ["service", "firstIndex", "count", "leaves", "deadline", "promise"];
  const file = new Members(KIND, readJson(KIND, text), names);
  const signed = file.inner("promise", ["statement", "groupIndex", "groupSize", "groupPath", "signature"]);
  const stated = signed.inner("statement", [
    ...["service", "firstIndex", "count", "leavesRoot", "issuedAt", "deadline"],
  ]);
  const statement = {
    service: stated.hex("service", 32),
    firstIndex: stated.count("firstIndex"),
    count: stated.count("count"),
    leavesRoot: stated.hex("leavesRoot", 32),
    issuedAt: stated.count("issuedAt"),
    deadline: stated.count("deadline"),
  };
  const answer: LogAnswer = {
    service: file.text("service"),
    firstIndex: file.count("firstIndex"),
    count: file.count("count"),
    leaves: file.hexes("leaves", 32, MOST_LEAVES),
    deadline: file.count("deadline"),
    promise: {
      statement,
      groupIndex: signed.count("groupIndex"),
      groupSize: signed.count("groupSize"),
      groupPath: signed.hexes("groupPath", 32, MOST_SIBLINGS),
      signature: signed.hex("signature", 65),
    },
  };
  if (serviceId(answer.service) !== statement.service)
    stated.refuse("service", { th: `รหัสของ ${answer.service}`, en: `the id of ${answer.service}` });
  for (const name of ["firstIndex", "count", "deadline"] as const)
    if (statement[name] !== answer[name])
      stated.refuse(name, { th: `${answer[name]} ตามคำตอบ`, en: `the answer's ${answer[name]}` });
  if (answer.leaves.length !== answer.count)
    file.refuse("leaves", { th: `รายการ ${answer.count} ค่า`, en: `a list of ${answer.count}` });
  if (toHex(merkleRoot(answer.leaves.map((leaf) => fromHex(leaf, 32)))) !== statement.leavesRoot)
    stated.refuse("leavesRoot", { th: "รากของลายนิ้วมือรายการ", en: "the root of the leaves" });
  return answer;
}
