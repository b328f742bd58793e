/** Small pieces that several pages share. */
import { Link } from "react-router";
import { useTexts } from "../i18n/use-texts.ts";
import type { TimelineEntry } from "../ui/timeline/timeline.tsx";

type Named = { readonly nameTh: string; readonly nameEn: string };
type Words = { readonly th: string; readonly en: string } | null;

/** Names and links in the page's language. */
export function useNames() {
  const texts = useTexts();
  const { t, pick } = texts;
  return {
    ...texts,
    agencyName: ({ nameTh, nameEn }: Named) => pick({ th: nameTh, en: nameEn }),
    title: (words: Words) => (words ? pick(words) : t("words.untitled")),
  };
}

type Paper = { readonly path: string; readonly date: string | null } | null;

/** Link to a public document with the day it bears. */
export function DocumentLink({ paper, text }: { paper: Paper; text: string }) {
  const { t, date } = useTexts();
  if (!paper) return null;
  return (
    <a href={paper.path}>
      {paper.date ? (
        <time dateTime={paper.date}>
          {t("words.document.dated", { text, date: date(new Date(paper.date)) })}
        </time>
      ) : (
        text
      )}
    </a>
  );
}

type EventLike = {
  readonly cursor: string;
  readonly name: string;
  readonly text: { readonly th: string; readonly en: string };
  readonly projectCode: string | null;
  readonly officer: {
    readonly duties: readonly DutyName[];
    readonly agency: Named;
  } | null;
  readonly provenance: { readonly timestamp: string; readonly txHash: string };
};

type DutyName =
  | "ACCEPTOR"
  | "APPROVER_1"
  | "APPROVER_2"
  | "AUDITOR"
  | "SERVICES"
  | "WITNESS"
  | "BUDGET"
  | "BUDGET_AUTHORITY"
  | "IMPORTER"
  | "RECORDER"
  | "TREASURY";

/** Events of the ledger as entries of a timeline. */
export function useTimeline(events: readonly EventLike[], { linkProject = true } = {}): TimelineEntry[] {
  const { t, pick, agencyName } = useNames();
  return events.map(({ cursor, text, officer, provenance, projectCode }) => ({
    id: cursor,
    at: provenance.timestamp,
    what: pick(text),
    who: officer
      ? `${officer.duties.map((duty) => t(`words.duty.${duty}`)).join(", ")} · ${agencyName(officer.agency)}`
      : undefined,
    proof: (
      <>
        {linkProject && projectCode && <Link to={`/p/${projectCode}`}>{projectCode}</Link>}
        <Link to={`/tx/${provenance.txHash}`}>{t("timeline.proof")}</Link>
      </>
    ),
  }));
}
