import { FUND, goTo, YEAR } from "../../../../support/budget/office.ts";
import { refusal, type Refusal } from "../../../../support/budget/refusals.ts";
import { doc, multiYear, NEXT_START, obligation, record } from "./scene.ts";

const unknown = (id: bigint) =>
  refusal("BudgetCommitmentsObligationUnknown", `obligation ${id}`, async ({ commitments }) => [
    () => commitments.obligation(id),
    id,
  ]);

export const obligationRefusals: Refusal[] = [
  unknown(0n),
  unknown(1n),
  refusal(
    "BudgetCommitmentsObligationUnknown",
    "the use of an obligation that does not exist",
    async ({ commitments }) => [() => commitments.obligationUse(1n, YEAR), 1n],
  ),
  record("BudgetCommitmentsObligationUnknown", "a commitment under one", async () => [
    { obligationId: 1n },
    1n,
  ]),
  refusal(
    "BudgetCommitmentsObligationUnknown",
    "funding a commitment without one",
    async ({ office, commitment, line }) => [
      () => office.commitments("budget").fundCommitment(commitment, line, 1n),
      0n,
    ],
  ),
  refusal(
    "BudgetCommitmentsObligationOfOtherProject",
    "a commitment under another project's",
    async (scene) => {
      const other = await scene.office.active();
      const obligationId = await obligation({ ...scene, code: other });
      const { office, code, line } = scene;
      const allocations = [{ lineId: line, amount: 5n }];
      return [() => office.record({ code, value: 5n, obligationId, allocations }), obligationId, other];
    },
  ),
  ...([99n, 101n] as const).map((second) =>
    refusal(
      "BudgetCommitmentsObligationSumMismatch",
      `years that add up to ${100n + second} of 200`,
      async ({ office, code }) => {
        const years = [
          { year: YEAR, amount: 100n },
          { year: YEAR + 1, amount: second },
        ];
        return [
          () => office.commitments("authority").approveObligation(code, 200n, years, doc),
          ...[200n, 100n + second],
        ];
      },
    ),
  ),
  ...([YEAR, YEAR - 1] as const).map((second) =>
    refusal(
      "BudgetCommitmentsObligationYearsNotAscending",
      `${second} after ${YEAR}`,
      async ({ office, code }) => {
        const years = [
          { year: YEAR, amount: 100n },
          { year: second, amount: 100n },
        ];
        return [() => office.commitments("authority").approveObligation(code, 200n, years, doc), second];
      },
    ),
  ),
  refusal("BudgetCommitmentsObligationExceeded", "binding more than the year's amount", async (scene) => {
    const { obligationId, id } = await multiYear(scene);
    const call = () => scene.office.commitments("budget").fundCommitment(id, scene.line, 401n);
    return [call, ...[obligationId, YEAR, 400n, 401n]];
  }),
  refusal(
    "BudgetCommitmentsObligationExceeded",
    "two commitments that share the year's amount",
    async (scene) => {
      const { obligationId } = await multiYear(scene);
      const { office, code, line } = scene;
      const allocations = [{ lineId: line, amount: 401n }];
      return [
        () => office.record({ code, value: 500n, obligationId, allocations }),
        ...[obligationId, YEAR, 400n, 401n],
      ];
    },
  ),
  refusal(
    "BudgetCommitmentsObligationExceeded",
    "money of a year that the obligation does not cover",
    async (scene) => {
      const { office, code } = scene;
      const obligationId = await obligation(scene, [1_000n]);
      await office.commit({
        code,
        value: 1_000n,
        obligationId,
        allocations: [{ lineId: scene.line, amount: 10n }],
      });
      await goTo(NEXT_START);
      await office.lines("authority").openYear(YEAR + 1);
      const next = await office.line(code, 50n, 3, YEAR + 1);
      await office.lines("budget").allot(next, 50n);
      return [
        () => office.commitments("budget").fundCommitment(2n, next, 50n),
        ...[obligationId, YEAR + 1, 0n, 50n],
      ];
    },
  ),
  refusal(
    "BudgetCommitmentsObligationTotalExceeded",
    "contracts worth more than the obligation",
    async (scene) => {
      const { obligationId } = await multiYear(scene);
      const { office, code, line } = scene;
      const allocations = [{ lineId: line, amount: 5n }];
      return [
        () => office.record({ code, value: 501n, obligationId, allocations }),
        ...[obligationId, 500n, 501n],
      ];
    },
  ),
  refusal("BudgetCommitmentsObligationTotalExceeded", "an amendment beyond the obligation", async (scene) => {
    const { obligationId, id } = await multiYear(scene);
    const call = () => scene.office.commitments("approver1").amendCommitment(id, 3_001n, [], [], doc);
    return [call, ...[obligationId, 3_000n, 3_001n]];
  }),
  refusal("BudgetLinesAmountZero", "funding with nothing", async (scene) => {
    const { id } = await multiYear(scene);
    return [() => scene.office.commitments("budget").fundCommitment(id, scene.line, 0n)];
  }),
  refusal("BudgetProjectsUnknown", "an obligation of an unknown project", async ({ office }) => {
    const years = [{ year: YEAR, amount: 5n }];
    return [() => office.commitments("authority").approveObligation(FUND, 5n, years, doc), FUND];
  }),
];
