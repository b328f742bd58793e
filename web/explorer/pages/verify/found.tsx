import { Link } from "react-router";
import { Figure, Figures } from "../../../ui/figure/figure.tsx";
import { MoneyFlow } from "../../../ui/money-flow/money-flow.tsx";
import { Notice } from "../../../ui/notice/notice.tsx";
import { reportedPath } from "../../names/paths.ts";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { useNames } from "../../parts.tsx";
import { VerifyBatch, VerifyTotals } from "../../verify/controls.tsx";
import { VerifyProject } from "./verify-project.graphql.ts";
import { VerifyReported } from "./verify-reported.graphql.ts";

/** A project of the ledger with its money and the check of it. */
export function FoundProject({ code }: { code: string }) {
  const { t, title } = useNames();
  const answer = useQuery(VerifyProject, { code });
  return (
    <QueryView answer={answer}>
      {({ project, _meta }) =>
        project ? (
          <section aria-labelledby="found">
            <h3 id="found">
              <Link to={`/p/${project.code}`}>{title(project.title)}</Link>
            </h3>
            <MoneyFlow flow={project.totals}>
              <VerifyTotals
                standing={_meta}
                scope={{ code: project.code }}
                said={project.totals}
                subject={t("project.verifyMoney", { code: project.code })}
              />
            </MoneyFlow>
          </section>
        ) : (
          <Notice tone="attention" role="status" title={t("project.notFound", { code })} />
        )
      }
    </QueryView>
  );
}

/** A reported project with its sums and the check against the file that was published. */
export function FoundReported({ id }: { id: string }) {
  const { t, imported } = useNames();
  const answer = useQuery(VerifyReported, { id });
  return (
    <QueryView answer={answer}>
      {({ reportedProject: project, _meta }) => {
        if (!project) return <Notice tone="attention" role="status" title={t("reported.notFound")} />;
        const { number, title, budget, reference, agreed } = project;
        return (
          <section aria-labelledby="found">
            <h3 id="found">
              <Link to={reportedPath(project)}>{imported(title ?? number)}</Link>
            </h3>
            <Figures>
              <Figure label={t("reported.budget")} satang={budget ?? undefined} definition="budget" />
              <Figure
                label={t("reported.reference")}
                satang={reference ?? undefined}
                definition="reference"
              />
              <Figure label={t("reported.agreed")} satang={agreed ?? undefined} definition="agreed" />
            </Figures>
            <VerifyBatch
              standing={_meta}
              said={project.batch}
              row={{ key: number, title, budget, reference, agreed }}
              subject={t("reported.verifySubject", { number })}
            />
          </section>
        );
      }}
    </QueryView>
  );
}
