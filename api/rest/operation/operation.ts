import {
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  typeFromAST,
  validate,
  valueFromAST,
} from "graphql";
import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLEnumType,
  GraphQLInputType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLScalarType,
  OperationDefinitionNode,
  SelectionSetNode,
} from "graphql";
import { schema } from "../../graphql/schema.ts";

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly list: boolean;
  readonly type: GraphQLScalarType | GraphQLEnumType;
  readonly default: unknown;
}

/**
 * A GraphQL operation that a REST address stands for. Its variables are the address's parameters, the field with the
 * alias `result` is the answer: what GraphQL and REST say is resolved by the same code. A field with the alias `owner`
 * after it asks whether that is there at all which a list is narrowed to by its address.
 */
export interface Operation {
  readonly document: DocumentNode;
  readonly parameters: readonly Parameter[];
  readonly result: { readonly type: GraphQLOutputType; readonly selection: SelectionSetNode | null };
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** whether the result is a page of a list */
  readonly paged: boolean;
}

const inPath = (path: string, name: string) => path.includes(`{${name}}`);

function parametersOf(node: OperationDefinitionNode, path: string): Parameter[] {
  return (node.variableDefinitions ?? []).map((definition) => {
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType;
    const inner = isNonNullType(type) ? type.ofType : type;
    const name = definition.variable.name.value;
    return {
      name,
      in: inPath(path, name) ? "path" : "query",
      required: isNonNullType(type),
      list: isListType(inner),
      type: getNamedType(type) as GraphQLScalarType | GraphQLEnumType,
      default: definition.defaultValue && valueFromAST(definition.defaultValue, type),
    };
  });
}

/** @throws Error when the text is not a valid operation of the schema, at start */
export function compileOperation(text: string, path: string): Operation {
  const document = parse(text);
  const [problem] = validate(schema, document);
  if (problem) throw problem;
  const node = document.definitions.find((one) => one.kind === "OperationDefinition")!;
  const root = schema.getRootType(node.operation)!;
  const field = node.selectionSet.selections[0]!;
  if (field.kind !== "Field" || field.alias?.value !== "result") throw new Error(`${path} has no result`);
  const type = root.getFields()[field.name.value]!.type;
  return {
    document,
    parameters: parametersOf(node, path),
    result: { type, selection: field.selectionSet ?? null },
    fragments: new Map(
      document.definitions
        .filter((one) => one.kind === "FragmentDefinition")
        .map((one) => [one.name.value, one]),
    ),
    paged: getNamedType(type).name.endsWith("Connection"),
  };
}

/** A field as the operation selects it; `name` is the alias where there is one. */
export interface Selected {
  readonly name: string;
  readonly type: GraphQLOutputType;
  readonly selection: SelectionSetNode | null;
  /** present only when a parameter asks for it */
  readonly conditional: boolean;
}

/** The fields of an object type that a selection names, fragments followed. */
export function selectedFields(
  type: GraphQLObjectType,
  selection: SelectionSetNode,
  fragments: Operation["fragments"],
): Selected[] {
  return selection.selections.flatMap((node): Selected[] => {
    if (node.kind === "FragmentSpread") {
      return selectedFields(type, fragments.get(node.name.value)!.selectionSet, fragments);
    }
    if (node.kind === "InlineFragment") return selectedFields(type, node.selectionSet, fragments);
    return [
      {
        name: node.alias?.value ?? node.name.value,
        type: type.getFields()[node.name.value]!.type,
        selection: node.selectionSet ?? null,
        conditional: (node.directives ?? []).length > 0,
      },
    ];
  });
}

/** The fields of one entry of the list that the operation pages through. */
export function entryFields({ result, fragments }: Operation): Selected[] {
  const connection = getNamedType(result.type);
  if (!isObjectType(connection)) throw new Error("not a list");
  const nodes = selectedFields(connection, result.selection!, fragments).find(
    ({ name }) => name === "nodes",
  )!;
  return selectedFields(getNamedType(nodes.type) as GraphQLObjectType, nodes.selection!, fragments);
}
