import { YEAR, YEAR_END, type CommitmentInput } from "../../../../support/budget/office.ts";
import { refusal, type Scene } from "../../../../support/budget/refusals.ts";
import { document } from "../../../../support/document.ts";

export const doc = document();
export const due = YEAR_END;
export const NEXT_START = YEAR_END + 1;
export const MAX = 2n ** 64n - 1n;

type Change = Partial<CommitmentInput>;

/** What refuses a commitment of the scene's line, 1,000 unless the change says otherwise, when it is recorded. */
export const record = (
  error: string,
  why: string,
  change: (scene: Scene) => Promise<[Change, ...unknown[]]>,
) =>
  refusal(error, why, async (scene) => {
    const { code, line } = scene;
    const [input, ...values] = await change(scene);
    const usual = { code, allocations: [{ lineId: line, amount: input.value ?? 1_000n }] };
    return [() => scene.office.record({ ...usual, ...input }), ...values];
  });

/** 3,000 over three years for the scene's project; resolves to its id. */
export async function obligation({ office, code }: Scene, amounts = [1_000n, 1_500n, 500n]): Promise<bigint> {
  const years = amounts.map((amount, index) => ({ year: YEAR + index, amount }));
  const total = amounts.reduce((sum, amount) => sum + amount, 0n);
  await office.commitments("authority").approveObligation(code, total, years, doc);
  return office.on.commitments.obligationCount();
}

/** A commitment of 2,500 under an obligation of 3,000, with 600 of 1,000 bound this year. */
export async function multiYear(scene: Scene) {
  const obligationId = await obligation(scene);
  const { office, code, line } = scene;
  const allocations = [{ lineId: line, amount: 600n }];
  return { obligationId, id: await office.commit({ code, value: 2_500n, obligationId, allocations }) };
}

export const amend = (
  { office, commitment }: Scene,
  value: bigint,
  allocations: { lineId: bigint; amount: bigint }[] = [],
  milestones: { milestoneId: bigint; amount: bigint; dueAt: number }[] = [],
) => office.commitments("approver1").amendCommitment(commitment, value, allocations, milestones, doc);
