import { Link } from "react-router";
import type { ReactNode } from "react";
import { harmless } from "../../../i18n/harmless.ts";
import { Money } from "../../../ui/figure/money.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { reportedPath } from "../../names/paths.ts";
import { provinceName } from "../../../../sdk/provinces.ts";
import { tones } from "../../names/tones.ts";
import { useNames } from "../../parts.tsx";
import { VerifyReportedRow } from "../../verify/controls.tsx";
import { servicesSaid } from "../../verify/logs/said.ts";
import { VerifyLogs } from "../../verify/logs/verify-logs.tsx";
import styles from "./hits.module.css";
import type { SearchResult } from "./search.graphql.ts";

type Hit = SearchResult["search"][number];
type Standing = SearchResult["_meta"];

const groups = [
  ["projects", "PROJECT"],
  ["agencies", "AGENCY"],
  ["reported", "REPORTED_PROJECT"],
  ["imports", "IMPORT_BATCH"],
  ["records", "TRANSACTION"],
  ["records", "BLOCK"],
] as const;

function Item({ to, title, children }: { to: string; title: string; children?: ReactNode }) {
  return (
    <li>
      <Link to={to}>{harmless(title)}</Link>
      {children && <p className={styles.more}>{children}</p>}
    </li>
  );
}

function HitItem({ hit, standing }: { hit: Hit; standing: Standing }) {
  const { t, title, agencyName, language, count } = useNames();
  const { project, agency, reportedProject: reported, importBatch: batch } = hit;
  if (project) {
    return (
      <Item to={`/p/${project.code}`} title={title(project.title)}>
        <code>{project.code}</code> · {agencyName(project.agency)}{" "}
        <StatusTag tone={tones[project.state]}>{t(`words.projectState.${project.state}`)}</StatusTag>
      </Item>
    );
  }
  if (agency) {
    return (
      <Item to={`/agency/${agency.code}`} title={agencyName(agency)}>
        {t("words.agencyCode", { code: agency.code })} · {provinceName(agency.province, language)}
      </Item>
    );
  }
  if (reported) {
    return (
      <Item to={reportedPath(reported)} title={reported.title ?? reported.number}>
        <bdi>{harmless(reported.agencyName ?? "")}</bdi>{" "}
        {reported.province && `· ${provinceName(reported.province, language)}`}{" "}
        {reported.budget && (
          <>
            · <Money satang={reported.budget} />
            {"\u00A0"}
            <VerifyReportedRow
              standing={standing}
              subject={t("reported.verifySubject", { number: reported.number })}
              id={reported.reportedId}
              row={{ key: reported.number, title: reported.title, budget: reported.budget }}
            />
          </>
        )}
      </Item>
    );
  }
  if (batch) {
    const name = batch.sourceName ?? batch.format;
    return <Item to={`/imports/${batch.batchId}`} title={t("imports.name", { id: batch.batchId, name })} />;
  }
  if (hit.kind === "BLOCK") {
    return <Item to={`/block/${hit.key}`} title={t("search.block", { number: count(Number(hit.key)) })} />;
  }
  return <Item to={`/tx/${hit.key}`} title={t("search.transaction", { hash: hit.key })} />;
}

/** Services whose name or title has the words. */
export function ServiceHits({
  services,
  standing,
}: {
  services: SearchResult["services"]["nodes"];
  standing: Standing;
}) {
  const { t, pick, agencyName } = useNames();
  if (services.length === 0) return null;
  return (
    <section>
      <h2>{t("search.services")}</h2>
      <p>
        {t("search.verifyServices")}:{" "}
        <VerifyLogs
          standing={standing}
          subject={t("search.verifyServices")}
          said={servicesSaid(services, standing.blockTimestamp, false)}
        />
      </p>
      <ul className={styles.hits}>
        {services.map(({ name, titleTh, titleEn, size, agency }) => (
          <Item key={name} to={`/services/${name}`} title={pick({ th: titleTh, en: titleEn })}>
            {agencyName(agency)} · {t("search.servicesEntries", { count: size })}
          </Item>
        ))}
      </ul>
    </section>
  );
}

/** Results by what they are, in a fixed order. */
export function Hits({ hits, standing }: { hits: readonly Hit[]; standing: Standing }) {
  const { t } = useNames();
  return groups.map(([name, kind]) => {
    const found = hits.filter((hit) => hit.kind === kind);
    if (found.length === 0) return null;
    return (
      <section key={kind}>
        <h2>{t(`search.${name}`)}</h2>
        <ul className={styles.hits}>
          {found.map((hit) => (
            <HitItem key={hit.key} hit={hit} standing={standing} />
          ))}
        </ul>
      </section>
    );
  });
}
