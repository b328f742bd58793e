import { useTexts } from "../../../i18n/use-texts.ts";
import { Button } from "../../../ui/button/button.tsx";
import { saveFile } from "../../../ui/save-file.ts";
import { Verify } from "../../../ui/verify/verify.tsx";
import type { LogStanding } from "../../verify/log/judge-by-ledger.ts";
import { epoch } from "../../names/epoch.ts";
import type { ActionFields } from "../../verify/log/action-fields.ts";
import { useActionCheck } from "../../verify/log/use-action-check.ts";
import type { Action } from "./action.tsx";

/** RFC 9052 section 11.3. */
const COSE = "application/cose";

/** Everything that the page shows of the entry besides its record and its reading. */
function fieldsOf(action: Action): ActionFields {
  const { anchor, references, payload, serviceName } = action;
  const { provenance } = anchor;
  return {
    type: action.type,
    agency: action.agencyCode,
    submitter: action.submitter,
    clientSeq: action.clientSeq,
    happenedAt: action.happenedAt,
    subject: action.subject,
    actorRole: action.actorRole,
    actorPseudonym: action.actorPseudonym,
    schema: action.schema,
    commit: payload?.commit ?? null,
    supersedes: action.supersedesIndex,
    references: references.map(({ cid, service, index }) => cid ?? `${service ?? serviceName} ${index}`),
    leaf: action.leaf,
    anchor: {
      size: anchor.size,
      root: anchor.root,
      block: provenance.block,
      txHash: provenance.txHash,
      at: epoch(provenance.timestamp),
    },
  };
}

/** The reader's own check of this entry, and its receipt to keep. */
export function CheckAction({ action, standing }: { action: Action; standing: LogStanding }) {
  const { t, pick, count } = useTexts();
  const { service, index, record } = action;
  const name = `receipt-${service.name}-${index}`;
  const path = `/v1/receipts/${encodeURIComponent(service.name)}/${index}`;
  const check = useActionCheck(standing, {
    path,
    service: service.name,
    index,
    record,
    fields: fieldsOf(action),
    erasedBy: action.payload?.erasedBy?.index ?? null,
    supersededBy: action.supersededBy?.index ?? null,
  });
  const saveCose = async () => {
    const response = await fetch(path, { headers: { accept: COSE } });
    if (response.ok) saveFile(`${name}.cose`, await response.arrayBuffer(), COSE);
  };
  const title = pick({ th: service.titleTh, en: service.titleEn });
  return (
    <>
      <h2>{t("action.check.title")}</h2>
      <p>{t("action.check.text")}</p>
      <p>
        <Verify subject={t("action.check.subject", { index: count(index), title })} check={check} />
      </p>
      <ul>
        <li>
          <a href={path} download={`${name}.json`}>
            {t("action.check.receipt")}
          </a>
        </li>
        <li className="script-only">
          <Button kind="plain" onClick={() => void saveCose()}>
            {t("action.check.cose")}
          </Button>
        </li>
      </ul>
    </>
  );
}
