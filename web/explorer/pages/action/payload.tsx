import { Link } from "react-router";
import { Notice } from "../../../ui/notice/notice.tsx";
import { useNames } from "../../parts.tsx";
import type { Action } from "./action.tsx";

/** Whether there is a private part, and whether the agency still has it. */
export function Payload({ action }: { action: Action }) {
  const { t, count } = useNames();
  const { payload, serviceName } = action;
  return (
    <>
      <h2>{t("action.payload.title")}</h2>
      {payload === null ? (
        <p>{t("action.payload.none")}</p>
      ) : (
        <>
          {payload.erasedBy ? (
            <Notice title={t("action.payload.erased")}>
              <p>
                <Link to={`/services/${serviceName}/${payload.erasedBy.index}`}>
                  {t("action.payload.erasedBy", { index: count(payload.erasedBy.index) })}
                </Link>
              </p>
            </Notice>
          ) : (
            <p>{t("action.payload.kept")}</p>
          )}
          <p>
            {t("action.payload.commit")}: <code>{payload.commit}</code>
          </p>
        </>
      )}
    </>
  );
}
