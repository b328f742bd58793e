import type { shell as original } from "../th/shell.ts";
import type { Translation } from "../types.ts";

export const shell: Translation<typeof original> = {
  name: "Prongsai",
  tagline: "Follow every baht of public money",
  description:
    "Public money from appropriation to payment: projects, contracts, acceptance, and published procurement data. You can check the figures yourself.",
  skip: "Skip to main content",
  withoutScript:
    "You can read, search and download everything. Only checking it yourself and charts need JavaScript, which your browser does not run.",
  home: "Home",
  menu: "Main menu",
  menuButton: "Menu",
  otherLanguage: "ภาษาไทย",
  search: "Search",
  searchLabel: "Search projects, agencies or codes",
  searchHint: "Project title, agency, project code or contract number",
  breadcrumbs: "Where this page stands",
  demonstration: "Invented data, for demonstration",
  demonstrationReal: "Demonstration system; the data on this page are as their source published them",
  demonstrationText:
    "The agencies, projects and money on this ledger are invented for demonstration. The imported procurement data are real and already published.",
  nav: {
    projects: "Projects and agencies",
    services: "Public services",
    receipt: "Check a receipt",
    reported: "Procurement data",
    compare: "Compare",
    flags: "Signals",
    imports: "Imported data sets",
    refused: "What was refused",
    integrity: "Completeness",
    verify: "Check it yourself",
    about: "About",
  },
  asOf: {
    label: "State of the data",
    current: "Data as of {{time}}",
    block: "record set {{block}}",
    same: "Every register is read from the ledger in full",
    differs: "A register here does not equal the ledger",
    behind_one: "The data here are {{count, number}} record set behind the ledger",
    behind_other: "The data here are {{count, number}} record sets behind the ledger",
    unknown: "The data service cannot be reached",
    details: "See details",
    newer: "There are newer data than shown",
    refresh: "Show the newest",
    loading: "Asking for the state of the data",
  },
  footer: {
    statement:
      "Figures with a mark “Check this yourself” (in tables “Check”) can be checked against the ledger without trusting this site. The mark says what it compares and what not.",
    limits:
      "The ledger knows only what somebody signed. It cannot know whether money really moved, goods exist, or a price is fair.",
    data: "Open data for developers",
    source: "Licences and sources of the data",
  },
  print: {
    permalink: "Permanent address of this page",
    qr: "QR code of the permanent address",
    printed: "Printed {{time}}",
    button: "Print this page",
  },
};
