import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { registerName } from "../../names/registers.ts";
import { useNames } from "../../parts.tsx";
import { VerifyJournal } from "../../verify/controls.tsx";
import type { IntegrityResult } from "../integrity/integrity.graphql.ts";

type Journal = IntegrityResult["journals"][number];

/** Every register with the check of all its entries. */
export function Registers({
  journals,
  standing,
}: {
  journals: readonly Journal[];
  standing: IntegrityResult["_meta"];
}) {
  const { t, count } = useNames();
  const name = ({ contract }: Journal) => registerName(t, contract);
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
      key: "own",
      header: t("integrity.own"),
      cell: (journal) => (
        <VerifyJournal
          standing={standing}
          subject={t("integrity.verifySubject", { register: name(journal) })}
          said={journal}
        />
      ),
    },
  ];
  return (
    <DataTable
      caption={t("verifyPage.registersCaption")}
      columns={columns}
      rows={journals}
      rowKey={({ contract }) => contract}
    />
  );
}
