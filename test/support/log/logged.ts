/** Records of services as the catalogue plays them, sealed one after the other as a log has them. */
import { toHex } from "../../../sdk/hex.ts";
import { actionsOf } from "../../../sdk/log/catalogue/index.ts";
import type { PlayedAction, Service } from "../../../sdk/log/catalogue/index.ts";
import { schemaCid } from "../../../sdk/log/catalogue/schema-document.ts";
import { payloadErased } from "../../../sdk/log/common/index.ts";
import { sealRecord } from "../../../sdk/log/record/index.ts";
import type { ActionRecord, Reference, SealedRecord } from "../../../sdk/log/record/index.ts";
import { sha256 } from "../../../sdk/sha256.ts";

const utf8 = new TextEncoder();
const hashed = (text: string) => toHex(sha256(utf8.encode(text)));

/** A commitment as a service makes them, but with a salt that everybody knows: nobody is behind it. */
const commitment = (kind: "sj1" | "pl1", service: string, of: string) =>
  hashed(`${kind} test ${service} ${of}`);

/** Which entry has a private payload that was erased later, and which one was replaced. */
export interface Told {
  readonly records: readonly SealedRecord[];
  readonly erased: number;
  readonly superseded: number;
}

/**
 * The entries of `days` days, then two more: one that says that the private payload of an entry was erased, and one that
 * replaces an entry.
 */
export function tellDays(service: Service, from: string, days: number): Told {
  const schemas = new Map(actionsOf(service).map((action) => [action.type, schemaCid(action)]));
  const known = new Map<string, number>();
  const records: SealedRecord[] = [];
  const log = (action: PlayedAction, more: Partial<ActionRecord> = {}) => {
    const { type, ts, subjectKey, actor, data, refs } = action;
    const references = (refs ?? []).flatMap(({ type: named, subjectKey: key }): Reference[] => {
      const index = known.get(`${named} ${key}`);
      return index === undefined ? [] : [{ index }];
    });
    known.set(`${type} ${subjectKey}`, records.length);
    records.push(
      sealRecord({
        v: 1,
        service: service.name,
        agency: service.agency.code,
        type,
        schema: schemas.get(type)!,
        submitter: "desk-1",
        clientSeq: records.length + 1,
        ts,
        subject: subjectKey === null ? null : commitment("sj1", service.name, subjectKey),
        actor,
        data,
        ...(references.length > 0 && { refs: references }),
        ...more,
      }),
    );
  };
  const played = service.days(7, from, days);
  const erased = Math.floor(played.length / 2);
  const superseded = played.length - 1;
  played.forEach((action, index) => {
    const payload = {
      commit: commitment("pl1", service.name, String(index)),
      alg: "pl1",
      ref: `p-${index}`,
    } as const;
    log(action, index % 5 === 0 || index === erased ? { payload } : {});
  });
  const last = played.at(-1)!;
  const after = { ts: last.ts, subjectKey: null, actor: { role: "system" } };
  log({ ...after, type: payloadErased.type, data: { index: erased, reason: "subjectRequest" } });
  log({ ...last, refs: [] }, { supersedes: superseded });
  return { records, erased, superseded };
}
