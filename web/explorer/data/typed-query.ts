/** A query's text that knows what it answers and what it takes; the texts are written by scripts/build/queries.ts. */
export type TypedQuery<Result, Variables> = string & {
  readonly __result?: (result: Result) => Result;
  readonly __variables?: (variables: Variables) => Variables;
};
