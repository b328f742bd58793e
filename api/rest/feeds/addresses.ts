import type { Described } from "../openapi/described.ts";
import { agencyEvents, projectFeed } from "./query.ts";

export interface FeedAddress extends Described {
  readonly of: "project" | "agency";
}

const feed = (of: FeedAddress["of"], th: string, en: string): FeedAddress => {
  const text = { th, en };
  return {
    method: "get",
    path: of === "project" ? "/feeds/projects/{code}.atom" : "/feeds/agencies/{code}.atom",
    id: `${of}Feed`,
    tag: "feeds",
    summary: text,
    parameters: (of === "project" ? projectFeed : agencyEvents).parameters,
    answers: { 200: { text, content: { "application/atom+xml": { type: "string" } } } },
    of,
  };
};

export const feedAddresses: readonly FeedAddress[] = [
  feed("project", "เหตุการณ์ของโครงการ (Atom)", "What happens to a project (Atom)"),
  feed("agency", "เหตุการณ์ของหน่วยงาน (Atom)", "What happens at an agency (Atom)"),
];
