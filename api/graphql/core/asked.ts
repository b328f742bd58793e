import { Kind } from "graphql";
import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from "graphql";
import type { Asked } from "../../read/sql/fields.ts";

type Document = Pick<GraphQLResolveInfo, "fieldNodes" | "fragments">;

/** The fields selected, fragments followed. Conditions are not looked at: at worst too much is read. */
function selected(selections: SelectionSetNode | undefined, fragments: Document["fragments"]): FieldNode[] {
  return (selections?.selections ?? []).flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    const { selectionSet } = node.kind === Kind.FRAGMENT_SPREAD ? fragments[node.name.value]! : node;
    return selected(selectionSet, fragments);
  });
}

/** The fields under those of the given name. */
const under = (fields: readonly FieldNode[], name: string, fragments: Document["fragments"]) =>
  fields.filter((one) => one.name.value === name).flatMap((one) => selected(one.selectionSet, fragments));

const namesOf = (fields: readonly FieldNode[]) => new Set(fields.map(({ name }) => name.value));

/** Found once for each place of a document; documents are kept, see `api/server/prepared.ts`. */
function remembered(find: (document: Document) => ReadonlySet<string>): (document: Document) => Asked {
  const known = new WeakMap<FieldNode, ReadonlySet<string>>();
  return (document) => {
    const [node, ...others] = document.fieldNodes;
    if (!node || others.length > 0) return find(document);
    let names = known.get(node);
    if (!names) known.set(node, (names = find(document)));
    return names;
  };
}

/** Names of the fields that a query asks of the object which a resolver gives. */
export const askedOf = remembered(({ fieldNodes, fragments }) =>
  namesOf(fieldNodes.flatMap(({ selectionSet }) => selected(selectionSet, fragments))),
);

/** The same of the entries of a connection, whether by `nodes` or by `edges`. */
export const askedOfNodes = remembered(({ fieldNodes, fragments }) => {
  const fields = fieldNodes.flatMap(({ selectionSet }) => selected(selectionSet, fragments));
  const edges = under(fields, "edges", fragments);
  return namesOf([...under(fields, "nodes", fragments), ...under(edges, "node", fragments)]);
});
