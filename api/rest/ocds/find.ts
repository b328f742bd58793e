import type { Context } from "../../graphql/core/context.ts";
import { runOperation } from "../operation/run.ts";
import type { Variables } from "../operation/variables.ts";
import { nativeOcid } from "./identifiers.ts";
import { momentsOf, nativeRelease, releaseId } from "./native-release.ts";
import type { Telling } from "./native-release.ts";
import { nativeEvents, nativeProject, nativeProjects } from "./native-query.ts";
import type { NativeEvent, NativeProject } from "./native-query.ts";
import { reportedRelease } from "./reported-release.ts";
import { reportedProject, reportedProjects } from "./reported-query.ts";
import type { ReportedProject } from "./reported-query.ts";
import { tagsOf } from "./tags.ts";

export type Kind = "releases" | "records";

interface Listed<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Found {
  readonly entries: readonly object[];
  readonly after: string | null;
}

const place = ({ pageInfo }: Listed<unknown>) => (pageInfo.hasNextPage ? pageInfo.endCursor : null);

/** Every event of a project up to a block, newest first. */
async function allEvents(code: string, asOfBlock: unknown, context: Context): Promise<NativeEvent[]> {
  const events: NativeEvent[] = [];
  let after: string | null = null;
  do {
    const found: { events: Listed<NativeEvent> } | null = await runOperation(
      nativeEvents,
      { code, after, ...(asOfBlock !== undefined && { asOfBlock }) },
      context,
    );
    events.push(...(found?.events.nodes ?? []));
    after = found ? place(found.events) : null;
  } while (after !== null);
  return events;
}

/** A project's life: a release for each block that changed it, and what came of them. */
async function nativeRecord(project: NativeProject, asOf: unknown, telling: Telling, context: Context) {
  const { code } = project;
  const ocid = nativeOcid(telling.prefix, code);
  const moments = momentsOf(await allEvents(code, asOf, context)).reverse();
  return {
    ocid,
    releases: moments.map((moment) => ({
      url: `${telling.origin}/ocds/releases/${code}?asOfBlock=${moment.block}#${releaseId(ocid, moment)}`,
      date: moment.timestamp,
      tag: tagsOf(moment.events),
    })),
    compiledRelease: nativeRelease(project, telling, true),
  };
}

function reportedRecord(project: ReportedProject, telling: Telling) {
  const { ocid, id, date, tag } = reportedRelease(project, telling);
  return {
    ocid,
    releases: [
      {
        url: `${telling.origin}/ocds/releases/${encodeURIComponent(`${project.scheme}:${project.number}`)}#${id}`,
        date,
        tag,
      },
    ],
    compiledRelease: reportedRelease(project, telling, true),
  };
}

const native = (kind: Kind, project: NativeProject, asOf: unknown, telling: Telling, context: Context) =>
  kind === "releases"
    ? Promise.resolve(nativeRelease(project, telling))
    : nativeRecord(project, asOf, telling, context);

const reported = (kind: Kind, project: ReportedProject, telling: Telling) =>
  kind === "releases" ? reportedRelease(project, telling) : reportedRecord(project, telling);

/** A page of releases or records. */
export async function listOcds(
  kind: Kind,
  { of, ...variables }: Variables,
  telling: Telling,
  context: Context,
): Promise<Found> {
  if (of === "REPORTED") {
    const page = (await runOperation<Listed<ReportedProject>>(reportedProjects, variables, context))!;
    return { entries: page.nodes.map((one) => reported(kind, one, telling)), after: place(page) };
  }
  const page = (await runOperation<Listed<NativeProject>>(nativeProjects, variables, context))!;
  const told = page.nodes.map((one) => native(kind, one, variables.asOfBlock, telling, context));
  return { entries: await Promise.all(told), after: place(page) };
}

export async function oneNative(
  kind: Kind,
  variables: Variables,
  telling: Telling,
  context: Context,
): Promise<object | null> {
  const project = await runOperation<NativeProject>(nativeProject, variables, context);
  return project && native(kind, project, variables.asOfBlock, telling, context);
}

export async function oneReported(
  kind: Kind,
  id: string,
  telling: Telling,
  context: Context,
): Promise<object | null> {
  const project = await runOperation<ReportedProject>(reportedProject, { id }, context);
  return project && reported(kind, project, telling);
}
