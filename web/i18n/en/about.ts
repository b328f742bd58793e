import type * as original from "../th/about.ts";
import type { Translation } from "../types.ts";

export const about: Translation<typeof original.about> = {
  title: "About",
  what: "What this is",
  whatText:
    "Prongsai shows the money of public projects from appropriation to payment. Every step is signed by whoever answers for it and kept on a shared ledger whose past cannot be changed (a blockchain). Agencies and auditors can hold copies of their own.",
  check: "How to check it",
  checkText:
    "Beside the figures there is “Check this yourself”. Press it, and your own device asks the ledger directly and compares. You choose whose copy of the ledger is asked.",
  cannot: "What this system cannot know",
  cannotItems: {
    road: "Whether the road was built or the goods exist. It knows only who signed that they were accepted.",
    money: "Whether the money reached anybody. It knows only who signed that it was paid.",
    price: "Whether a price is fair. Signals only ask for a review.",
    reported:
      "Whether imported data are right. It knows only which file they were read from, and that it was not altered since.",
  },
  demonstration: "Demonstration data",
  privacy: "Personal data",
  privacyText:
    "No names, citizen numbers or other data of natural persons are kept. Officers appear as duties and pseudonyms. This website uses no cookies and passes nothing about you to others.",
  definitions: "What the figures mean",
  terms: {
    appropriated: {
      term: "Appropriated",
      text: "Money that the budget act lets a project use in one fiscal year.",
    },
    allotted: {
      term: "Released",
      text: "Money the agency has released for spending; never more than appropriated. Summaries leave out what was carried into a later year.",
    },
    committed: {
      term: "Bound",
      text: "Money bound by contracts or orders, which can be used for nothing else.",
    },
    requested: { term: "Requested", text: "Money requested and set aside for payment, not yet paid." },
    paid: { term: "Paid, net", text: "Money paid, less what was returned." },
    returned: { term: "Returned", text: "Money that was paid and came back." },
    lapsed: { term: "Lapsed", text: "Money not used in time, which falls away when the fiscal year closes." },
    budget: {
      term: "Budget (imported data)",
      text: "A project's budget as the agency reported it; each project counts once.",
    },
    reference: {
      term: "Reference price",
      text: "The price the agency compared with before buying, as reported.",
    },
    agreed: { term: "Agreed price", text: "The price agreed on; every contract counts." },
    projects: {
      term: "Number of projects",
      text: "Projects with different numbers; a project with several contracts counts once.",
    },
  },
  data: "Open data and reuse",
  dataText:
    "All data can be downloaded from every table and read through GraphQL and REST. Imported data may be used under the licence of their source.",
  dataLink: "Guide for developers",
};

export const verifyPage: Translation<typeof original.verifyPage> = {
  title: "Check it yourself",
  intro:
    "You need not believe this website. The control “check this yourself” beside the figures of every page runs on your own device:",
  steps: {
    ask: "It asks the ledger directly; you choose which holder of a copy is asked.",
    compare:
      "It compares what the page shows with what the ledger answers, and names what it compared and what not.",
    say: "It says whether they agree. If they do not, it shows both values and gives you an evidence file to keep.",
  },
  byCode: "Check a project by its code",
  code: "Project code, or e-GP project number",
  codeHint: "such as TH-2568-91001-000001-58 or 67119524001; hyphens may be left out",
  find: "Show the project",
  registers: "Check a whole register",
  registersText:
    "Your device reads every entry of the register from the ledger, computes the fingerprint anew, and compares it with what this website shows. If an entry is missing, added or altered, the fingerprints differ.",
  registersCaption: "The ledger's registers",
  proves:
    "The result says that whoever you asked gives the same entries that this website shows. For more certainty, ask several holders of copies.",
  evidence: "Check an evidence file again",
  evidenceText:
    "A downloaded evidence file can be checked again without this website, with npm run verify -- FILE.",
};

