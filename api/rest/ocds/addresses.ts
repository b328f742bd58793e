import { GraphQLEnumType } from "graphql";
import type { Described } from "../openapi/described.ts";
import type { Parameter } from "../operation/operation.ts";
import { nativeProject, nativeProjects } from "./native-query.ts";
import type { Kind } from "./find.ts";

const Of = new GraphQLEnumType({ name: "Of", values: { LEDGER: {}, REPORTED: {} } });
const of: Parameter = { name: "of", in: "query", required: false, list: false, type: Of, default: "LEDGER" };

export interface OcdsAddress extends Described {
  readonly kind: Kind;
  readonly single: boolean;
}

/** A code or ocid in the path instead of the operation's own `code`. */
const project: Parameter = {
  ...nativeProject.parameters.find(({ name }) => name === "code")!,
  name: "project",
  in: "path",
};

function address(kind: Kind, single: boolean): OcdsAddress {
  const names = { releases: { th: "release", en: "release" }, records: { th: "record", en: "record" } }[kind];
  const text = single
    ? { th: `OCDS: ${names.th} ของโครงการหนึ่ง`, en: `OCDS: the ${names.en} of one project, in a package` }
    : { th: `OCDS: ${names.th} ทุกโครงการ`, en: `OCDS: ${names.en}s of all projects, in packages` };
  const { parameters } = single ? nativeProject : nativeProjects;
  return {
    method: "get",
    path: `/ocds/${kind}${single ? "/{project}" : ""}`,
    id: `ocds${kind[0]!.toUpperCase()}${kind.slice(1, single ? -1 : undefined)}`,
    tag: "ocds",
    summary: text,
    parameters: single ? [project, ...parameters.filter(({ name }) => name !== "code")] : [of, ...parameters],
    answers: {
      200: {
        text,
        content: {
          "application/json": {
            type: "object",
            required: ["uri", "version", "publisher", "publishedDate", kind],
            properties: { [kind]: { type: "array" } },
          },
        },
      },
    },
    kind,
    single,
  };
}

/** Package endpoints and single ones. Source: OCDS 1.1.5, "Packaging data". */
export const ocdsAddresses: readonly OcdsAddress[] = [
  address("releases", false),
  address("releases", true),
  address("records", false),
  address("records", true),
];
