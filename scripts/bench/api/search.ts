import { ask } from "./ask.ts";

export interface Searched {
  readonly term: string;
  readonly found: number;
  /** milliseconds, client included */
  readonly p50: number;
  readonly p95: number;
}

const QUERY = `query Search($query: String!, $after: String) {
  _meta { block }
  reportedProjects(filter: { query: $query }, first: 50, after: $after) {
    nodes { reportedId number title agencyName budget agreed }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** What people type: a common word, rarer ones, several, a place, a number in either digits, nothing that is there. */
export const TERMS = [
  "ซื้อ",
  "ซ่อมแซม",
  "วัสดุคอมพิวเตอร์",
  "รถบรรทุกขยะ",
  "เครื่องตัดหญ้า",
  "ก่อสร้าง ตำบลยายชา",
  "จ้างเหมา โรงพยาบาล นครพนม",
  "เทศบาลตำบลแม่ริม",
  "น้ำดื่ม ธันวาคม ๒๕๖๗",
  "เลขที่ 734512",
  "๗๓๔๕๑๓",
  "ยา",
  "ดาวเทียมสำรวจดาวอังคาร",
  "สะพานลอย ดาวเทียม",
  "ตรายาง กระบี่",
  "มหาวิทยาลัยมหาสารคาม ไวนิล",
];

/** Each term again and again, as different requests, one after the other. */
export async function measureSearch(url: string, rounds: number): Promise<Searched[]> {
  const answers: Searched[] = [];
  for (const term of TERMS) {
    const times: number[] = [];
    let found = 0;
    for (let round = 0; round < rounds; round++) {
      // A trailing space makes it a question that no cache knows; the words are the same.
      const query = term + " ".repeat(round);
      const began = performance.now();
      const data = await ask<{ reportedProjects: { nodes: unknown[] } }>(url, {
        query: QUERY,
        variables: { query },
      });
      times.push(performance.now() - began);
      found = data.reportedProjects.nodes.length;
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
    answers.push({ term, found, p50: at(0.5), p95: at(0.95) });
  }
  return answers;
}
