import { apiError } from "../../errors/api-error.ts";
import type { ActivityRow } from "../../read/rows/log.ts";
import { builder } from "../core/builder.ts";
import { blockTime } from "./block-time.ts";
import { Service } from "./refs.ts";

const DAY_SECONDS = 86_400;
/** Longest stretch of days in one answer: a year and a day. */
const MOST_DAYS = 366;
/** A quarter. */
const USUAL_DAYS = 91;
/** Thailand keeps UTC+7 all year. */
const BANGKOK_SECONDS = 7 * 3_600;

const today = (seconds: number) => Math.floor((seconds + BANGKOK_SECONDS) / DAY_SECONDS);

interface Day {
  readonly day: number;
  readonly types: readonly ActivityRow[];
}

const TypeActivity = builder.objectRef<ActivityRow>("TypeActivity").implement({
  fields: (t) => ({ type: t.exposeString("type"), count: t.exposeInt("count") }),
});

const DayActivity = builder.objectRef<Day>("DayActivity").implement({
  description: "How many actions happened on a day of Bangkok, by the service's word.",
  fields: (t) => ({
    day: t.field({
      type: "Date",
      resolve: ({ day }) => new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10),
    }),
    count: t.int({ resolve: ({ types }) => types.reduce((sum, { count }) => sum + count, 0) }),
    types: t.field({ type: [TypeActivity], resolve: ({ types }) => [...types] }),
  }),
});

/** @throws ProngsaiError SCALAR_MALFORMED when the calendar has no such day */
function dayNumber(text: string): number {
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) throw apiError("SCALAR_MALFORMED", { scalar: "Date", input: text });
  return milliseconds / 1000 / DAY_SECONDS;
}

builder.objectField(Service, "activity", (t) =>
  t.field({
    type: [DayActivity],
    description: `Actions by day, oldest first; days without any are left out. At most ${MOST_DAYS} days.`,
    args: {
      from: t.arg({ type: "Date", description: `Default: ${USUAL_DAYS} days up to the last.` }),
      to: t.arg({ type: "Date", description: "Included; default: the day of the newest block." }),
    },
    resolve: async (row, args, context) => {
      const { read } = context;
      const to = args.to ? dayNumber(args.to) : today(await blockTime(row.asOf, context));
      const from = args.from ? dayNumber(args.from) : to - USUAL_DAYS + 1;
      if (to - from >= MOST_DAYS) throw apiError("TOO_MANY_DAYS", { limit: MOST_DAYS, value: to - from + 1 });
      const rows = await read.log.activity(row, from, to);
      return [...Map.groupBy(rows, ({ day }) => day)].map(([day, types]) => ({ day, types }));
    },
  }),
);
