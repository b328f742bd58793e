// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Document} from "../lib/Document.sol";
import {IJournal} from "../lib/IJournal.sol";

/// @notice What became of a line's money, in satang. After every call:
/// `approved + carriedIn + adjIn − adjOut ≥ allotted ≥ committed + carriedOut` and
/// `committed ≥ requested + paid − returned ≥ 0`.
/// @param approved appropriated by the budget act
/// @param carriedIn brought over from the year before under a carry-forward
/// @param adjIn received by revisions
/// @param adjOut given by revisions
/// @param allotted released to the agency for spending
/// @param committed bound by purchase orders and contracts
/// @param requested reserved by payment requests that are neither paid nor rejected
/// @param paid paid out
/// @param returned paid back after payment
/// @param carriedOut taken over into the next year
/// @param lapsed fallen back at closing
struct LineCounters {
    uint64 approved;
    uint64 carriedIn;
    uint64 adjIn;
    uint64 adjOut;
    uint64 allotted;
    uint64 committed;
    uint64 requested;
    uint64 paid;
    uint64 returned;
    uint64 carriedOut;
    uint64 lapsed;
}

/// @notice The five expense types of the Thai budget (งบบุคลากร, ดำเนินงาน, ลงทุน, เงินอุดหนุน, รายจ่ายอื่น).
enum ExpenseType {
    None,
    Personnel,
    Operations,
    Investment,
    Subsidy,
    Other
}

/// @title Fiscal years and appropriation lines: project × year × fund source × expense type
/// @notice Every other contract of the budget moves money through these counters and nowhere else.
interface IBudgetLines is IJournal {
    /// @notice Planned: money is appropriated. Open: it is spent. Closed: every line has been closed.
    enum YearState {
        None,
        Planned,
        Open,
        Closed
    }

    /// @param ceiling the year's total by law, satang
    /// @param approved sum of all appropriations, satang
    /// @param openLines lines not yet closed
    struct FiscalYear {
        YearState state;
        uint64 ceiling;
        uint64 approved;
        uint64 openLines;
    }

    /// @param carriedFrom line of the year before whose money this one carries on, 0 for an ordinary line
    struct Line {
        bytes32 code;
        uint32 agency;
        uint16 year;
        ExpenseType expenseType;
        bool closed;
        uint64 carriedFrom;
        bytes32 fundSource;
        LineCounters counters;
    }

    /// @notice One step of a revision; being from–to, a revision is zero-sum by construction.
    struct RevisionMove {
        uint64 fromLine;
        uint64 toLine;
        uint64 amount;
    }

    /// @notice A year has a ceiling by law, satang.
    event FiscalYearPlanned(uint16 indexed year, uint64 ceiling, Document act);
    /// @notice A year has another ceiling by law, satang.
    event FiscalYearCeilingChanged(uint16 indexed year, uint64 previous, uint64 ceiling, Document act);
    /// @notice Money of the year can be allotted, committed and spent.
    event FiscalYearOpened(uint16 indexed year);
    /// @notice The year is over and all its lines are closed.
    event FiscalYearClosed(uint16 indexed year, uint64 approved);
    /// @notice A new line, still without money.
    event LineCreated(
        uint64 indexed lineId,
        bytes32 indexed code,
        uint16 indexed year,
        uint32 agency,
        bytes32 fundSource,
        ExpenseType expenseType,
        uint64 carriedFrom
    );
    /// @notice The law gave `amount` to the line.
    event LineAppropriated(
        uint64 indexed lineId,
        address indexed officer,
        uint64 amount,
        Document act,
        LineCounters counters
    );
    /// @notice `amount` was released to the agency for spending.
    event LineAllotted(uint64 indexed lineId, address indexed officer, uint64 amount, LineCounters counters);
    /// @notice `amount` is no longer released for spending.
    event LineAllotmentWithdrawn(uint64 indexed lineId, address indexed officer, uint64 amount, LineCounters counters);
    /// @notice A revision (โอนเปลี่ยนแปลง) was made; its moves follow.
    event RevisionRecorded(uint64 indexed revisionId, uint16 indexed year, address indexed officer, Document evidence);
    /// @notice One move of a revision, with both lines' counters after it.
    event RevisionMoved(
        uint64 indexed revisionId,
        uint64 indexed fromLine,
        uint64 indexed toLine,
        uint64 amount,
        LineCounters fromCounters,
        LineCounters toCounters
    );
    /// @notice `amount` was bound by a commitment.
    event LineCommitted(uint64 indexed lineId, uint64 indexed commitmentId, uint64 amount, LineCounters counters);
    /// @notice `amount` is no longer bound by a commitment.
    event LineReleased(uint64 indexed lineId, uint64 indexed commitmentId, uint64 amount, LineCounters counters);
    /// @notice `amount` was reserved by a payment request.
    event LineReserved(uint64 indexed lineId, uint64 indexed disbursementId, uint64 amount, LineCounters counters);
    /// @notice `amount` is no longer reserved: the request was rejected.
    event LineUnreserved(uint64 indexed lineId, uint64 indexed disbursementId, uint64 amount, LineCounters counters);
    /// @notice `amount` was paid out.
    event LinePaid(uint64 indexed lineId, uint64 indexed disbursementId, uint64 amount, LineCounters counters);
    /// @notice `amount` came back (เบิกเกินส่งคืน).
    event LineRefunded(uint64 indexed lineId, uint64 indexed disbursementId, uint64 amount, LineCounters counters);
    /// @notice `amount` moved into the next year (กันเงินเหลื่อมปี), with both lines' counters after it.
    event LineCarriedForward(
        uint64 indexed fromLine,
        uint64 indexed toLine,
        uint64 indexed commitmentId,
        uint64 amount,
        LineCounters fromCounters,
        LineCounters toCounters
    );
    /// @notice The line is closed; `lapsed` fell back.
    event LineClosed(uint64 indexed lineId, address indexed officer, uint64 lapsed, LineCounters counters);

