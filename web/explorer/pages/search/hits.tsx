import { Link } from "react-router";
import type { ReactNode } from "react";
import { harmless } from "../../../i18n/harmless.ts";
import { Money } from "../../../ui/figure/money.tsx";
import { PagedList } from "../../../ui/pagination/paged-list.tsx";
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
  const { t, title, agencyName, language, count, imported } = useNames();
  const { project, reportedProject: reported, importBatch: batch } = hit;
  if (project) {
    return (
      <Item to={`/p/${project.code}`} title={title(project.title)}>
        <code>{project.code}</code> · {agencyName(project.agency)}{" "}
        <StatusTag tone={tones[project.state]}>{t(`words.projectState.${project.state}`)}</StatusTag>
      </Item>
    );
  }
  if (reported) {
    return (
      <Item to={reportedPath(reported)} title={imported(reported.title ?? reported.number)}>
        <bdi>{imported(reported.agencyName ?? "")}</bdi>{" "}
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

/** Where the rest of one kind is: a list with the same words as its condition. */
export function AllOf({ to, query, text }: { to: string; query: string; text: string }) {
  return (
    <p>
      <Link to={`${to}?q=${encodeURIComponent(query)}`}>{text}</Link>
    </p>
  );
}

type ServicesProps = { services: SearchResult["services"]; standing: Standing; query: string };

/** Services whose name or title has the words. */
export function ServiceHits({ services: { nodes, totalCount }, standing, query }: ServicesProps) {
  const { t, pick, agencyName, count } = useNames();
  if (nodes.length === 0) return null;
  return (
    <section>
      <h2>{t("search.services")}</h2>
      <p>
        {t("search.verifyServices")}:{" "}
        <VerifyLogs
          standing={standing}
          subject={t("search.verifyServices")}
          said={servicesSaid(nodes, standing.blockTimestamp, false)}
        />
      </p>
      <ul className={styles.hits}>
        {nodes.map(({ name, titleTh, titleEn, size, agency }) => (
          <Item key={name} to={`/services/${name}`} title={pick({ th: titleTh, en: titleEn })}>
            {agencyName(agency)} · {t("search.servicesEntries", { count: size })}
          </Item>
        ))}
      </ul>
      {totalCount > nodes.length && (
        <AllOf to="/services" query={query} text={t("search.allServices", { number: count(totalCount) })} />
      )}
    </section>
  );
}

/** Agencies by their names and codes, with the way to the rest: no other page has them by words. */
export function AgencyHits({ agencies }: { agencies: SearchResult["agencies"] }) {
  const { t, agencyName, language } = useNames();
  if (agencies.nodes.length === 0) return null;
  return (
    <section>
      <h2>{t("search.agencies")}</h2>
      <PagedList label={t("search.agencies")} name="agencies" list={agencies}>
        <ul className={styles.hits}>
          {agencies.nodes.map((agency) => (
            <Item key={agency.code} to={`/agency/${agency.code}`} title={agencyName(agency)}>
              {t("words.agencyCode", { code: agency.code })} · {provinceName(agency.province, language)}
            </Item>
          ))}
        </ul>
      </PagedList>
    </section>
  );
}

type HitsProps = {
  hits: readonly Hit[];
  standing: Standing;
  /** what follows the results of a kind */
  after: Partial<Record<Hit["kind"], ReactNode>>;
};

/** Results by what they are, in a fixed order. */
export function Hits({ hits, standing, after }: HitsProps) {
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
        {after[kind]}
      </section>
    );
  });
}
