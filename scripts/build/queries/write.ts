import {
  buildSchema,
  GraphQLError,
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  typeFromAST,
  validate,
} from "graphql";
import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLInputType,
  GraphQLSchema,
  OperationDefinitionNode,
} from "graphql";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { inputType, SelectionTypes } from "./types.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

/** One query file of the web and the TypeScript that follows from it and the API's schema. */
export type TypedQuery = { readonly file: string; readonly content: string };

function operationOf(document: DocumentNode, file: string): OperationDefinitionNode {
  const found = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [operation] = found;
  if (found.length !== 1 || !operation?.name) throw new Error(`${file} must hold one named query`);
  return operation;
}

/** Fragments that an operation reaches, in a stable order. */
function reached(
  document: { selectionSet: FragmentDefinitionNode["selectionSet"] },
  all: ReadonlyMap<string, FragmentDefinitionNode>,
  found = new Map<string, FragmentDefinitionNode>(),
): Map<string, FragmentDefinitionNode> {
  for (const [, name] of print(document.selectionSet).matchAll(/\.\.\.\s*(?!on\b)(\w+)/g)) {
    const fragment = all.get(name ?? "");
    if (fragment && !found.has(fragment.name.value)) {
      found.set(fragment.name.value, fragment);
      reached(fragment, all, found);
    }
  }
  return found;
}

function variablesType(operation: OperationDefinitionNode, schema: GraphQLSchema): string {
  const fields = (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => {
    const input = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
    if (!input) throw new Error(`$${variable.name.value} has a type that the schema does not know`);
    const optional = type.kind !== Kind.NON_NULL_TYPE || defaultValue ? "?" : "";
    return `readonly ${variable.name.value}${optional}: ${inputType(input)}`;
  });
  return fields.length ? `{ ${fields.join("; ")} }` : "Record<string, never>";
}

/**
 * The typed queries of the web as they must stand: for each `.graphql` file under web (one named query; fragments
 * of any `.fragments.graphql` may be used) a `.graphql.ts` beside it.
 *
 * @throws GraphQLError when the schema does not allow a query
 */
export async function typedQueries(): Promise<TypedQuery[]> {
  const schema = buildSchema(readFileSync(join(root, "api/schema.graphql"), "utf8"));
  const files = globSync("web/**/*.graphql", { cwd: root, exclude: ["web/dist/**"] }).sort();
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const file of files.filter((name) => name.endsWith(".fragments.graphql"))) {
    for (const one of parse(readFileSync(join(root, file), "utf8")).definitions) {
      if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
    }
  }
  const typed: TypedQuery[] = [];
  for (const file of files.filter((name) => !name.endsWith(".fragments.graphql"))) {
    const operation = operationOf(parse(readFileSync(join(root, file), "utf8")), file);
    const used = [...reached(operation, fragments).values()];
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...used] };
    const [problem] = validate(schema, document);
    if (problem) throw new GraphQLError(`${file}: ${problem.message}`, { originalError: problem });
    const rootType = schema.getRootType(operation.operation);
    if (!rootType) throw new Error(`${file}: the schema has no ${operation.operation}`);
    const name = operation.name?.value ?? "";
    const result = new SelectionTypes(schema, fragments).of(rootType, operation.selectionSet);
    const module = relative(dirname(join(root, file)), join(root, "web/explorer/data/typed-query.ts"));
    const content = [
      "// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.",
      `import type { TypedQuery } from "${module.startsWith(".") ? module : `./${module}`}";`,
      `export type ${name}Result = ${result};`,
      `export type ${name}Variables = ${variablesType(operation, schema)};`,
      `export const ${name} = ${JSON.stringify(stripIgnoredCharacters(print(document)))} as TypedQuery<${name}Result, ${name}Variables>;`,
    ].join("\n\n");
    typed.push({
      file: `${file}.ts`,
      content: await format(content, { parser: "typescript", printWidth: 110 }),
    });
  }
  return typed;
}
