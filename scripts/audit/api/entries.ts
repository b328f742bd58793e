import { canonicalJson } from "../../../sdk/canonical-json.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { toHex } from "../../../sdk/hex.ts";
import { sealRecord } from "../../../sdk/log/record/index.ts";
import type { ActionRecord } from "../../../sdk/log/record/index.ts";
import { leafHash, MerkleAccumulator } from "../../../sdk/merkle.ts";
import type { Part } from "../part.ts";
import { ask } from "./client.ts";
import { firstOther, selection } from "./fields.ts";
import type { Fields } from "./fields.ts";
import type { LogName } from "./logs.ts";
import type { StateTarget } from "./target.ts";

const PAGE = 500;

interface Entry {
  readonly index: number;
  readonly record: string;
}

/** What the API must say beside the exact bytes of an entry; of what is no record only the root tells. */
function fieldsOf(text: string): Fields {
  const record = recordIn(text);
  if (!record) return {};
  const { type, submitter, clientSeq, ts, agency, service, subject, actor, schema, data } = record;
  return {
    ...{ type, submitter, clientSeq: String(clientSeq), schema, serviceName: service },
    ...{ agencyCode: String(agency), happenedAt: ts.replace(".000Z", "Z"), subject: String(subject) },
    actorRole: "role" in actor ? actor.role : "null",
    actorPseudonym: "pseudonym" in actor ? actor.pseudonym : "null",
    supersedesIndex: String(record.supersedes ?? null),
    data: canonicalJson(data),
  };
}

function recordIn(text: string): ActionRecord | undefined {
  try {
    return sealRecord(JSON.parse(text)).record;
  } catch (error) {
    if (error instanceof ProngsaiError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const ENTRY = selection({
  ...{ index: "", record: "", leaf: "", type: "", submitter: "", clientSeq: "", schema: "", serviceName: "" },
  ...{ agencyCode: "", happenedAt: "", subject: "", actorRole: "", actorPseudonym: "", supersedesIndex: "" },
  data: "",
});
const ENTRIES = `query ($name: [String!], $block: Int!, $after: String) {
  actions(filter: { service: $name }, orderBy: { field: LOGGED, direction: ASC }, asOfBlock: $block, first: ${PAGE}, after: $after) {
    unreadCount pageInfo { hasNextPage endCursor } nodes { ${ENTRY} } } }`;

interface Entries {
  readonly unreadCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Entry[];
}

/** Every entry of a log in its order; the root over them must be the one on the ledger. */
export async function compareEntries({ url, block, state }: StateTarget, { id, name }: LogName, part: Part) {
  const head = state.heads.get(id)!;
  const tree = new MerkleAccumulator();
  let [unread, next] = [0, 0];
  for (let after: string | null = null, more = head.size > 0n; more;) {
    const data: { actions: Entries } = await ask(url, ENTRIES, { name: [name], block, after });
    const { nodes, pageInfo, unreadCount } = data.actions;
    unread = unreadCount;
    for (const entry of nodes) {
      part.count("entries of logs");
      const leaf = leafHash(new TextEncoder().encode(entry.record));
      if (entry.index !== next) {
        const texts = { found: `entry ${entry.index} in its place`, expected: "served" };
        part.finds("API_ENTITY", `entry ${next} of ${name}`, texts);
      }
      next = entry.index + 1;
      tree.append(leaf);
      const expected = { leaf: toHex(leaf), ...fieldsOf(entry.record) };
      const difference = firstOther(expected, entry);
      if (difference)
        part.finds("API_ENTITY", `entry ${entry.index} of ${name}, ${difference.path}`, difference);
    }
    ({ hasNextPage: more, endCursor: after } = pageInfo);
  }
  if (unread > 0) return void part.open.push(`log of ${name}: the API has not read ${unread} entries`);
  const found = `${tree.size} entries, root ${toHex(tree.root())}`;
  part.equal("roots of logs", "API_LOG", `log of ${name}`, found, `${head.size} entries, root ${head.root}`);
}