    /// @notice Not a Buddhist-era year of the ledger (2514 to 2700).
    error BudgetLinesYearOutOfRange(uint16 year);
    /// @notice The call needs the year in another state.
    error BudgetLinesYearStateWrong(uint16 year, YearState state, YearState wanted);
    /// @notice The year begins at `start` (Unix seconds).
    error BudgetLinesYearNotStarted(uint16 year, uint64 start, uint64 blockTime);
    /// @notice The year runs until `end` (Unix seconds).
    error BudgetLinesYearNotEnded(uint16 year, uint64 end, uint64 blockTime);
    /// @notice The year ended at `end` (Unix seconds).
    error BudgetLinesYearEnded(uint16 year, uint64 end, uint64 blockTime);
    /// @notice Lines of the year are still open.
    error BudgetLinesYearHasOpenLines(uint16 year, uint64 openLines);
    /// @notice More is already appropriated than the new ceiling allows.
    error BudgetLinesCeilingBelowApproved(uint16 year, uint64 ceiling, uint64 approved);
    /// @notice The year's appropriations would exceed its ceiling.
    error BudgetLinesCeilingExceeded(uint16 year, uint64 ceiling, uint64 approved, uint64 amount);
    /// @notice No line has this id.
    error BudgetLinesUnknown(uint64 lineId);
    /// @notice The line is closed.
    error BudgetLinesClosed(uint64 lineId);
    /// @notice Nothing would be moved.
    error BudgetLinesAmountZero();
    /// @notice An appropriation without fund source.
    error BudgetLinesFundSourceMissing();
    /// @notice An appropriation without expense type.
    error BudgetLinesExpenseTypeMissing();
    /// @notice A carried-forward line serves the commitments whose money it carries, and takes nothing else: no
    /// allotment, no revision, no new commitment.
    error BudgetLinesCarried(uint64 lineId);
    /// @notice More than the line's budget would be allotted; `available` is left.
    error BudgetLinesAllotmentExceedsBudget(uint64 lineId, uint64 available, uint64 amount);
    /// @notice Only `free` of the allotment is not bound.
    error BudgetLinesAllotmentBound(uint64 lineId, uint64 free, uint64 amount);
    /// @notice More than is allotted would be committed; `available` is left.
    error BudgetLinesCommitmentExceedsAllotment(uint64 lineId, uint64 available, uint64 amount);
    /// @notice Only `unspent` of what is committed is neither requested nor paid.
    error BudgetLinesReleaseExceedsCommitment(uint64 lineId, uint64 unspent, uint64 amount);
    /// @notice More than is committed would be requested; `available` is left.
    error BudgetLinesRequestExceedsCommitment(uint64 lineId, uint64 available, uint64 amount);
    /// @notice Less is requested than would be paid or given up.
    error BudgetLinesRequestedTooLow(uint64 lineId, uint64 requested, uint64 amount);
    /// @notice More would come back than was paid.
    error BudgetLinesReturnExceedsPaid(uint64 lineId, uint64 paid, uint64 amount);
    /// @notice More would be carried forward than is committed and unspent.
    error BudgetLinesCarryExceedsUnspent(uint64 lineId, uint64 unspent, uint64 amount);
    /// @notice A revision without moves.
    error BudgetLinesRevisionEmpty();
    /// @notice A move from a line to itself.
    error BudgetLinesRevisionSameLine(uint64 lineId);
    /// @notice A revision stays inside one fiscal year.
    error BudgetLinesRevisionCrossesYears(uint64 fromLine, uint64 toLine);
    /// @notice The line would fall below its commitments; `free` can be given.
    error BudgetLinesRevisionBelowCommitments(uint64 lineId, uint64 free, uint64 amount);
    /// @notice Payment requests are still open on the line.
    error BudgetLinesRequestsPending(uint64 lineId, uint64 requested);
    /// @notice Money of the project is committed, so it cannot be cancelled.
    error BudgetLinesProjectCommitted(bytes32 code, uint64 committed);

