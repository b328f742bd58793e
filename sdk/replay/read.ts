import type { RegisterName } from "../registers.ts";
import type { Plain } from "./event.ts";

/**
 * One question to a contract, with the answer that follows from the events. The values returned by the getter stand in
 * their order; a tuple is an object of its members.
 */
export interface ExpectedRead {
  /** e.g. `line 3` */
  readonly entity: string;
  readonly register: RegisterName;
  readonly method: string;
  readonly args: readonly Plain[];
  readonly expected: readonly Plain[];
}

/** Makes reads of one register. */
export const readsOf =
  (register: RegisterName) =>
  (entity: string, method: string, args: readonly Plain[], ...expected: Plain[]): ExpectedRead => ({
    entity,
    register,
    method,
    args,
    expected,
  });
