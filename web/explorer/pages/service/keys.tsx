import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { TechnicalDetails } from "../../../ui/disclosure/disclosure.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { useNames } from "../../parts.tsx";
import type { Service } from "./service.tsx";

type Key = Service["keys"][number];
type Window = Pick<Key, "validFrom" | "validUntil" | "endedAt">;

/** With what the service signs, for whoever wants to check it with tools of their own. */
export function Keys({ service }: { service: Service }) {
  const { t, date } = useNames();
  const window = ({ validFrom, validUntil, endedAt }: Window) =>
    [
      t("service.keys.range", { from: date(new Date(validFrom)), until: date(new Date(validUntil)) }),
      endedAt !== null && t("service.keys.ended", { time: date(new Date(endedAt)) }),
    ]
      .filter(Boolean)
      .join(" · ");
  const columns: Column<Key>[] = [
    {
      key: "use",
      header: t("service.keys.use"),
      kind: "text",
      cell: ({ use }) => t(`service.keys.${use}`),
      value: ({ use }) => use,
    },
    {
      key: "writer",
      header: t("service.keys.writer"),
      cell: ({ submitter }) => submitter ?? "–",
      value: ({ submitter }) => submitter,
    },
    {
      key: "algorithm",
      header: t("service.keys.algorithm"),
      cell: ({ algorithm }) => <code>{algorithm}</code>,
      value: ({ algorithm }) => algorithm,
    },
    { key: "window", header: t("service.keys.window"), kind: "text", cell: window, value: window },
    {
      key: "key",
      header: t("service.keys.key"),
      kind: "text",
      cell: ({ publicKey }) => <code>{publicKey}</code>,
      value: ({ publicKey }) => publicKey,
    },
  ];
  return (
    <TechnicalDetails>
      <SummaryList
        facts={[
          { term: t("service.keys.serviceId"), value: <code>{service.serviceId}</code> },
          { term: t("service.keys.root"), value: <code>{service.root}</code> },
          ...service.gateways.map((gateway) => ({
            term: t("service.keys.gateway"),
            value: (
              <>
                <code>{gateway.account}</code> · {window(gateway)}
              </>
            ),
          })),
        ]}
      />
      <DataTable
        caption={t("service.keys.caption")}
        columns={columns}
        rows={service.keys}
        rowKey={({ keyId, use }) => `${keyId} ${use}`}
        fileName="keys"
      />
    </TechnicalDetails>
  );
}
