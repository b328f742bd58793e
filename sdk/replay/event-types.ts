import type { abis } from "../generated/abi/index.ts";
import type { RegisterName } from "../registers.ts";

type Abi = typeof abis;
type Parameter = {
  readonly name: string;
  readonly type: string;
  readonly components?: readonly Parameter[];
};

type Word<Type extends string> = Type extends `${"uint" | "int"}${string}`
  ? bigint
  : Type extends "bool"
    ? boolean
    : string;

type Value<P> = P extends {
  readonly type: "tuple[]";
  readonly components: infer C extends readonly Parameter[];
}
  ? readonly Fields<C>[]
  : P extends { readonly type: "tuple"; readonly components: infer C extends readonly Parameter[] }
    ? Fields<C>
    : P extends { readonly type: `${infer Item}[]` }
      ? readonly Word<Item>[]
      : P extends { readonly type: infer Type extends string }
        ? Word<Type>
        : never;

type Fields<Inputs extends readonly Parameter[]> = {
  readonly [P in Inputs[number] as P["name"]]: Value<P>;
};

/** The items of a register's interface; `IX` declares what `X` emits and folds. */
type Items<Name extends RegisterName> = `I${Name}` extends keyof Abi ? Abi[`I${Name}`][number] : never;

type EventItem<Name extends RegisterName> = Extract<Items<Name>, { readonly type: "event" }>;

/** Names of the events that a register folds into its journal. */
export type EventName<Name extends RegisterName> = EventItem<Name>["name"];

/** Arguments of an event by name: integers of any size are bigint, bytes and addresses `0x…`, tuples plain objects. */
export type EventArgs<Name extends RegisterName, Event extends EventName<Name>> = Fields<
  Extract<EventItem<Name>, { readonly name: Event }>["inputs"]
>;
