import { redFlagRules } from "../../../sdk/redflags/index.ts";
import type { RedFlagRule as Rule } from "../../../sdk/redflags/index.ts";
import type { RedFlagInputRow, RedFlagRow } from "../../read/rows/imports.ts";
import { Flag, Project, Commitment, Milestone, Disbursement, Line } from "../budget/refs.ts";
import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { LocalizedText } from "../core/node.ts";
import { asOfArgs, connectionOf, page, pageArgs } from "../core/page.ts";
import { ReportedProject } from "../imports/reported.ts";

const RedFlagParameter = builder
  .objectRef<{ name: string; value: string; unit: string | null }>("RedFlagParameter")
  .implement({
    description: "A number that the rule's text names, such as a threshold.",
    fields: (t) => ({
      name: t.exposeString("name"),
      value: t.exposeString("value"),
      unit: t.exposeString("unit", { nullable: true }),
    }),
  });

const RedFlagRule = builder.objectRef<Rule>("RedFlagRule").implement({
  description: "A rule by which a signal for review is computed. A signal is no proof.",
  fields: (t) => ({
    id: t.exposeID("id"),
    version: t.exposeInt("version"),
    title: t.expose("title", { type: LocalizedText }),
    text: t.expose("text", {
      type: LocalizedText,
      description: "What is computed, and why it deserves a look.",
    }),
    appliesTo: t.exposeString("appliesTo", { description: "native or reported." }),
    parameters: t.field({ type: [RedFlagParameter], resolve: (rule) => [...rule.parameters] }),
    count: t.int({
      description: "How often it holds now.",
      resolve: async (rule, _, { read }) => (await read.redFlags.counts()).get(rule.id) ?? 0,
    }),
  }),
});

const RedFlagInput = builder.objectRef<RedFlagInputRow>("RedFlagInput").implement({
  description: "A figure that the rule was computed from.",
  fields: (t) => ({
    name: t.exposeString("name"),
    label: t.expose("label", { type: LocalizedText }),
    value: t.exposeString("value"),
    unit: t.exposeString("unit", {
      nullable: true,
      description: "satang, bps, date, time, count, year, milestoneState, documentState or null.",
    }),
  }),
});

const RedFlag = builder.objectRef<RedFlagRow>("RedFlag").implement({
  description: "A rule that holds for something: a signal for review, not proof.",
  fields: (t) => ({
    id: t.id({ resolve: (row) => `${row.rule}@${row.version}:${row.subject.kind}:${row.subject.key}` }),
    rule: t.field({ type: RedFlagRule, resolve: (row) => redFlagRules.find(({ id }) => id === row.rule)! }),
    version: t.exposeInt("version"),
    inputs: t.field({ type: [RedFlagInput], resolve: (row) => [...row.inputs] }),
    subjectKind: t.string({ resolve: (row) => row.subject.kind }),
    subjectKey: t.string({ resolve: (row) => row.subject.key }),
    project: t.field({
      type: Project,
      nullable: true,
      resolve: ({ subject, asOf }, _, { read }) =>
        subject.kind === "project"
          ? read.budget.project(subject.key, asOf)
          : "code" in subject
            ? read.budget.project(subject.code, asOf)
            : null,
    }),
    line: t.field({
      type: Line,
      nullable: true,
      resolve: ({ subject, asOf }, _, { read }) =>
        subject.kind === "line" ? read.budget.line(subject.key, asOf) : null,
    }),
    commitment: t.field({
      type: Commitment,
      nullable: true,
      resolve: ({ subject, asOf }, _, { read }) =>
        subject.kind === "commitment" ? read.budget.commitment(subject.key, asOf) : null,
    }),
    milestone: t.field({
      type: Milestone,
      nullable: true,
      resolve: ({ subject, asOf }, _, { read }) =>
        subject.kind === "milestone" ? read.budget.milestone(subject.key, asOf) : null,
    }),
    disbursement: t.field({
      type: Disbursement,
      nullable: true,
      resolve: ({ subject, asOf }, _, { read }) =>
        subject.kind === "disbursement" ? read.budget.disbursement(subject.key, asOf) : null,
    }),
    reportedProject: t.field({
      type: ReportedProject,
      nullable: true,
      resolve: ({ subject, asOf }, _, { read }) =>
        subject.kind === "reportedProject" ? read.imports.reportedProject(subject.key, asOf) : null,
    }),
    flags: t.field({
      type: [Flag],
      description: "What citizens raised under this rule on the same project, with the agency's answer.",
      resolve: async ({ subject, rule, asOf }, _, { read }) => {
        const code = subject.kind === "project" ? subject.key : "code" in subject ? subject.code : null;
        if (!code) return [];
        const { rows } = await read.budget.flags({ projectCode: code }, { first: 50, after: null }, asOf);
        return rows.map(({ row }) => row).filter((row) => row.rule === rule);
      },
    }),
  }),
});

builder.queryFields((t) => ({
  redFlagRules: t.field({ type: [RedFlagRule], resolve: () => [...redFlagRules] }),
  redFlags: t.field({
    type: connectionOf("RedFlag", RedFlag),
    args: {
      rule: t.arg.stringList({ description: "Ids of rules; absent: all." }),
      agency: t.arg.intList({ description: "Agencies of the native ledger." }),
      agencyName: t.arg.stringList({ description: "Agencies as reported." }),
      projectCode: t.arg.string(),
      reportedProject: t.arg.id({
        description: "Id in the index, or scheme and number, such as egp:67119524001.",
      }),
      fiscalYear: t.arg.intList(),
      ...pageArgs,
      ...asOfArgs,
    },
    resolve: async (_, { first, after, asOfBlock, ...filter }, context) =>
      context.read.redFlags.list(filter, page({ first, after }), await checkedAsOf(asOfBlock, context)),
  }),
}));

const only = { first: 200, after: null };

builder.objectField(Project, "redFlags", (t) =>
  t.field({
    type: [RedFlag],
    resolve: async ({ code, asOf }, _, { read }) =>
      (await read.redFlags.list({ projectCode: code }, only, asOf)).rows.map(({ row }) => row),
  }),
);

builder.objectField(ReportedProject, "redFlags", (t) =>
  t.field({
    type: [RedFlag],
    resolve: async ({ reportedId, asOf }, _, { read }) =>
      (await read.redFlags.list({ reportedProject: reportedId }, only, asOf)).rows.map(({ row }) => row),
  }),
);
