/** Whether a gateway kept what it promised, and how to put on record that it did not. */
export type { Breach } from "./chain.ts";
export { judgePromise } from "./judge.ts";
export type { FoundBreach, PromiseVerdict } from "./judge.ts";
export { verdictText } from "./texts.ts";
