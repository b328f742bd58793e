/** Counters in satang, as the API gives them. `returned` is taken off what was paid. */
export type Flow = {
  readonly approved: string;
  readonly carriedIn: string;
  readonly adjIn: string;
  readonly adjOut: string;
  readonly carriedOut: string;
  readonly allotted: string;
  readonly committed: string;
  readonly requested: string;
  readonly paid: string;
  readonly returned: string;
};

/**
 * Money carried into another year is counted where it may be spent, so that years, and all years of one project, add
 * up: a line that gave money away has neither it nor its release any more.
 */
export function sums(flow: Flow) {
  const of = (key: keyof Flow) => BigInt(flow[key]);
  const moved = of("adjIn") - of("adjOut");
  const carried = of("carriedIn") - of("carriedOut");
  return {
    approved: of("approved"),
    moved,
    carried,
    available: of("approved") + moved + carried,
    allotted: of("allotted") - of("carriedOut"),
    committed: of("committed"),
    requested: of("requested"),
    paid: of("paid") - of("returned"),
  };
}
