import { decodeBytes32Text } from "../../../sdk/bytes32.ts";
import { expenseTypes } from "../../../sdk/expense-types.ts";
import { isoTime } from "../../../sdk/iso-time.ts";
import { shownRule } from "../../../sdk/redflags/index.ts";
import {
  CommitmentStage,
  counterNames,
  DisbursementStage,
  FlagStage,
  MilestoneStage,
  ProjectStage,
} from "../../../sdk/replay/index.ts";
import type { LedgerState, LineCounters } from "../../../sdk/replay/index.ts";
import type { Fields } from "./fields.ts";

/** A list of the API: the name of its query, and what it must hold by the value of `key`. */
export interface ExpectedList {
  readonly query: string;
  readonly key: string;
  readonly entries: ReadonlyMap<string, Fields>;
}

const verdicts = { UPHELD: 4n, DISMISSED: 5n, REFERRED: 6n };
const expenseTypeNumbers = Object.fromEntries(expenseTypes.map((name, at) => [name, BigInt(at + 1)]));

/** The name of a value, or the value where none has it. */
export const nameIn = (names: Readonly<Record<string, bigint>>, value: bigint): string =>
  Object.entries(names).find(([, each]) => each === value)?.[0] ?? String(value);

const text = decodeBytes32Text;
const counters = (values: LineCounters): Fields =>
  Object.fromEntries(counterNames.map((name) => [name, String(values[name])]));

/** Unix seconds as the API writes an instant; 0 stands for none. */
export const instant = (seconds: bigint): string => (seconds === 0n ? "null" : isoTime(Number(seconds)));

/** Sums of the counters of many lines. */
export function sumOfCounters(lines: Iterable<{ readonly counters: LineCounters }>): Fields {
  const sums = Object.fromEntries(counterNames.map((name) => [name, 0n])) as LineCounters;
  for (const line of lines) for (const name of counterNames) sums[name] += line.counters[name];
  return counters(sums);
}

function list<Entity>(
  query: string,
  key: string,
  entities: ReadonlyMap<string | bigint, Entity>,
  fields: (entity: Entity, id: string) => Fields,
  idOf: (id: string) => string = (id) => id,
): ExpectedList {
  const entries = [...entities].map(([id, entity]) => {
    const own = idOf(String(id));
    return [own, { [key]: own, ...fields(entity, String(id)) }] as const;
  });
  return { query, key, entries: new Map(entries) };
}

/** What the API's lists must hold when the state is the ledger's. */
export function expectedLists(state: LedgerState): readonly ExpectedList[] {
  const codeOf = (agency: bigint): Fields => ({ code: String(agency) });
  const projectOf = (commitmentId: bigint) => text(state.commitments.get(commitmentId)!.code);
  const linesOf = Map.groupBy(state.lines.values(), ({ code }) => code);
  return [
    list("agencies", "code", state.agencies, ({ nameTh, nameEn, active }) => ({
      ...{ nameTh, nameEn, active: String(active) },
    })),
    list(
      "projects",
      "code",
      state.projects,
      ({ agency, year, state: stage, openCommitments }, code) => ({
        agency: codeOf(agency),
        fiscalYear: String(year),
        state: nameIn(ProjectStage, stage),
        openCommitments: String(openCommitments),
        totals: sumOfCounters(linesOf.get(code) ?? []),
      }),
      text,
    ),
    list("lines", "lineId", state.lines, (line) => ({
      projectCode: text(line.code),
      fiscalYear: String(line.year),
      expenseType: nameIn(expenseTypeNumbers, line.expenseType),
      fundSource: text(line.fundSource),
      closed: String(line.closed),
      counters: counters(line.counters),
    })),
    list("commitments", "commitmentId", state.commitments, (commitment) => ({
      projectCode: text(commitment.code),
      agency: codeOf(commitment.agency),
      state: nameIn(CommitmentStage, commitment.state),
      madeInYear: String(commitment.madeInYear),
      value: String(commitment.value),
      originalValue: String(commitment.originalValue),
      advanceCap: String(commitment.advanceCap),
      requested: String(commitment.requested),
      paid: String(commitment.paid),
      returned: String(commitment.returned),
    })),
    list("milestones", "milestoneId", state.milestones, (milestone) => ({
      projectCode: projectOf(milestone.commitmentId),
      state: nameIn(MilestoneStage, milestone.state),
      commitment: { commitmentId: String(milestone.commitmentId) },
      dueAt: instant(milestone.dueAt),
      amount: String(milestone.amount),
      accepted: String(milestone.accepted),
    })),
    list("disbursements", "disbursementId", state.disbursements, (payment) => ({
      projectCode: projectOf(payment.commitmentId),
      commitment: { commitmentId: String(payment.commitmentId) },
      line: { lineId: String(payment.lineId) },
      state: nameIn(DisbursementStage, payment.state),
      amount: String(payment.amount),
      returned: String(payment.returned),
    })),
    list(
      "services",
      "serviceId",
      state.services,
      ({ name, agency, heartbeatInterval, maxMergeDelay, registeredAt, closedAt, retired }, id) => {
        const { size, root, anchors, anchoredAt, seenAt } = state.heads.get(id)!;
        return {
          name,
          agency: codeOf(agency),
          heartbeatInterval: String(heartbeatInterval),
          maxMergeDelay: String(maxMergeDelay),
          registeredAt: instant(registeredAt),
          closedAt: instant(closedAt),
          retired: String(retired),
          size: String(size),
          root,
          anchorCount: String(anchors),
          anchoredAt: instant(anchoredAt),
          seenAt: instant(seenAt),
          brokenPromiseCount: String((state.broken.get(id) ?? []).length),
        };
      },
    ),
    list("flags", "flagId", state.flags, (flag) => ({
      projectCode: text(flag.code),
      state: nameIn({ ...FlagStage, ...verdicts }, flag.state),
      agency: codeOf(flag.agency),
      rule: shownRule(text(flag.rule)),
      signer: flag.signer,
      raisedAt: instant(flag.raisedAt),
      replyDueAt: instant(flag.replyDueAt),
      unanswered: String(flag.unanswered),
    })),
    list("obligations", "obligationId", state.obligations, ({ code, total }) => ({
      ...{ projectCode: text(code), total: String(total) },
    })),
    list("importBatches", "batchId", state.batches, (batch) => ({
      fileSha256: batch.fileSha256,
      sourceUrlHash: batch.sourceUrlHash,
      rowCount: String(batch.rowCount),
      quarantined: String(batch.quarantined),
      merkleRoot: batch.merkleRoot,
      licence: batch.licence,
      parserVersion: batch.parserVersion,
      retrievedAt: instant(batch.retrievedAt),
      supersededBy: batch.supersededBy === 0n ? "null" : String(batch.supersededBy),
    })),
  ];
}
