import type { DeploymentDescription } from "../../sdk/deployment.ts";
import type { Documents } from "../../sdk/documents/index.ts";
import type { KeyFiles } from "../demo/services/key-files.ts";
import type { Settings } from "../platform/settings.ts";

/** What the steps of a start hand on to each other. A step may rely on what earlier steps have filled in. */
export interface Context {
  readonly settings: Settings;
  /** Line between the progress lines, e.g. that a process was started again. */
  say(line: string): void;
  /** Short text behind the step's name while it runs. */
  progress(text: string): void;
  /** Registers what must be stopped; the last one registered is stopped first. */
  onStop(name: string, stop: () => Promise<void>): void;

  databaseUrl?: string;
  chain?: ChainAccess;
  documents?: Documents;
  deployment?: DeploymentDescription;
  /** Path of the written deployment description. */
  deploymentFile?: string;
  apiUrl?: string;
  /** Files with the demonstration's keys for the action log; absent on a chain that is not the demonstration's. */
  logKeys?: KeyFiles;
}

export interface ChainAccess {
  rpcUrl: string;
  wsUrl?: string;
  chainId: number;
  /** True while the demonstration year has not been played to its end: the chain's clock is the demonstration's. */
  demonstration: boolean;
  /** Sets the next block's time (Unix seconds), or goes back to real time; absent on a chain that is not ours. */
  setClock?(clock: number | null): Promise<void>;
}

/** Does a step's work and returns what to say about it. */
export type StepRun = (context: Context) => Promise<string>;

export interface Step {
  name: string;
  /** Loaded when it is its turn: in a fresh clone modules that others need are made by the step before. */
  load(): Promise<{ run: StepRun }>;
}

/** What an earlier step has filled in; a step in the wrong place is a mistake of ours. */
export function given<K extends keyof Context>(context: Context, key: K): NonNullable<Context[K]> {
  const value = context[key];
  if (value === undefined || value === null) throw new Error(`the step that gives "${key}" has not run`);
  return value;
}
