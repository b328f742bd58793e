// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type ReportedProjectPageResult = {
  readonly reportedProject: {
    readonly reportedId: string;
    readonly scheme: string;
    readonly number: string;
    readonly title: string | null;
    readonly agencyName: string | null;
    readonly subAgency: string | null;
    readonly province: string | null;
    readonly fiscalYear: number | null;
    readonly method: string | null;
    readonly methodGroup: string | null;
    readonly transactionOn: string | null;
    readonly budget: string | null;
    readonly reference: string | null;
    readonly agreed: string | null;
    readonly contractCount: number;
    readonly redFlags: readonly {
      readonly id: string;
      readonly rule: {
        readonly id: string;
        readonly title: { readonly th: string; readonly en: string };
        readonly text: { readonly th: string; readonly en: string };
      };
      readonly version: number;
      readonly subjectKind: string;
      readonly subjectKey: string;
      readonly inputs: readonly {
        readonly name: string;
        readonly label: { readonly th: string; readonly en: string };
        readonly value: string;
        readonly unit: string | null;
      }[];
    }[];
    readonly id: string;
    readonly newest: { readonly reportedId: string } | null;
    readonly elsewhere: readonly {
      readonly reportedId: string;
      readonly batchId: number;
      readonly contractCount: number;
      readonly agreed: string | null;
    }[];
    readonly line: number;
    readonly leaf: string;
    readonly type: string | null;
    readonly agencyCode: string | null;
    readonly announcedOn: string | null;
    readonly district: string | null;
    readonly subdistrict: string | null;
    readonly status: string | null;
    readonly extra: readonly { readonly name: string; readonly value: string }[];
    readonly contracts: readonly {
      readonly number: string | null;
      readonly agreed: string | null;
      readonly signedOn: string | null;
      readonly endsOn: string | null;
      readonly status: string | null;
      readonly suppliersWithheld: number;
      readonly suppliers: readonly { readonly name: string | null; readonly taxId: string | null }[];
    }[];
    readonly notes: readonly {
      readonly code: string;
      readonly text: { readonly th: string; readonly en: string };
      readonly inputs: readonly { readonly name: string; readonly value: string }[];
    }[];
    readonly batch: {
      readonly batchId: number;
      readonly supersededBy: number | null;
      readonly format: string;
      readonly sourceName: string | null;
      readonly sourceUrl: string | null;
      readonly licence: string;
      readonly retrievedAt: string;
      readonly fileCid: string;
      readonly fileSha256: string;
      readonly merkleRoot: string;
      readonly parserVersion: string;
      readonly rowCount: number;
      readonly quarantined: number;
      readonly provenance: {
        readonly contract: string;
        readonly contractName: string;
        readonly event: string;
        readonly block: number;
        readonly txHash: string;
        readonly logIndex: number;
        readonly timestamp: string;
      };
    };
    readonly provenance: {
      readonly contract: string;
      readonly contractName: string;
      readonly event: string;
      readonly block: number;
      readonly txHash: string;
      readonly logIndex: number;
      readonly timestamp: string;
    };
  } | null;
  readonly _meta: { readonly block: number; readonly chainId: number; readonly blockTimestamp: string };
};

export type ReportedProjectPageVariables = { readonly id: string };

export const ReportedProjectPage =
  "query ReportedProjectPage($id:ID!){reportedProject(id:$id){...ReportedRow id newest{reportedId}elsewhere{reportedId batchId contractCount agreed}line leaf type agencyCode announcedOn district subdistrict status extra{name value}contracts{number agreed signedOn endsOn status suppliersWithheld suppliers{name taxId}}notes{code text{th en}inputs{name value}}redFlags{...Signal}batch{batchId supersededBy format sourceName sourceUrl licence retrievedAt fileCid fileSha256 merkleRoot parserVersion rowCount quarantined provenance{...Where}}provenance{...Where}}_meta{block chainId blockTimestamp}}fragment ReportedRow on ReportedProject{reportedId scheme number title agencyName subAgency province fiscalYear method methodGroup transactionOn budget reference agreed contractCount redFlags{id rule{id title{th en}}}}fragment Signal on RedFlag{id version subjectKind subjectKey rule{id title{th en}text{th en}}inputs{name label{th en}value unit}}fragment Where on Provenance{contract contractName event block txHash logIndex timestamp}" as TypedQuery<
    ReportedProjectPageResult,
    ReportedProjectPageVariables
  >;
