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

    event FiscalYearPlanned(uint16 indexed year, uint64 ceiling, Document act);
    event FiscalYearCeilingChanged(uint16 indexed year, uint64 previous, uint64 ceiling, Document act);
    event FiscalYearOpened(uint16 indexed year);
    event FiscalYearClosed(uint16 indexed year, uint64 approved);
    event LineCreated(
        uint64 indexed lineId,
        bytes32 indexed code,
        uint16 indexed year,
        uint32 agency,
        bytes32 fundSource,
        ExpenseType expenseType,
        uint64 carriedFrom
    );
    event LineAppropriated(
        uint64 indexed lineId,
        address indexed officer,
        uint64 amount,
        Document act,
        LineCounters counters
    );
    event LineAllotted(uint64 indexed lineId, address indexed officer, uint64 amount, LineCounters counters);
    event LineAllotmentWithdrawn(uint64 indexed lineId, address indexed officer, uint64 amount, LineCounters counters);
    event RevisionRecorded(uint64 indexed revisionId, uint16 indexed year, address indexed officer, Document evidence);
    event RevisionMoved(
        uint64 indexed revisionId,
        uint64 indexed fromLine,
        uint64 indexed toLine,
        uint64 amount,
        LineCounters fromCounters,
        LineCounters toCounters
    );
    event LineCommitted(uint64 indexed lineId, uint64 indexed commitmentId, uint64 amount, LineCounters counters);
    event LineReleased(uint64 indexed lineId, uint64 indexed commitmentId, uint64 amount, LineCounters counters);
    event LineReserved(uint64 indexed lineId, uint64 indexed disbursementId, uint64 amount, LineCounters counters);
    event LineUnreserved(uint64 indexed lineId, uint64 indexed disbursementId, uint64 amount, LineCounters counters);
    event LinePaid(uint64 indexed lineId, uint64 indexed disbursementId, uint64 amount, LineCounters counters);
    event LineRefunded(uint64 indexed lineId, uint64 indexed disbursementId, uint64 amount, LineCounters counters);
    event LineCarriedForward(
        uint64 indexed fromLine,
        uint64 indexed toLine,
        uint64 indexed commitmentId,
        uint64 amount,
        LineCounters fromCounters,
        LineCounters toCounters
    );
    event LineClosed(uint64 indexed lineId, address indexed officer, uint64 lapsed, LineCounters counters);

    error BudgetLinesYearOutOfRange(uint16 year);
    error BudgetLinesYearStateWrong(uint16 year, YearState state, YearState wanted);
    error BudgetLinesYearNotStarted(uint16 year, uint64 start, uint64 blockTime);
    error BudgetLinesYearNotEnded(uint16 year, uint64 end, uint64 blockTime);
    error BudgetLinesYearEnded(uint16 year, uint64 end, uint64 blockTime);
    error BudgetLinesYearHasOpenLines(uint16 year, uint64 openLines);
    error BudgetLinesCeilingBelowApproved(uint16 year, uint64 ceiling, uint64 approved);
    error BudgetLinesCeilingExceeded(uint16 year, uint64 ceiling, uint64 approved, uint64 amount);
    error BudgetLinesUnknown(uint64 lineId);
    error BudgetLinesClosed(uint64 lineId);
    error BudgetLinesAmountZero();
    error BudgetLinesFundSourceMissing();
    error BudgetLinesExpenseTypeMissing();
    /// @notice A carried-forward line serves the commitments whose money it carries, and takes nothing else: no
    /// allotment, no revision, no new commitment.
    error BudgetLinesCarried(uint64 lineId);
    error BudgetLinesAllotmentExceedsBudget(uint64 lineId, uint64 available, uint64 amount);
    error BudgetLinesAllotmentBound(uint64 lineId, uint64 free, uint64 amount);
    error BudgetLinesCommitmentExceedsAllotment(uint64 lineId, uint64 available, uint64 amount);
    error BudgetLinesReleaseExceedsCommitment(uint64 lineId, uint64 unspent, uint64 amount);
    error BudgetLinesRequestExceedsCommitment(uint64 lineId, uint64 available, uint64 amount);
    error BudgetLinesRequestedTooLow(uint64 lineId, uint64 requested, uint64 amount);
    error BudgetLinesReturnExceedsPaid(uint64 lineId, uint64 paid, uint64 amount);
    error BudgetLinesCarryExceedsUnspent(uint64 lineId, uint64 unspent, uint64 amount);
    error BudgetLinesRevisionEmpty();
    error BudgetLinesRevisionSameLine(uint64 lineId);
    error BudgetLinesRevisionCrossesYears(uint64 fromLine, uint64 toLine);
    error BudgetLinesRevisionBelowCommitments(uint64 lineId, uint64 free, uint64 amount);
    error BudgetLinesRequestsPending(uint64 lineId, uint64 requested);
    error BudgetLinesProjectCommitted(bytes32 code, uint64 committed);

    // Budget authority
    function planYear(uint16 year, uint64 ceiling, Document calldata act) external;
    function changeCeiling(uint16 year, uint64 ceiling, Document calldata act) external;
    function openYear(uint16 year) external;
    function closeYear(uint16 year) external;
    function appropriate(
        bytes32 code,
        uint16 year,
        bytes32 fundSource,
        ExpenseType expenseType,
        uint64 amount,
        Document calldata act
    ) external returns (uint64 lineId);

    // Agency's budget officer (a revision that crosses agency or expense type: budget authority)
    function allot(uint64 lineId, uint64 amount) external;
    function withdrawAllotment(uint64 lineId, uint64 amount) external;
    function revise(RevisionMove[] calldata moves, Document calldata evidence) external returns (uint64 revisionId);
    function closeLine(uint64 lineId) external;
    function cancelProject(bytes32 code, Document calldata evidence) external;

    // Only for the other contracts of the budget (AccessManager roles). On a closed line only `release` and `refund`
    // are left; what is refunded there lapses.
    function commit(uint64 lineId, uint64 commitmentId, uint64 amount) external;
    function release(uint64 lineId, uint64 commitmentId, uint64 amount) external;
    function reserve(uint64 lineId, uint64 disbursementId, uint64 amount) external;
    function unreserve(uint64 lineId, uint64 disbursementId, uint64 amount) external;
    function pay(uint64 lineId, uint64 disbursementId, uint64 amount) external;
    function refund(uint64 lineId, uint64 disbursementId, uint64 amount) external;
    function carryForward(uint64 lineId, uint64 commitmentId, uint64 amount) external returns (uint64 toLine);

    function fiscalYear(uint16 year) external view returns (FiscalYear memory);
    function line(uint64 lineId) external view returns (Line memory);
    function lineCount() external view returns (uint64);
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
    function approvedByType(uint16 year, ExpenseType expenseType) external view returns (uint64);
    function approvedByAgency(uint16 year, uint32 agency) external view returns (uint64);
    /// @notice Sum of `committed` over the project's lines, satang.
    function committedOf(bytes32 code) external view returns (uint64);
}
