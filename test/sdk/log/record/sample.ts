/** Records as services send them, for the tests and the benchmark of the intake's rules. */
export function sampleRecord(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const record: Record<string, unknown> = {
    v: 1,
    service: "th.go.police.station-chatbot",
    agency: 25_007,
    type: "report.stateChanged",
    schema: "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy",
    submitter: "gateway-1",
    clientSeq: 123_456,
    ts: "2026-11-24T03:04:05.678Z",
    subject: `0x${"ab12".repeat(16)}`,
    actor: { role: "duty-officer" },
    data: {
      from: "received",
      to: "assigned",
      station: "10-0123",
      place: "w4rqn",
      rule: "triage-2.3",
      note: "ส่งต่อ",
    },
    ...changes,
  };
  for (const [name, value] of Object.entries(record)) if (value === undefined) delete record[name];
  return record;
}
