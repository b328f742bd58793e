import type { Receipt } from "../../../../sdk/log/receipt/index.ts";
import type { Texts } from "../../../i18n/use-texts.ts";
import type { Comparison } from "../../../ui/verify/types.ts";

/** What the page shows of an entry beside its record: each follows from the record, or from where it is anchored. */
export type ActionFields = {
  readonly type: string;
  readonly agency: number;
  readonly submitter: string;
  readonly clientSeq: number;
  readonly happenedAt: string;
  readonly subject: string | null;
  readonly actorRole: string | null;
  readonly actorPseudonym: string | null;
  readonly schema: string;
  readonly commit: string | null;
  readonly supersedes: number | null;
  /** each as `service index` or a CID */
  readonly references: readonly string[];
  readonly leaf: string;
  readonly anchor: {
    readonly size: number;
    readonly root: string;
    readonly block: number;
    readonly txHash: string;
    /** Unix seconds */
    readonly at: number;
  };
};

type Value = string | number | null;
type Members = { readonly [member: string]: unknown };

const referenceOf = (service: string) => (one: Members) =>
  typeof one["cid"] === "string"
    ? one["cid"]
    : `${String(one["service"] ?? service)} ${String(one["index"])}`;

/** The same fields as they follow from a receipt; undefined where the record has none of the kind. */
function fieldsOf({ service, record = {}, leaf, anchor }: Receipt) {
  const actor = (record["actor"] ?? {}) as Members;
  const payload = record["payload"] as Members | undefined;
  const refs = (record["refs"] ?? []) as readonly Members[];
  return {
    type: record["type"],
    agency: record["agency"],
    submitter: record["submitter"],
    clientSeq: record["clientSeq"],
    happenedAt: record["ts"],
    subject: record["subject"],
    actorRole: actor["role"],
    actorPseudonym: actor["pseudonym"],
    schema: record["schema"],
    commit: payload?.["commit"],
    supersedes: record["supersedes"],
    references: refs.map(referenceOf(service)).join(" · "),
    leaf,
    anchorSize: anchor.size,
    anchorRoot: anchor.root,
    anchorBlock: anchor.block,
    anchorTx: anchor.txHash,
    anchorAt: anchor.blockTime,
  };
}

const same = (name: string, said: Value, found: unknown): boolean =>
  name === "happenedAt"
    ? Date.parse(String(said)) === Date.parse(String(found))
    : String(said ?? "") === String(found ?? "");

/** Names of what was compared, and what of it is not as the receipt has it. */
export function compareAction(
  { t }: Texts,
  { anchor, references, ...shown }: ActionFields,
  receipt: Receipt,
): { compared: string[]; rows: Comparison[] } {
  const found = fieldsOf(receipt);
  const said: Record<keyof typeof found, Value> = {
    ...shown,
    references: references.join(" · "),
    anchorSize: anchor.size,
    anchorRoot: anchor.root,
    anchorBlock: anchor.block,
    anchorTx: anchor.txHash,
    anchorAt: anchor.at,
  };
  const names = Object.keys(said) as (keyof typeof found)[];
  const text = (value: unknown) => String(value ?? "") || t("checks.none");
  return {
    compared: names.map((name) => t(`logCheck.action.${name}`)),
    rows: names
      .filter((name) => !same(name, said[name], found[name]))
      .map((name) => ({
        item: t(`logCheck.action.${name}`),
        said: text(said[name]),
        ledger: text(found[name]),
      })),
  };
}
