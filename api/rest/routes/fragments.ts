/** An entry of a log, in a list and on its own. */
const ENTRY = `serviceName index type agencyCode submitter clientSeq happenedAt subject actorRole actorPseudonym data schema
  leaf supersedesIndex supersededBy { index } payload { commit ref erasedBy { index } } references { service index cid }`;

/** What REST says of each thing, as GraphQL fragments. */
const texts = {
  Text: "fragment Text on LocalizedText { th en }",
  Where: "fragment Where on Provenance { contract contractName event block txHash logIndex timestamp }",
  Paper: "fragment Paper on Document { cid sha256 date path }",
  Counters:
    "fragment Counters on LineCounters { approved carriedIn adjIn adjOut current allotted committed requested paid returned netPaid carriedOut lapsed }",
  Argument: "fragment Argument on Argument { name type value }",
  AgencyName: "fragment AgencyName on Agency { code nameTh nameEn }",
  Agency: "fragment Agency on Agency { code nameTh nameEn province active provenance { ...Where } }",
  Officer:
    "fragment Officer on Officer { account agency { ...AgencyName } duties validFrom validUntil revoked personTag provenance { ...Where } }",
  Deployment:
    "fragment Deployment on Deployment { name version target codeHash retired provenance { ...Where } }",
  Year: "fragment Year on FiscalYear { year state ceiling approved totals { ...Counters } act { ...Paper } provenance { ...Where } }",
  Project: `fragment Project on Project { code agency { ...AgencyName } fiscalYear state stateSince title { ...Text }
    description { ...Text } province place references { scheme value } openCommitments totals { ...Counters }
    brief { ...Paper } briefState draftedAt provenance { ...Where } }`,
  Evidence: "fragment Evidence on Evidence { field event document { ...Paper } provenance { ...Where } }",
  Line: `fragment Line on Line { lineId projectCode agency { ...AgencyName } fiscalYear fundSource expenseType closed
    carriedFrom { lineId } counters { ...Counters } provenance { ...Where } }`,
  Commitment: `fragment Commitment on Commitment { commitmentId projectCode agency { ...AgencyName } kind state madeInYear
    contractNumber supplier value originalValue increaseBps amendmentCount advanceCap requested paid returned
    obligation { obligationId } allocations { line { lineId } amount }
    amendments { ordinal previousValue value increaseBps officer evidence { ...Paper } provenance { ...Where } }
    award { ...Paper } recordedAt provenance { ...Where } }`,
  Milestone: `fragment Milestone on Milestone { milestoneId projectCode commitment { commitmentId } state overdue amount
    accepted dueAt submittedAt acceptedAt evidence { ...Paper } provenance { ...Where } }`,
  Disbursement: `fragment Disbursement on Disbursement { disbursementId projectCode commitment { commitmentId }
    line { lineId } milestone { milestoneId } state amount returned requestedAt approvedFirstAt approvedSecondAt paidAt
    rejectedAt requester approver1 approver2 payer evidence { ...Paper }
    returns { amount officer evidence { ...Paper } provenance { ...Where } } provenance { ...Where } }`,
  Revision: `fragment Revision on Revision { revisionId fiscalYear officer
    moves { amount fromLine { lineId projectCode } toLine { lineId projectCode } }
    evidence { ...Paper } provenance { ...Where } }`,
  Obligation: `fragment Obligation on Obligation { obligationId projectCode total schedule { fiscalYear amount }
    act { ...Paper } provenance { ...Where } }`,
  CarryForward: `fragment CarryForward on CarryForward { projectCode commitment { commitmentId } fromLine { lineId }
    toLine { lineId } amount officer evidence { ...Paper } provenance { ...Where } }`,
  Flag: `fragment Flag on Flag { flagId projectCode agency { ...AgencyName } rule state unanswered overdue signer raisedAt
    replyDueAt repliedAt decidedAt statement { ...Paper } reply { ...Paper } reason { ...Paper }
    provenance { ...Where } }`,
  Batch: `fragment Batch on ImportBatch { batchId format sourceName sourceUrl sourceUrlHash sourceSha256 fileSha256 fileCid
    sourceCid rowCount imported quarantined merkleRoot retrievedAt licence parserVersion supersededBy anchoredAt reading
    readingError projects contracts provenance { ...Where } }`,
  Quarantined: "fragment Quarantined on QuarantinedRow { line reason text { ...Text } column value leaf }",
  Reported: `fragment Reported on ReportedProject { reportedId scheme number title type agencyName agencyCode subAgency
    method methodGroup announcedOn transactionOn budget reference agreed fiscalYear province district subdistrict status
    contractCount contracts { number agreed signedOn endsOn status suppliers { name taxId } suppliersWithheld }
    extra { name value } notes { code text { ...Text } inputs { name value } }
    batch { batchId } line leaf }`,
  Rule: `fragment Rule on RedFlagRule { id version title { ...Text } text { ...Text } appliesTo
    parameters { name value unit } count }`,
  RedFlag: `fragment RedFlag on RedFlag { id rule { id title { ...Text } } version subjectKind subjectKey
    inputs { name label { ...Text } value unit } project { code title { ...Text } } reportedProject { reportedId scheme number title }
    flags { flagId state unanswered } }`,
  Journal:
    "fragment Journal on Journal { contract address count root block onChainCount onChainRoot matches verifiedAt }",
  Event: `fragment Event on LedgerEvent { cursor name contractName text { ...Text } args { ...Argument } signer projectCode
    provenance { ...Where } }`,
  Block: "fragment Block on Block { number hash parentHash timestamp transactionHashes events { ...Event } }",
  Refusal: `fragment Refusal on Refusal { txHash block timestamp from contract contractName function args { ...Argument }
    reason { code args { ...Argument } th { what why mend } en { what why mend } } }`,
  Transaction: `fragment Transaction on Transaction { hash block index timestamp from to contractName function
    args { ...Argument } input succeeded refusal { ...Refusal } events { ...Event } }`,
  Group: `fragment Group on BudgetTotalsGroup { key label { ...Text } reported { count contracts budget reference agreed }
    native { projects lines appropriated allotted committed paid returned counters { ...Counters } } }`,
  Service: `fragment Service on Service { name serviceId agency { ...AgencyName } titleTh titleEn heartbeatInterval maxMergeDelay
    registeredAt closedAt retired size root anchoredAt seenAt heartbeatDueAt heartbeatOverdue anchorCount brokenPromiseCount
    provenance { ...Where } }`,
  ServiceKeeping: `fragment ServiceKeeping on Service {
    logClosed { code foundAt }
    keys { keyId use algorithm submitter publicKey validFrom validUntil endedAt }
    gateways { account validFrom validUntil endedAt } actionTypes { name version title { ...Text } schema inUse }
    cosignatures { agency { ...AgencyName } officer size root timestamp }
    brokenPromises { statementHash gateway breach index timestamp }
    unread { firstIndex size reading readingError } }`,
  Anchor: `fragment Anchor on LogAnchor { service { name } size firstIndex root bundle bundleCid checkpoint reading readingError
    provenance { ...Where } }`,
  Action: `fragment Action on Action { ${ENTRY} reading { title { ...Text } sentence { ...Text } } provenance { ...Where } }`,
  ActionInFull: `fragment ActionInFull on Action { ${ENTRY} record agency { ...AgencyName } reading { title { ...Text }
    sentence { ...Text } details { name label { ...Text } value { ...Text } inSentence } }
    anchor { size firstIndex root bundle bundleCid checkpoint } provenance { ...Where } }`,
  Promise: `fragment Promise on LogPromise { statementHash gateway state onChain firstIndex count issuedAt deadline anchoredAt
    breach brokenIndex provenance { ...Where } }`,
  Witness: `fragment Witness on Witness { service { name } agency { ...AgencyName } officer size root timestamp }`,
  Meta: "fragment Meta on Meta { block blockHash blockTimestamp head lag chainId deployment demonstration halted }",
} as const;

/** The operation with every fragment that it names, directly or through others. */
export function withFragments(operation: string): string {
  const needed = new Set<string>();
  const add = (text: string) => {
    for (const [, name] of text.matchAll(/\.\.\.(\w+)/g)) {
      if (needed.has(name!)) continue;
      needed.add(name!);
      add(texts[name as keyof typeof texts]);
    }
  };
  add(operation);
  return [operation, ...[...needed].map((name) => texts[name as keyof typeof texts])].join("\n");
}
