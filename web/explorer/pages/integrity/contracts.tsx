import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { useNames } from "../../parts.tsx";
import type { IntegrityResult } from "./integrity.graphql.ts";

type Deployment = IntegrityResult["deployments"][number];

/** What the ledger's directory lists: every contract with its version, address and code. */
export function Contracts({ deployments }: { deployments: readonly Deployment[] }) {
  const { t } = useNames();
  const state = ({ retired }: Deployment) => t(retired ? "integrity.retired" : "integrity.inUse");
  const columns: Column<Deployment>[] = [
    {
      key: "contract",
      header: t("integrity.contract"),
      kind: "text",
      cell: ({ name }) => <code>{name}</code>,
      value: ({ name }) => name,
    },
    {
      key: "version",
      header: t("integrity.version"),
      cell: ({ version }) => String(version),
      value: ({ version }) => version,
    },
    {
      key: "state",
      header: t("integrity.result"),
      cell: (one) => <StatusTag tone={one.retired ? "plain" : "active"}>{state(one)}</StatusTag>,
      value: state,
    },
    {
      key: "address",
      header: t("integrity.address"),
      kind: "text",
      cell: ({ target }) => <code>{target}</code>,
      value: ({ target }) => target,
    },
    {
      key: "codeHash",
      header: t("integrity.codeHash"),
      kind: "text",
      cell: ({ codeHash }) => <code>{codeHash}</code>,
      value: ({ codeHash }) => codeHash,
    },
  ];
  return (
    <DataTable
      caption={t("integrity.contracts")}
      columns={columns}
      rows={deployments}
      rowKey={({ name, version }) => `${name} ${version}`}
      fileName="contracts"
    />
  );
}
