import { expectedReads, registerInterface } from "../../../sdk/replay/index.ts";
import type { ExpectedRead, LedgerState } from "../../../sdk/replay/index.ts";
import type { ListedContracts } from "../contracts/discover.ts";
import { answerDiffers } from "../node.ts";
import type { AuditNode } from "../node.ts";
import type { Part } from "../part.ts";

function* questions(state: LedgerState, listed: ListedContracts) {
  for (const read of expectedReads(state)) {
    const { register, method, args } = read;
    const address = listed.get(register)?.address;
    if (address) yield { read, getter: { address, abi: registerInterface(register), method, args } };
  }
}

/** The kind of an entity: `line` of `line 3`. */
const kindOf = ({ entity }: ExpectedRead) => entity.split(" ", 1)[0]!;

/** What the contracts' getters answer is what the events made. */
export async function checkStorage(
  node: AuditNode,
  { state, listed }: { state: LedgerState; listed: ListedContracts },
  part: Part,
): Promise<void> {
  let last: string | undefined;
  for await (const { item, answer } of node.readAll(questions(state, listed))) {
    const { read } = item;
    part.count("getters");
    if (last !== read.entity) part.count(kindOf(read));
    last = read.entity;
    const difference = answerDiffers(answer, read.expected);
    if (!difference) continue;
    const field = difference.path ? `${read.method}: ${difference.path}` : read.method;
    const { found, expected } = difference;
    part.finds("STORAGE", `${read.entity} (${read.register}.${field})`, { found, expected });
  }
}
