import { Link } from "react-router";
import { Moment } from "../../../ui/time/time.tsx";
import { useNames } from "../../parts.tsx";
import type { Action } from "./action.tsx";

/** Where on the ledger the entry is held, and which other agencies have looked. */
export function AnchoredAt({ action }: { action: Action }) {
  const { t, count, agencyName } = useNames();
  const { anchor, service, index } = action;
  const { provenance, size } = anchor;
  const witnesses = service.cosignatures.filter((one) => one.size > index);
  return (
    <>
      <h2>{t("action.anchor.title")}</h2>
      <p>
        {t("action.anchor.text", { count: size })} <Moment at={provenance.timestamp} /> ·{" "}
        <Link to={`/tx/${provenance.txHash}`}>{t("action.anchor.tx")}</Link> ·{" "}
        <Link to={`/block/${provenance.block}`}>
          {t("action.anchor.block", { block: count(provenance.block) })}
        </Link>
      </p>
      {witnesses.length === 0 ? (
        <p>{t("action.anchor.none")}</p>
      ) : (
        <>
          <p>{t("action.anchor.cosigners")}</p>
          <ul>
            {witnesses.map(({ agency, size: seen, timestamp }) => (
              <li key={`${agency.code} ${seen}`}>
                <Link to={`/agency/${agency.code}`}>{agencyName(agency)}</Link> · <Moment at={timestamp} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