export const checks: Translation<typeof original.checks> = {
  asked:
    "Asked the ledger at {{url}}: chain {{chain}}, up to record set {{block}} of {{time}}; its newest record set is {{newest}}",
  followed: "Followed {{entries}} of {{total}} entries of this register's journal",
  folded: "Computed the fingerprint anew from all entries",
  listed: "The ledger's directory ({{directory}}) lists the register that was asked",
  read_one: "Read {{count, number}} value from the register directly",
  read_other: "Read {{count, number}} values from the register directly",
  summed_one: "Read the one budget line of the ledger and added up {{used}} that belongs here",
  summed_other:
    "Read all {{count, number}} budget lines of the ledger and added up the {{used}} that belong here",
  record: "Found the record that is named, signed by account {{from}}",
  fetched: "Fetched the kept file ({{bytes}} bytes) and computed its fingerprint",
  parsed: "Read row {{line}} of the kept file anew on your device",
  journalAgrees:
    "The whole register of {{number}} entries gives the fingerprint that this website shows: no entry is missing, added or altered.",
  tooMany: "The ledger has {{number}} budget lines, too many to add up on this page.",
  tooManyMend: "Check the whole register on the completeness page, or use npm run verify.",
  unlisted: "The ledger's directory does not list the address {{address}} as the register “{{name}}”.",
  noContracts: "This website did not say where the register {{name}} is.",
  fileMissing: "The kept file cannot be fetched.",
  fileMissingMend: "Try again later, or check with somebody else's copy of the file and npm run verify.",
  rowMissing: "This row is not in the kept file.",
  tooManyEntries: "The register has {{number}} entries, too many to read one by one on this page.",
  countsAgree: "The numbers on this page equal what was counted anew in the ledger's registers.",
  counted: {
    step: "Counted anew in the register itself, {{item}}: {{number}}",
    projects: "projects",
    agencies: "agencies",
    services: "public services",
    imports: "imported data sets",
    flags: "flags raised by citizens",
    lines: "budget lines",
    commitments: "contracts and orders",
    milestones: "milestones",
    payments: "payments",
    overdue: "milestones that are overdue",
    unanswered: "flags that were not answered in time",
  },
  grouping:
    "Neither the ledger's lines nor the files say what belongs here, so this page cannot add the row up anew.",
  groupingMend: "Check the sums of all together instead, or open the projects and check each.",
  refusals: "A refusal leaves no entry in any register, so this page cannot count them anew.",
  refusalsMend:
    "Open the refused entries one by one: each has the number of its record, by which the ledger itself can be asked.",
  reported: {
    files_one:
      "Read from the ledger that {{count, number}} file was imported; the sums on this page come from {{used}}",
    files_other:
      "Read from the ledger that {{count, number}} files were imported; the sums on this page come from {{used}}",
    file: "Fetched the file of data set {{id}} ({{bytes}} bytes), found its fingerprint to be the one on the ledger, and read all its {{rows}} rows anew on your device",
    summed: "Added up anew, under the same conditions as this page, from {{number}} projects in the files",
    agrees:
      "The number and the sums on this page equal the imported files whose fingerprints the ledger holds. Whether the publisher reported correctly, this check cannot tell.",
    rule: "These conditions name a red flag that is found by comparing many projects, so this page cannot add up the files anew under the same conditions.",
    ruleMend:
      "Remove that condition and check the totals, or open the projects one by one: each can be checked on its own page.",
    tooMany: "The imported files have {{number}} rows, too many to read anew on this page.",
    tooManyMend: "Look at one data set at a time, or use npm run verify, which checks every row.",
    pending: "This website has not finished reading data set {{ids}}, so the sums on this page leave it out.",
    pendingMend: "Wait a moment, open this page again, and check once more.",
    item: "Data set {{id}}: {{item}}",
    count: "Projects",
    contracts: "Contracts",
    budget: "Total budget",
    reference: "Total reference price",
    agreed: "Total agreed price",
  },
  signal: {
    computed: "Computed the rule “{{rule}}” anew on your device, from what was just read",
    agrees: "The rule gives the same result anew, and the figures that it used equal what was just read.",
    holds: "the rule holds",
    holdsNot: "the rule does not hold",
    count: "How often the rule holds",
    shown: "The findings on this page",
    countAgrees: "The rule “{{rule}}” holds as often as this page says, computed and counted anew.",
    allShown:
      "The findings of the rule “{{rule}}” on this page are those that were computed anew. Nothing is left out, added or there twice.",
    document:
      "This rule looks at whether a document can be had. The ledger does not record that: it is this website's word for what it found when it looked.",
    documentMend:
      "Open the document on the project's page yourself, or use npm run verify, which looks for it anew.",
  },
  moves: {
    revision: "Moved from line {{from}} to line {{to}}",
    carry: "Carried forward from line {{from}} to line {{to}}",
    obligation: "Multi-year obligation {{id}}, in all",
    obligationYear: "Multi-year obligation {{id}}, year {{year}}",
  },
  leftOfMoves:
    "the documents, and that there is nothing besides, which “check this yourself” beside the project's money shows",
  leftOfSignalCount: "what each entry of the list says. Each can be checked by the mark of its own",
  leftOfSignal:
    "the name of what it concerns, the agency's answer, and whether the rule holds of anything else, which the mark beside its number shows",
  leftOfYear:
    "the state, the ceiling and the approved sum of the fiscal year, and the rest of this page. Figures with a mark of their own can be checked by it",
  leftOfTotals:
    "names, states, times and the rest of this page. Figures with a mark of their own can be checked by it",
  leftOfValues:
    "names, suppliers, documents, dates other than those compared, and what else stands in this row and on this page",
  leftOfCounts: "the lists and the rest of this page",
  leftOfJournal: "the result that this website shows of its own check, and its time",
  leftOfReported: "the list of projects, red flags, charts and the rest of this page",
  leftOfBatch:
    "name and address of the source, licence, when it was fetched, whether it was replaced, and the list of rows that were set aside",
  leftOfReportedProject:
    "agency, place, method, year, dates, state, suppliers, red flags and the rest of this page. They stand in the file that was just checked",
  contract: "Contract {{number}}",
  none: "none",
  noEntry: "The ledger has no such entry.",
  notARegister: "This address does not answer as a register of the ledger does.",
  field: {
    count: "Number of entries",
    root: "Fingerprint kept by the ledger",
    folded: "Fingerprint computed anew",
    approved: "Appropriated",
    ceiling: "Ceiling by law",
    carriedIn: "Carried in",
    adjIn: "Moved in",
    adjOut: "Moved out",
    allotted: "Released",
    committed: "Bound",
    requested: "Requested",
    paid: "Paid",
    returned: "Returned",
    carriedOut: "Carried to next year",
    lapsed: "Lapsed",
    value: "Value",
    originalValue: "First value",
    amendments: "Number of amendments",
    increaseBps: "Above the first value",
    commitmentId: "Commitment of the ledger",
    milestoneId: "Milestone",
    dueAt: "Due",
    fiscalYear: "Fiscal year (B.E.)",
    expenseType: "Type of expense",
    fundSource: "Source of funds",
    closed: "Closed",
    carriedFrom: "Carried forward from line",
    amount: "Amount",
    accepted: "Accepted",
    state: "Status",
    batchId: "Number of the data set",
    fileSha256: "Fingerprint of the file",
    merkleRoot: "Root of the hash tree",
    rowCount: "Rows",
    quarantined: "Rows set aside",
    imported: "Rows imported",
    contracts: "Agreed price of each contract",
    title: "Title",
    budget: "Budget",
    reference: "Reference price",
    agreed: "Agreed price",
    code: "Project code",
    listed: "Register is in the directory",
  },
};
