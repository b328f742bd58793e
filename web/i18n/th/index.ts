import { acts } from "./acts.ts";
import { about, checks, verifyPage } from "./about.ts";
import { integrity, ledger, refused } from "./ledger.ts";
import { action, service, services } from "./log.ts";
import { logCheck } from "./log-check.ts";
import { agency, home, projects, search } from "./pages.ts";
import { parts } from "./parts.ts";
import { project } from "./project.ts";
import { catching, receipt, witnesses } from "./receipt.ts";
import { compare, flags, imports, reported } from "./reported.ts";
import { shell } from "./shell.ts";
import { verify } from "./verify.ts";
import { words } from "./words.ts";

/** Thai: the original, written as a careful civil servant would to a neighbour. */
export const th = {
  shell,
  ...parts,
  verify,
  words,
  acts,
  home,
  search,
  projects,
  project,
  agency,
  reported,
  compare,
  flags,
  imports,
  ledger,
  integrity,
  refused,
  about,
  verifyPage,
  checks,
  services,
  service,
  action,
  logCheck,
  receipt,
  catching,
  witnesses,
} as const;
