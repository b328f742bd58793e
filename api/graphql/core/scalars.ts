import { CID } from "multiformats/cid";
import { isoTime } from "../../../sdk/iso-time.ts";
import { satangFromString } from "../../../sdk/money.ts";
import { apiError } from "../../errors/api-error.ts";
import { builder } from "./builder.ts";

function text(scalar: string, value: unknown): string {
  if (typeof value === "string") return value;
  throw apiError("SCALAR_MALFORMED", { scalar, input: String(value).slice(0, 80) });
}

function matching(scalar: string, form: RegExp, normal = (value: string) => value.toLowerCase()) {
  return (value: unknown): string => {
    const input = text(scalar, value);
    if (!form.test(input)) throw apiError("SCALAR_MALFORMED", { scalar, input: input.slice(0, 80) });
    return normal(input);
  };
}

builder.scalarType("Satang", {
  description:
    'Money in satang (1/100 baht) as a whole number in decimal text, such as "148000" for 1,480.00 baht. Sums may exceed 64 bits.',
  serialize: String,
  parseValue: (value) => {
    const input =
      typeof value === "number" && Number.isSafeInteger(value) ? String(value) : text("Satang", value);
    return String(satangFromString(input));
  },
});

builder.scalarType("Bytes32", {
  description: "32 bytes in lower-case hexadecimal with 0x.",
  serialize: String,
  parseValue: matching("Bytes32", /^0x[0-9a-f]{64}$/i),
});

builder.scalarType("Address", {
  description: "Address of an account or contract, 20 bytes in hexadecimal with 0x and EIP-55 checksum.",
  serialize: String,
  parseValue: matching("Address", /^0x[0-9a-f]{40}$/i),
});

builder.scalarType("Hex", {
  description: "Bytes in hexadecimal with 0x.",
  serialize: String,
  parseValue: matching("Hex", /^0x([0-9a-f]{2})*$/i),
});

/** @throws ProngsaiError SCALAR_MALFORMED */
function wholeNumber(value: unknown): number {
  const text = String(value);
  const number = Number(text);
  if (!/^(0|[1-9]\d{0,15})$/.test(text) || !Number.isSafeInteger(number))
    throw apiError("SCALAR_MALFORMED", { scalar: "Index", input: text.slice(0, 80) });
  return number;
}

builder.scalarType("Index", {
  description:
    "A whole number from 0 to 2^53 − 1: a number of entries of a log, or the place of one in it, counted from 0.",
  serialize: Number,
  parseValue: wholeNumber,
});

builder.scalarType("CID", {
  description: "Content identifier of a public document (CIDv1 in base32).",
  serialize: String,
  parseValue: (value) => {
    const input = text("CID", value);
    try {
      return CID.parse(input).toString();
    } catch {
      throw apiError("SCALAR_MALFORMED", { scalar: "CID", input: input.slice(0, 80) });
    }
  },
});

builder.scalarType("DateTime", {
  description:
    "Instant in ISO 8601, UTC, such as 2024-11-29T03:15:00Z; with milliseconds where they are known.",
  serialize: (seconds) => isoTime(Number(seconds)),
  parseValue: matching(
    "DateTime",
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
    (value) => value,
  ),
});

builder.scalarType("Date", {
  description: "Day of the Gregorian calendar in ISO 8601, such as 2024-11-29.",
  serialize: String,
  parseValue: matching("Date", /^\d{4}-\d\d-\d\d$/, (value) => value),
});
