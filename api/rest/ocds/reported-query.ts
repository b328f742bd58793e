import { compileOperation } from "../operation/operation.ts";

const CONTENT = `{ reportedId scheme number title type agencyName agencyCode method methodGroup announcedOn transactionOn
  budget reference agreed fiscalYear province status
  contracts { number agreed signedOn endsOn status suppliers { name taxId } }
  batch { retrievedAt anchoredAt sourceName sourceUrl licence } }`;

export const reportedProject = compileOperation(
  `query ($id: ID!) { result: reportedProject(id: $id) ${CONTENT} }`,
  "/ocds/releases/{project}",
);

export const reportedProjects = compileOperation(
  `query ($query: String, $limit: Int = 20, $after: String, $asOfBlock: Int) {
    result: reportedProjects(filter: { query: $query }, orderBy: { field: ID, direction: ASC }, first: $limit, after: $after,
      asOfBlock: $asOfBlock) { nodes ${CONTENT} pageInfo { hasNextPage endCursor } } }`,
  "/ocds/releases",
);

export interface ReportedContract {
  readonly number: string | null;
  readonly agreed: string | null;
  readonly signedOn: string | null;
  readonly endsOn: string | null;
  readonly status: string | null;
  readonly suppliers: readonly { readonly name: string | null; readonly taxId: string | null }[];
}

export interface ReportedProject {
  readonly reportedId: string;
  readonly scheme: string;
  readonly number: string;
  readonly title: string | null;
  readonly type: string | null;
  readonly agencyName: string | null;
  readonly agencyCode: string | null;
  readonly method: string | null;
  readonly methodGroup: string | null;
  readonly announcedOn: string | null;
  readonly transactionOn: string | null;
  readonly budget: string | null;
  readonly reference: string | null;
  readonly agreed: string | null;
  readonly fiscalYear: number | null;
  readonly province: string | null;
  readonly status: string | null;
  readonly contracts: readonly ReportedContract[];
  readonly batch: {
    readonly retrievedAt: string;
    readonly anchoredAt: string;
    readonly sourceName: string | null;
    readonly sourceUrl: string | null;
    readonly licence: string;
  };
}
