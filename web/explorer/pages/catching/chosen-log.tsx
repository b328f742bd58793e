import { lazy, Suspense, useState } from "react";
import { useTexts } from "../../../i18n/use-texts.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Notice } from "../../../ui/notice/notice.tsx";
import { Failed, Loading } from "../../../ui/states/states.tsx";
import type { Problem } from "../../../ui/states/states.tsx";
import { useChainAddress } from "../../../ui/verify/chain-address.ts";
import { StepList } from "../../../ui/verify/step-list.tsx";
import type { VerifyStep } from "../../../ui/verify/types.ts";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import type { LogStanding } from "../../verify/log/judge-by-ledger.ts";
import type { AnchorPlace, LogCopy } from "../../verify/log/log-copy.ts";
import { CatchingLog } from "./catching-log.graphql.ts";
import type { CatchingLogResult } from "./catching-log.graphql.ts";

/** Fetched with the copy: who only reads needs none of it. */
const Lying = lazy(async () => ({ default: (await import("./lying.tsx")).Lying }));

/** Root of the tree without leaves: SHA-256 of nothing. RFC 9162 section 2.1.1. */
const EMPTY_ROOT = "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

type Service = NonNullable<CatchingLogResult["service"]>;

type State =
  | { kind: "none" }
  | { kind: "loading"; steps: readonly VerifyStep[] }
  | { kind: "failed"; why: string | Problem }
  | { kind: "there"; steps: readonly VerifyStep[]; copy: LogCopy };

function placeOf({ name, anchors }: Service): AnchorPlace | undefined {
  const [newest, before] = anchors.nodes;
  return (
    newest && {
      service: name,
      from: newest.firstIndex,
      fromRoot: before?.root ?? EMPTY_ROOT,
      to: newest.size,
      root: newest.root,
      bundle: newest.bundle,
      block: newest.provenance.block,
      txHash: newest.provenance.txHash,
    }
  );
}

/** Why there is no copy; of what had to be published and cannot be had, that this itself is noticed. */
function NotCopied({ why }: { why: string | Problem }) {
  const { t } = useTexts();
  if (typeof why === "string")
    return (
      <Notice tone="attention" title={t("catching.loadFailed")}>
        <p>{why}</p>
      </Notice>
    );
  return (
    <>
      {why.code === "DOCUMENT_UNAVAILABLE" && (
        <Notice tone="broken" title={t("catching.withheld")}>
          <p>{t("catching.withheldText")}</p>
        </Notice>
      )}
      <h3>{t("catching.loadFailed")}</h3>
      <Failed problem={why} />
    </>
  );
}

function Copying({ anchored, standing }: { anchored: AnchorPlace; standing: LogStanding }) {
  const texts = useTexts();
  const { t } = texts;
  const { address } = useChainAddress();
  const [state, setState] = useState<State>({ kind: "none" });
  const load = async () => {
    const steps: VerifyStep[] = [];
    setState({ kind: "loading", steps });
    try {
      const [{ copyLog }, { lookAtTruth }, { stepsOf }] = await Promise.all([
        import("../../verify/log/log-copy.ts"),
        import("../../verify/log/lies.ts"),
        import("../../verify/log/steps.ts"),
      ]);
      const copying = copyLog(texts, standing, anchored, [address, AbortSignal.timeout(60_000)]);
      for (;;) {
        const next = await copying.next();
        if (next.done) {
          if (typeof next.value === "string" || "code" in next.value)
            return setState({ kind: "failed", why: next.value });
          const truth = stepsOf(await lookAtTruth(next.value), texts.language);
          return setState({ kind: "there", steps: [...steps, ...truth], copy: next.value });
        }
        steps.push(next.value);
        setState({ kind: "loading", steps: [...steps] });
      }
    } catch (error) {
      setState({ kind: "failed", why: (error as Error).message });
    }
  };
  return (
    <>
      {state.kind !== "there" && (
        <p>
          <Button kind="primary" disabled={state.kind === "loading" || !address} onClick={() => void load()}>
            {t(state.kind === "loading" ? "catching.loading" : "catching.load")}
          </Button>
        </p>
      )}
      <div aria-live="polite">
        {state.kind === "failed" && <NotCopied why={state.why} />}
        {(state.kind === "loading" || state.kind === "there") && (
          <>
            <h3>{t("catching.truth")}</h3>
            <StepList steps={state.steps} isRunning={state.kind === "loading"} />
          </>
        )}
      </div>
      {state.kind === "there" && (
        <Suspense fallback={<Loading lines={6} />}>
          <Lying copy={state.copy} />
        </Suspense>
      )}
    </>
  );
}

/** The newest entries of one service's log, to be copied and lied about. */
export function ChosenLog({ name, standing }: { name: string; standing: LogStanding }) {
  const { t, pick } = useTexts();
  const answer = useQuery(CatchingLog, { name });
  return (
    <QueryView answer={answer} lines={4}>
      {({ service }) => {
        if (!service) return <Notice tone="attention" title={t("catching.unknown", { name })} />;
        const anchored = placeOf(service);
        if (!anchored) return <Notice tone="attention" title={t("catching.noneOf")} />;
        return (
          <>
            <p>
              {t("catching.data", {
                title: pick({ th: service.titleTh, en: service.titleEn }),
                count: anchored.to,
              })}
            </p>
            <Copying anchored={anchored} standing={standing} />
          </>
        );
      }}
    </QueryView>
  );
}
