import type { counterNames } from "../../../sdk/replay/budget/state.ts";

export { counterNames } from "../../../sdk/replay/budget/state.ts";

/** Satang as text. */
export type Counters = Readonly<Record<(typeof counterNames)[number], string>>;
