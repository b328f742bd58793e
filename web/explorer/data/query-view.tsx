import type { ReactNode } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import { Failed, Loading, PlaceLost, Stale } from "../../ui/states/states.tsx";
import type { Entry } from "./cache.ts";

type Props<Result> = {
  answer: Entry<Result> & { retry: () => void };
  /** lines of the skeleton, about as tall as what will come */
  lines?: number;
  children: (data: Result) => ReactNode;
};

/** Loading, failed, stale or there: the same way on every page. */
export function QueryView<Result>({ answer, lines = 6, children }: Props<Result>) {
  const { language } = useTexts();
  const { data, problem, loading, retry } = answer;
  if (data === undefined) {
    if (!problem || loading) return <Loading lines={lines} />;
    if (problem.code === "CURSOR_MALFORMED") return <PlaceLost code={problem.code} />;
    return <Failed problem={problem.explain(language)} retry={retry} />;
  }
  return (
    <>
      {problem && <Stale retry={retry} />}
      {children(data)}
    </>
  );
}
