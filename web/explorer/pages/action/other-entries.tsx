import { Link } from "react-router";
import { useNames } from "../../parts.tsx";
import type { Action } from "./action.tsx";

/** Which entries this one replaces, and which it refers to; nothing when there are none. */
export function OtherEntries({ action }: { action: Action }) {
  const { t, count } = useNames();
  const { serviceName, supersedesIndex, references } = action;
  if (supersedesIndex === null && references.length === 0) return null;
  return (
    <>
      <h2>{t("action.links")}</h2>
      <ul>
        {supersedesIndex !== null && (
          <li>
            <Link to={`/services/${serviceName}/${supersedesIndex}`}>
              {t("action.supersedes", { index: count(supersedesIndex) })}
            </Link>
          </li>
        )}
        {references.map(({ service, index, cid }) => (
          <li key={`${service} ${index} ${cid}`}>
            {cid !== null ? (
              <a href={`/documents/${cid}`}>{t("action.refersToDocument")}</a>
            ) : (
              <Link to={`/services/${service}/${index}`}>
                {service === serviceName
                  ? t("action.refersTo", { index: count(index ?? 0) })
                  : t("action.refersToOther", { index: count(index ?? 0), service: service ?? "" })}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
