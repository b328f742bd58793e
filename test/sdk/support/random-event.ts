import fc from "fast-check";
import type { AbiParameter } from "../../../sdk/journal.ts";

/** A parameter of a random type together with a value of that type, as ethers takes it. */
export type Filled = { readonly parameter: AbiParameter; readonly value: unknown };

const hex = (length: number) =>
  fc
    .uint8Array({ minLength: length, maxLength: length })
    .map((bytes) => `0x${Buffer.from(bytes).toString("hex")}`);

const valueTypes: Record<string, fc.Arbitrary<unknown>> = {
  uint8: fc.integer({ min: 0, max: 255 }),
  uint64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  uint256: fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
  int128: fc.bigInt({ min: -(2n ** 127n), max: 2n ** 127n - 1n }),
  bool: fc.boolean(),
  address: hex(20),
  bytes4: hex(4),
  bytes32: hex(32),
};

const filled = (type: string, values: fc.Arbitrary<unknown>): fc.Arbitrary<Filled> =>
  values.map((value) => ({ parameter: { type }, value }));

const valueType = fc.oneof(...Object.entries(valueTypes).map(([type, values]) => filled(type, values)));
const text = filled("string", fc.string({ unit: "grapheme", maxLength: 80 }));
const bytes = filled(
  "bytes",
  fc.uint8Array({ maxLength: 80 }).map((raw) => `0x${Buffer.from(raw).toString("hex")}`),
);

/** Arrays repeat one value, because all items must be of one type. */
function array({ parameter, value }: Filled, length: number, fixed: boolean): Filled {
  const type = `${parameter.type}[${fixed ? length : ""}]`;
  return { parameter: { ...parameter, type }, value: Array<unknown>(length).fill(value) };
}

const tree = fc.letrec<{ any: Filled }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    valueType,
    text,
    bytes,
    fc.array(tie("any"), { minLength: 1, maxLength: 4 }).map((members) => ({
      parameter: {
        type: "tuple",
        components: members.map(({ parameter }, index) => ({ ...parameter, name: `m${index}` })),
      },
      value: members.map(({ value }) => value),
    })),
    fc.tuple(tie("any"), fc.integer({ min: 0, max: 3 })).map(([item, length]) => array(item, length, false)),
    fc.tuple(tie("any"), fc.integer({ min: 1, max: 3 })).map(([item, length]) => array(item, length, true)),
  ),
}));

/** An event whose indexed parameters come first and are value types, with arguments. */
export const randomEvent = fc
  .tuple(fc.array(valueType, { maxLength: 3 }), fc.array(tree.any, { maxLength: 6 }))
  .map(([indexed, plain]) => {
    const parameters = [
      ...indexed.map(({ parameter }) => ({ ...parameter, indexed: true })),
      ...plain.map(({ parameter }) => ({ ...parameter, indexed: false })),
    ];
    return {
      fragment: {
        type: "event",
        name: "Happened",
        anonymous: false,
        inputs: parameters.map((parameter, index) => ({ ...parameter, name: `p${index}` })),
      },
      args: [...indexed, ...plain].map(({ value }) => value),
    };
  });
