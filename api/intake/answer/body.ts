import type { LogAnswer } from "../../../sdk/log/promise/answer.ts";

/** The answer's body, the same bytes whenever the same promise is told. */
export function answerBody({ service, firstIndex, count, leaves, deadline, promise }: LogAnswer): string {
  const { statement, groupIndex, groupSize, groupPath, signature } = promise;
  const signed = { statement, groupIndex, groupSize, groupPath, signature };
  return `${JSON.stringify({ service, firstIndex, count, leaves, deadline, promise: signed })}\n`;
}
