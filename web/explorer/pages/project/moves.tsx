import { PagedList } from "../../../ui/pagination/paged-list.tsx";
import { DocumentLink, useNames } from "../../parts.tsx";
import { VerifyMoves } from "../../verify/controls.tsx";
import type { MovesSaid } from "../../verify/check-moves.ts";
import type { Standing } from "../../verify/ledger.ts";
import type { Project } from "./project.tsx";

function movesSaid({ revisions, carryForwards, obligations }: Project): MovesSaid {
  return {
    moves: [
      ...revisions.nodes.flatMap(({ revisionId, moves }) =>
        moves.map(({ fromLine, toLine, amount }) => ({
          revisionId,
          from: fromLine.lineId,
          to: toLine.lineId,
          amount,
        })),
      ),
      ...carryForwards.nodes.map(({ fromLine, toLine, amount }) => ({
        from: fromLine.lineId,
        to: toLine.lineId,
        amount,
      })),
    ],
    obligations: obligations.nodes.map(({ obligationId, total, schedule }) => ({
      obligationId,
      total,
      schedule: schedule.map(({ fiscalYear, amount }) => ({ fiscalYear, amount })),
    })),
  };
}

/** Revisions, money carried into the next year, and obligations over several years; nothing when there are none. */
export function Moves({ project, standing }: { project: Project; standing: Standing }) {
  const { t, baht } = useNames();
  const { revisions, carryForwards, obligations } = project;
  if (revisions.totalCount + carryForwards.totalCount + obligations.totalCount === 0) return null;
  return (
    <>
      <h2>{t("project.moves.title")}</h2>
      <VerifyMoves standing={standing} subject={t("project.moves.title")} said={movesSaid(project)} />
      <PagedList label={t("project.moves.revisions")} name="revisions" list={revisions}>
        <ul>
          {revisions.nodes.flatMap(({ revisionId, moves, evidence }) =>
            moves.map(({ amount, fromLine, toLine }, index) => (
              <li key={`${revisionId}-${index}`}>
                {t("project.moves.revision", {
                  amount: baht(amount),
                  from: fromLine.lineId,
                  to: toLine.lineId,
                })}{" "}
                <DocumentLink paper={evidence} text={t("words.document.evidence")} />
              </li>
            )),
          )}
        </ul>
      </PagedList>
      <PagedList label={t("project.moves.carries")} name="carryForwards" list={carryForwards}>
        <ul>
          {carryForwards.nodes.map(({ id, amount, fromLine, toLine, evidence }) => (
            <li key={id}>
              {t("project.moves.carry", {
                amount: baht(amount),
                from: fromLine.fiscalYear,
                to: toLine.fiscalYear,
              })}{" "}
              <DocumentLink paper={evidence} text={t("words.document.evidence")} />
            </li>
          ))}
        </ul>
      </PagedList>
      <PagedList label={t("project.moves.obligations")} name="obligations" list={obligations}>
        <ul>
          {obligations.nodes.map(({ obligationId, total, schedule, act }) => (
            <li key={obligationId}>
              {t("project.moves.obligation", {
                total: baht(total),
                years: schedule
                  .map(({ fiscalYear, amount }) =>
                    t("project.moves.yearAmount", { year: fiscalYear, amount: baht(amount) }),
                  )
                  .join(", "),
              })}{" "}
              <DocumentLink paper={act} text={t("words.document.evidence")} />
            </li>
          ))}
        </ul>
      </PagedList>
    </>
  );
}
