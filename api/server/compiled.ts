import { getVariableValues, Kind, OperationTypeNode } from "graphql";
import type {
  DocumentNode,
  ExecutionResult,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
  ValueNode,
} from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";

export interface Asked {
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
  readonly contextValue: unknown;
}

/** Answers a query; null when that is left to the reference implementation. */
export type Compiled = (asked: Asked) => Promise<ExecutionResult | null>;

/** Selections, fragments followed: beyond, compiling takes longer than most documents are asked. */
const MOST_SELECTIONS = 300;

/** A query as a function of its own; null when its document is not plain enough to be compiled. */
export function compiled(schema: GraphQLSchema, document: DocumentNode): Compiled | null {
  const [operation, ...others] = document.definitions.filter(
    (node) => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation?.operation !== OperationTypeNode.QUERY || others.length > 0) return null;
  if (!isPlain(document, operation)) return null;
  const name = operation.name?.value;
  const query = compileQuery(schema, document, name);
  if (!isCompiledQuery(query)) return null;
  return async ({ variableValues, operationName, contextValue }) => {
    if (operationName !== undefined && operationName !== name) return null;
    // What may stand in variables is for the reference implementation to say.
    const definitions = operation.variableDefinitions ?? [];
    if (getVariableValues(schema, definitions, variableValues).errors) return null;
    const result = await query.query(undefined, contextValue, variableValues);
    // So are errors, and what they leave of the data.
    return result.errors ? null : result;
  };
}

/**
 * Whether a query is compiled into what the reference implementation does: not too large, without introspection and
 * without names that mean something to JavaScript, and its variables are whole arguments (within a list or an object the
 * compiler takes one that is absent for null).
 */
function isPlain(document: DocumentNode, { selectionSet }: OperationDefinitionNode): boolean {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet]] : [],
    ),
  );
  let selections = 0;
  const plain = (set: SelectionSetNode | undefined): boolean =>
    (set?.selections ?? []).every((node) => {
      if (++selections > MOST_SELECTIONS) return false;
      if (node.kind === Kind.FRAGMENT_SPREAD) return plain(fragments.get(node.name.value));
      if (node.kind === Kind.INLINE_FRAGMENT) return plain(node.selectionSet);
      const { name, alias, arguments: args = [] } = node;
      return (
        (name.value === "__typename" || !name.value.startsWith("__")) &&
        !alias?.value.startsWith("__") &&
        args.every(({ value }) => value.kind === Kind.VARIABLE || isConstant(value)) &&
        plain(node.selectionSet)
      );
    });
  return plain(selectionSet);
}

function isConstant(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return false;
    case Kind.LIST:
      return value.values.every(isConstant);
    case Kind.OBJECT:
      return value.fields.every((field) => isConstant(field.value));
    default:
      return true;
  }
}
