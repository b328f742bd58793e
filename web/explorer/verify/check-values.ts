import { RpcError } from "../../../sdk/rpc.ts";
import { withAmendments } from "../../../sdk/verify/commitment.ts";
import { compareValues } from "../../../sdk/verify/compare-values.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { Check, Comparison } from "../../ui/verify/types.ts";
import { callEntries } from "./call.ts";
import { askedStep, askLedger, cannotResult, evidenceHead } from "./ledger.ts";
import type { Standing } from "./ledger.ts";
import { findListed } from "./listed.ts";

/** One value as the page shows it: where the register has it, its name, and how it is written. */
export type ClaimedValue = {
  readonly path: string;
  readonly item: string;
  readonly said: string;
  readonly show: (value: string) => string;
};

/** What the page says of one entry of a register. */
export type EntryClaim = {
  readonly contract: string;
  readonly method: string;
  readonly args: readonly string[];
  readonly name?: string;
  readonly values: readonly ClaimedValue[];
};

/** Reads entries from their registers directly and compares every value that the page shows of them. */
export function valuesCheck(texts: Texts, standing: Standing, claims: readonly EntryClaim[]): Check {
  const { t, language } = texts;
  return async function* (address, signal) {
    try {
      const { rpc, asked } = await askLedger(address, standing, signal);
      yield askedStep(texts, asked);
      const names = [...new Set(claims.map(({ contract }) => contract))];
      const listed = yield* findListed(texts, rpc, names, standing.block, signal);
      if ("refused" in listed) return listed.refused;
      const to = (name: string) => listed.registers[name] ?? "";

      const found = await callEntries(
        rpc,
        claims.map(({ contract, method, args }) => ({ contract, to: to(contract), method, args })),
        standing.block,
        signal,
      );
      const entries = await Promise.all(
        claims.map(({ values, contract, method, args }, index) => {
          const entry = found[index] instanceof RpcError ? null : found[index];
          const getter = { contract, method, args, to: to(contract) };
          const paths = values.map(({ path }) => path);
          return withAmendments(entry, getter, paths, { rpc, block: standing.block }, signal);
        }),
      );
      const fields = claims.flatMap(({ values, name, ...claim }, index) => {
        const entry = entries[index];
        const expected = Object.fromEntries(values.map(({ path, said }) => [path, said]));
        return compareValues(expected, entry).map((field, position) => ({
          ...field,
          claim,
          name,
          isMissing: entry === null,
          value: values[position]!,
        }));
      });
      yield { text: t("checks.read", { count: fields.length }) };
      const evidence = {
        ...evidenceHead("values", standing, asked, listed.directory),
        values: fields.map(({ claim, field, expected, found: onLedger, same }) => ({
          ...claim,
          address: to(claim.contract),
          field,
          expected,
          found: onLedger,
          same,
        })),
      };
      const wrong = fields.filter(({ same }) => !same);
      const compared = [...new Set(fields.map(({ value }) => value.item))];
      const left = t("checks.leftOfValues");
      if (wrong.length === 0) return { kind: "agrees", compared, left, evidence };
      const rows: Comparison[] = wrong.map(({ value, name, expected, isMissing, found: onLedger }) => ({
        item: name ? `${name}: ${value.item}` : value.item,
        said: value.show(expected),
        ledger: isMissing ? t("checks.noEntry") : onLedger === null ? t("checks.none") : value.show(onLedger),
      }));
      return { kind: "differs", rows, compared, left, evidence };
    } catch (error) {
      signal.throwIfAborted();
      return cannotResult(error, language);
    }
  };
}
