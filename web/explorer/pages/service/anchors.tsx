import { Link } from "react-router";
import { bundleCid } from "../../../../sdk/log/bundle/cid.ts";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { TechnicalDetails } from "../../../ui/disclosure/disclosure.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Moment } from "../../../ui/time/time.tsx";
import { downloads } from "../../data/downloads.ts";
import { shortHex } from "../../names/acts.ts";
import { useNames } from "../../parts.tsx";
import type { Service } from "./service.tsx";

type Anchor = Service["anchors"]["nodes"][number];

/** When the ledger took the log, up to which entry, and which witnesses have checked it as far or further. */
export function Anchors({ service }: { service: Service }) {
  const { t, count, agencyName, language } = useNames();
  const { nodes, totalCount } = service.anchors;
  const cosigners = ({ size }: Anchor) => {
    const named = new Map(
      service.cosignatures
        .filter((one) => one.size >= size)
        .map(({ agency }) => [agency.code, agencyName(agency)]),
    );
    return [...named.values()].join(", ") || t("service.anchors.noCosigners");
  };
  const columns: Column<Anchor>[] = [
    {
      key: "at",
      header: t("service.anchors.at"),
      kind: "text",
      cell: ({ provenance }) => <Moment at={provenance.timestamp} />,
    },
    { key: "size", header: t("service.anchors.size"), kind: "amount", cell: ({ size }) => count(size) },
    {
      key: "fresh",
      header: t("service.anchors.fresh"),
      kind: "amount",
      cell: ({ size, firstIndex }) => count(size - firstIndex),
    },
    { key: "cosigners", header: t("service.anchors.cosigners"), kind: "text", cell: cosigners },
    {
      key: "proof",
      header: t("service.anchors.proof"),
      cell: ({ provenance: { txHash, block } }) => (
        <Link to={`/tx/${txHash}`}>{t("action.anchor.block", { block: count(block) })}</Link>
      ),
    },
  ];
  return (
    <>
      <h2>{t("service.anchors.title")}</h2>
      <p>{t("service.anchors.intro")}</p>
      {nodes.length === 0 ? (
        <p>{t("service.anchors.none")}</p>
      ) : (
        <>
          <DataTable
            caption={t("service.anchors.caption", { count: totalCount })}
            columns={columns}
            rows={nodes}
            rowKey={({ size }) => String(size)}
            downloads={downloads("anchors", { service: service.name }, language)}
          />
          <TechnicalDetails>
            <SummaryList
              facts={nodes.map(({ size, root, bundle }) => ({
                term: t("service.entries", { count: size }),
                value: (
                  <>
                    {t("service.anchors.root")}: <code>{root}</code>
                    <br />
                    <a href={`/documents/${bundleCid(bundle)}`}>{t("service.anchors.bundle")}</a>{" "}
                    <code>{shortHex(bundle)}</code>
                  </>
                ),
              }))}
            />
          </TechnicalDetails>
        </>
      )}
    </>
  );
}
