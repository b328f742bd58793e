import { Link } from "react-router";
import { TechnicalDetails } from "../../../ui/disclosure/disclosure.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { useNames } from "../../parts.tsx";
import type { Project } from "./project.tsx";

/** Where the page's data come from, and how to follow them. */
export function ProjectProvenance({ project }: { project: Project }) {
  const { t, dateTime, count } = useNames();
  const last = project.latest.nodes[0]?.provenance ?? project.provenance;
  return (
    <>
      <h2>{t("project.provenance")}</h2>
      <p>
        {t("project.provenanceText", { time: dateTime(last.timestamp) })}{" "}
        <Link to={`/tx/${last.txHash}`}>{t("project.record")}</Link>
      </p>
      <p className="screen-only">
        <a href={`/feeds/projects/${project.code}.atom`}>{t("project.feed")}</a> ·{" "}
        <a href={`/ocds/records/${project.code}`}>{t("project.ocds")}</a>
      </p>
      <TechnicalDetails>
        <SummaryList
          facts={[
            { term: t("ledger.tx.register"), value: <code>{`${last.contractName} ${last.contract}`}</code> },
            { term: t("ledger.tx.hash"), value: <code>{last.txHash}</code> },
            {
              term: t("ledger.tx.block"),
              value: <Link to={`/block/${last.block}`}>{count(last.block)}</Link>,
            },
          ]}
        />
      </TechnicalDetails>
    </>
  );
}
