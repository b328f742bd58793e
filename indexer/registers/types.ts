import type { EventsByContract } from "../decode/generated/index.ts";
import type { RowOf, Table } from "../store/schema/table.ts";

/** Where an event stands. `timestamp` is its block's (Unix seconds), `txHash` `0x…` in lower case. */
export interface Place {
  readonly block: bigint;
  readonly timestamp: bigint;
  readonly txHash: string;
  readonly logIndex: number;
}

export type KeyValue = string | number | bigint;

/** A row that a handler reads: its table and the values of its key in the table's order. */
export interface RowKey {
  readonly table: Table;
  readonly key: readonly KeyValue[];
}

export interface Context extends Place {
  /**
   * The last version of a row that the handler named in `reads`.
   * @throws FatalError INDEX_ROW_MISSING when no earlier event made it
   */
  get<T extends Table>(table: T, ...key: readonly KeyValue[]): RowOf<T>;
  /** As `get`, undefined when there is none. */
  find<T extends Table>(table: T, ...key: readonly KeyValue[]): RowOf<T> | undefined;
}

/** A new version of an entity, a new fact, or (plain tables) a row that is written unless it is there already. */
export interface Put {
  readonly table: Table;
  readonly row: Readonly<Record<string, unknown>>;
}

/** What an event means for the mirror. */
export interface Outcome {
  readonly puts: readonly Put[];
  /** project and agency that the event belongs to */
  readonly project?: string;
  readonly agency?: number;
}

/** A pure function of the event and the rows it names. */
export interface Handler<Arguments> {
  readonly reads?: (args: Arguments) => readonly RowKey[];
  readonly apply: (args: Arguments, context: Context) => Outcome;
}

/** One handler for each event of each contract of a register; leaving one out does not compile. */
export type Register<C extends keyof EventsByContract> = {
  readonly [K in C]: { readonly [E in keyof EventsByContract[K]]: Handler<EventsByContract[K][E]> };
};

export const rowKey = (table: Table, ...key: readonly KeyValue[]): RowKey => ({ table, key });

export const put = <T extends Table>(table: T, row: RowOf<T>): Put => ({ table, row });
