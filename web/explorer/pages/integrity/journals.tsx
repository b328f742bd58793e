import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { shortHex } from "../../names/acts.ts";
import { registerName } from "../../names/registers.ts";
import { useNames } from "../../parts.tsx";
import { VerifyJournal } from "../../verify/controls.tsx";
import type { IntegrityResult } from "./integrity.graphql.ts";
import { Moment } from "../../../ui/time/time.tsx";

type Journal = IntegrityResult["journals"][number];
type Props = { journals: readonly Journal[]; standing: IntegrityResult["_meta"]; caption: string };

/** Its two ends, by which eyes compare; whole in the file, and for who points at it. */
function Fingerprint({ value }: { value: string }) {
  return <code title={value}>{shortHex(value)}</code>;
}

/** Each register's fingerprint in the mirror beside the one on the ledger, with the reader's own check. */
export function Journals({ journals, standing, caption }: Props) {
  const { t, count } = useNames();
  const name = ({ contract }: Journal) => registerName(t, contract);
  const result = ({ matches }: Journal) =>
    t(matches === null ? "integrity.notAsked" : matches ? "integrity.matches" : "integrity.differs");
  const columns: Column<Journal>[] = [
    { key: "register", header: t("integrity.register"), kind: "text", cell: name, value: name },
    {
      key: "count",
      header: t("integrity.count"),
      kind: "amount",
      cell: (journal) => count(journal.count),
      value: (journal) => journal.count,
    },
    {
      key: "onChainCount",
      header: t("integrity.onChainCount"),
      kind: "amount",
      cell: ({ onChainCount }) => (onChainCount === null ? "–" : count(onChainCount)),
      value: ({ onChainCount }) => onChainCount,
    },
    {
      key: "result",
      header: t("integrity.result"),
      cell: (journal) => (
        <StatusTag tone={journal.matches === null ? "plain" : journal.matches ? "done" : "broken"}>
          {result(journal)}
        </StatusTag>
      ),
      value: result,
    },
    {
      key: "root",
      header: t("integrity.root"),
      cell: ({ root }) => <Fingerprint value={root} />,
      value: ({ root }) => root,
    },
    {
      key: "onChainRoot",
      header: t("integrity.onChainRoot"),
      cell: ({ onChainRoot }) => (onChainRoot === null ? "–" : <Fingerprint value={onChainRoot} />),
      value: ({ onChainRoot }) => onChainRoot,
    },
    {
      key: "verifiedAt",
      header: t("integrity.verifiedAt"),
      cell: ({ verifiedAt }) => (verifiedAt === null ? "–" : <Moment at={verifiedAt} />),
      value: ({ verifiedAt }) => verifiedAt,
    },
    {
      key: "own",
      header: t("integrity.own"),
      cell: (journal) => (
        <VerifyJournal
          compact
          standing={standing}
          subject={t("integrity.verifySubject", { register: name(journal) })}
          said={journal}
        />
      ),
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={journals}
      rowKey={({ contract }) => contract}
      fileName="journals"
    />
  );
}
