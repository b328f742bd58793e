import type { ReactNode } from "react";
import { Link } from "react-router";
import { Timeline } from "../../ui/timeline/timeline.tsx";
import { useTexts } from "../../i18n/use-texts.ts";
import { useLogWords } from "./use-log-words.ts";
import type { ReadAction } from "./use-log-words.ts";

type Listed = ReadAction & {
  readonly serviceName: string;
  readonly index: number;
  readonly happenedAt: string;
};

/** Entries of services as a timeline, each with its sentence and the way to its page. */
export function ActionList<One extends Listed>({
  label,
  actions,
  of,
}: {
  label: string;
  actions: readonly One[];
  /** words beside the link, such as the service's title */
  of?: (action: One) => ReactNode;
}) {
  const { t } = useTexts();
  const { sentenceOf } = useLogWords();
  return (
    <Timeline
      label={label}
      entries={actions.map((action) => ({
        id: `${action.serviceName} ${action.index}`,
        at: action.happenedAt,
        what: sentenceOf(action),
        proof: (
          <>
            {of && <span>{of(action)}</span>}
            <Link to={`/services/${action.serviceName}/${action.index}`}>{t("action.read")}</Link>
          </>
        ),
      }))}
    />
  );
}
