import { cursorOf } from "../../../ui/pagination/cursors.ts";
import { Link, useSearchParams } from "react-router";
import { bundleCid } from "../../../../sdk/log/bundle/cid.ts";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { TechnicalDetails } from "../../../ui/disclosure/disclosure.tsx";
import { PagedList } from "../../../ui/pagination/paged-list.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Moment } from "../../../ui/time/time.tsx";
import { downloads } from "../../data/downloads.ts";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { shortHex } from "../../names/acts.ts";
import { useNames } from "../../parts.tsx";
import { ServiceAnchors } from "./service-anchors.graphql.ts";
import type { Service } from "./service.tsx";

type List = Service["anchors"];
type Anchor = List["nodes"][number];

function AnchorList({ service, list }: { service: Service; list: List }) {
  const { t, count, agencyName, language } = useNames();
  const { nodes, totalCount } = list;
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
    <PagedList label={t("service.anchors.title")} name="anchors" list={list}>
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
    </PagedList>
  );
}

/** Those that come after the newest ones, which are there with the page. */
function OlderAnchors({ service, after }: { service: Service; after: string }) {
  const answer = useQuery(ServiceAnchors, { name: service.name, after });
  return (
    <QueryView answer={answer} lines={12}>
      {(data) => data.service && <AnchorList service={service} list={data.service.anchors} />}
    </QueryView>
  );
}

/** When the ledger took the log, up to which entry, and which witnesses have checked it as far or further. */
export function Anchors({ service }: { service: Service }) {
  const { t } = useNames();
  const [params] = useSearchParams();
  const after = cursorOf(params, "anchors");
  return (
    <>
      <h2>{t("service.anchors.title")}</h2>
      <p>{t("service.anchors.intro")}</p>
      {service.anchors.nodes.length === 0 ? (
        <p>{t("service.anchors.none")}</p>
      ) : after ? (
        <OlderAnchors service={service} after={after} />
      ) : (
        <AnchorList service={service} list={service.anchors} />
      )}
    </>
  );
}