    // Budget authority
    /// @notice Plans a year that is not over, with its ceiling by law (satang).
    function planYear(uint16 year, uint64 ceiling, Document calldata act) external;
    /// @notice Changes the ceiling of a planned or open year, never below what is appropriated.
    function changeCeiling(uint16 year, uint64 ceiling, Document calldata act) external;
    /// @notice Opens a planned year, from its first second.
    function openYear(uint16 year) external;
    /// @notice Closes a year that is over and whose lines are all closed.
    function closeYear(uint16 year) external;
    /// @notice Gives a registered project money by law: on its line of this kind, which is created when there is none.
    function appropriate(
        bytes32 code,
        uint16 year,
        bytes32 fundSource,
        ExpenseType expenseType,
        uint64 amount,
        Document calldata act
    ) external returns (uint64 lineId);

    // Agency's budget officer (a revision that crosses agency or expense type: budget authority)
    /// @notice Releases money of the line's budget for spending, while the year is open.
    function allot(uint64 lineId, uint64 amount) external;
    /// @notice Takes back allotted money that is not bound.
    function withdrawAllotment(uint64 lineId, uint64 amount) external;
    /// @notice Moves money between lines of one year. Inside one agency and expense type: its budget officer.
    function revise(RevisionMove[] calldata moves, Document calldata evidence) external returns (uint64 revisionId);
    /// @notice Closes a line after the year, when no request is open: what was not spent or carried forward lapses.
    function closeLine(uint64 lineId) external;
    /// @notice Cancels a project of which nothing is committed.
    function cancelProject(bytes32 code, Document calldata evidence) external;

    // Only for the other contracts of the budget (AccessManager roles). On a closed line only `release` and `refund`
    // are left; what is refunded there lapses.
    /// @notice Binds allotted money for a commitment, while the year is open.
    function commit(uint64 lineId, uint64 commitmentId, uint64 amount) external;
    /// @notice Unbinds what is neither requested nor paid.
    function release(uint64 lineId, uint64 commitmentId, uint64 amount) external;
    /// @notice Reserves committed money for a payment request, while the year is open.
    function reserve(uint64 lineId, uint64 disbursementId, uint64 amount) external;
    /// @notice Gives up a reservation.
    function unreserve(uint64 lineId, uint64 disbursementId, uint64 amount) external;
    /// @notice Turns a reservation into a payment.
    function pay(uint64 lineId, uint64 disbursementId, uint64 amount) external;
    /// @notice Books money that came back.
    function refund(uint64 lineId, uint64 disbursementId, uint64 amount) external;
    /// @notice Moves committed, unspent money into the next year's line that carries this one on.
    function carryForward(uint64 lineId, uint64 commitmentId, uint64 amount) external returns (uint64 toLine);

    /// @notice The year; state None when nobody planned it.
    function fiscalYear(uint16 year) external view returns (FiscalYear memory);
    /// @notice The line, reverting when there is none.
    function line(uint64 lineId) external view returns (Line memory);
    /// @notice Number of lines; ids run from 1.
    function lineCount() external view returns (uint64);
    /// @notice Number of revisions; ids run from 1.
    function revisionCount() external view returns (uint64);
    /// @notice Reverts unless money of this year can be bound and requested now: Open and not over.
    function requireInYear(uint16 year) external view;
    /// @notice Id of the line, 0 when there is none.
    function lineOf(
        bytes32 code,
        uint16 year,
        bytes32 fundSource,
        ExpenseType expenseType,
        uint64 carriedFrom
    ) external view returns (uint64);
    /// @notice Sum of a year's appropriations of one expense type, satang.
    function approvedByType(uint16 year, ExpenseType expenseType) external view returns (uint64);
    /// @notice Sum of a year's appropriations of one agency, satang.
    function approvedByAgency(uint16 year, uint32 agency) external view returns (uint64);
    /// @notice Sum of `committed` over the project's lines, satang.
    function committedOf(bytes32 code) external view returns (uint64);
}
