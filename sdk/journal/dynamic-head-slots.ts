import { sdkError } from "../errors/sdk.ts";

/** A parameter as the JSON ABI describes it. */
export type AbiParameter = {
  readonly name?: string;
  readonly type: string;
  readonly indexed?: boolean;
  readonly components?: readonly AbiParameter[];
};

/** An event as the JSON ABI describes it. */
export type AbiEvent = {
  readonly type: string;
  readonly name: string;
  readonly anonymous?: boolean;
  readonly inputs: readonly AbiParameter[];
};

/** Words that a parameter takes in the head when it is static, undefined when it is dynamic. */
function staticWords({ type, components }: AbiParameter): number | undefined {
  const array = /^(.*)\[(\d*)\]$/.exec(type);
  if (array) {
    const [, item = "", length] = array;
    if (length === "") return undefined;
    const words = staticWords({ type: item, ...(components && { components }) });
    return words === undefined ? undefined : words * Number(length);
  }
  if (type === "bytes" || type === "string") return undefined;
  if (type !== "tuple") return 1;
  return (components ?? []).reduce<number | undefined>((sum, component) => {
    const words = staticWords(component);
    return sum === undefined || words === undefined ? undefined : sum + words;
  }, 0);
}

const isValueType = (type: string) => /^(?:u?int\d*|address|bool|bytes\d+)$/.test(type);

/**
 * Which 32-byte words of a log's data hold offsets of dynamic parameters, counted from 0. Made once per event, used by
 * `journalEntry` for each of its logs.
 *
 * @throws ProngsaiError JOURNAL_EVENT_UNSUPPORTED when an indexed parameter is not a value type or follows one that is
 * not indexed, or the event is anonymous: then the log alone does not hold the arguments in order
 */
export function dynamicHeadSlots(event: AbiEvent): readonly number[] {
  const firstPlain = event.inputs.findIndex(({ indexed }) => !indexed);
  const supported = event.inputs.every(
    ({ indexed, type }, index) =>
      !indexed || (isValueType(type) && (firstPlain === -1 || index < firstPlain)),
  );
  if (!supported || event.anonymous) throw sdkError("JOURNAL_EVENT_UNSUPPORTED", { event: event.name });
  const slots: number[] = [];
  let word = 0;
  for (const parameter of event.inputs) {
    if (parameter.indexed) continue;
    const words = staticWords(parameter);
    if (words === undefined) slots.push(word);
    word += words ?? 1;
  }
  return slots;
}
