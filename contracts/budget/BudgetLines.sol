// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Duty, IAgencyRegistry} from "../access/IAgencyRegistry.sol";
import {Document, Documents} from "../lib/Document.sol";
import {FiscalYears} from "../lib/FiscalYears.sol";
import {Journal} from "../lib/Journal.sol";
import {LineArithmetic} from "../lib/LineArithmetic.sol";
import {ExpenseType, IBudgetLines, LineCounters} from "./IBudgetLines.sol";
import {IBudgetProjects} from "./IBudgetProjects.sol";

/// @title Fiscal years and appropriation lines: project × year × fund source × expense type
contract BudgetLines is IBudgetLines, AccessManaged, Journal {
    using Documents for Document;
    using LineArithmetic for LineCounters;

    IAgencyRegistry private immutable _registry;
    IBudgetProjects private immutable _projects;
    uint64 private _lineCount;
    uint64 private _revisionCount;
    mapping(uint16 year => FiscalYear) private _years;
    mapping(uint64 lineId => Line) private _lines;
    mapping(bytes32 key => uint64 lineId) private _lineOf;
    mapping(uint16 year => mapping(ExpenseType => uint64)) private _approvedByType;
    mapping(uint16 year => mapping(uint32 agency => uint64)) private _approvedByAgency;
    mapping(bytes32 code => uint64) private _committedOf;

    modifier onlyAuthority() {
        _registry.requireDuty(msg.sender, Duty.BUDGET_AUTHORITY);
        _;
    }

    modifier positive(uint64 amount) {
        if (amount == 0) revert BudgetLinesAmountZero();
        _;
    }

    /// @param manager AccessManager that knows the other contracts of the budget
    /// @param registry where officers are enrolled
    /// @param projects where codes are issued
    constructor(address manager, IAgencyRegistry registry, IBudgetProjects projects) AccessManaged(manager) {
        _registry = registry;
        _projects = projects;
    }

    /// @inheritdoc IBudgetLines
    function planYear(uint16 year, uint64 ceiling, Document calldata act) external onlyAuthority {
        if (!FiscalYears.isKnown(year)) revert BudgetLinesYearOutOfRange(year);
        _requireYearState(year, YearState.None);
        _requireNotOver(year);
        act.requireEvidence();
        _years[year] = FiscalYear(YearState.Planned, ceiling, 0, 0);
        emit FiscalYearPlanned(year, ceiling, act);
        _record(abi.encode(FiscalYearPlanned.selector, year, ceiling, act));
    }

    /// @inheritdoc IBudgetLines
    function changeCeiling(uint16 year, uint64 ceiling, Document calldata act) external onlyAuthority {
        FiscalYear storage entry = _requireFundable(year);
        act.requireEvidence();
        if (ceiling < entry.approved) revert BudgetLinesCeilingBelowApproved(year, ceiling, entry.approved);
        uint64 previous = entry.ceiling;
        entry.ceiling = ceiling;
        emit FiscalYearCeilingChanged(year, previous, ceiling, act);
        _record(abi.encode(FiscalYearCeilingChanged.selector, year, previous, ceiling, act));
    }

    /// @inheritdoc IBudgetLines
    function openYear(uint16 year) external onlyAuthority {
        _requireYearState(year, YearState.Planned);
        uint64 start = _start(year);
        if (block.timestamp < start) revert BudgetLinesYearNotStarted(year, start, uint64(block.timestamp));
        _years[year].state = YearState.Open;
        emit FiscalYearOpened(year);
        _record(abi.encode(FiscalYearOpened.selector, year));
    }

    /// @inheritdoc IBudgetLines
    function closeYear(uint16 year) external onlyAuthority {
        _requireYearState(year, YearState.Open);
        _requireOver(year);
        FiscalYear storage entry = _years[year];
        if (entry.openLines != 0) revert BudgetLinesYearHasOpenLines(year, entry.openLines);
        entry.state = YearState.Closed;
        emit FiscalYearClosed(year, entry.approved);
        _record(abi.encode(FiscalYearClosed.selector, year, entry.approved));
    }

    /// @inheritdoc IBudgetLines
    function appropriate(
        bytes32 code,
        uint16 year,
        bytes32 fundSource,
        ExpenseType expenseType,
        uint64 amount,
        Document calldata act
    ) external onlyAuthority positive(amount) returns (uint64 lineId) {
        if (fundSource == bytes32(0)) revert BudgetLinesFundSourceMissing();
        if (expenseType == ExpenseType.None) revert BudgetLinesExpenseTypeMissing();
        act.requireEvidence();
        FiscalYear storage entry = _requireFundable(year);
        if (amount > entry.ceiling - entry.approved) {
            revert BudgetLinesCeilingExceeded(year, entry.ceiling, entry.approved, amount);
        }
        uint32 agency = _projects.requireRegistered(code).agency;

        lineId = _lineOf[_key(code, year, fundSource, expenseType, 0)];
        if (lineId == 0) lineId = _create(code, agency, year, fundSource, expenseType, 0);
        // Not closed: a line is closed only when its year is over.
        Line storage target = _lines[lineId];
        target.counters.appropriate(amount);
        entry.approved += amount;
        _approvedByType[year][expenseType] += amount;
        _approvedByAgency[year][agency] += amount;
        emit LineAppropriated(lineId, msg.sender, amount, act, target.counters);
        _record(abi.encode(LineAppropriated.selector, lineId, msg.sender, amount, act, target.counters));
    }

    /// @inheritdoc IBudgetLines
    function allot(uint64 lineId, uint64 amount) external positive(amount) {
        Line storage target = _budgetOfficersLine(lineId);
        _requireInYear(target.year);
        _projects.requireRegistered(target.code);
        target.counters.allot(lineId, amount);
        emit LineAllotted(lineId, msg.sender, amount, target.counters);
        _recordMove(LineAllotted.selector, lineId, uint160(msg.sender), amount, target.counters);
    }

    /// @inheritdoc IBudgetLines
    function withdrawAllotment(uint64 lineId, uint64 amount) external positive(amount) {
        Line storage target = _budgetOfficersLine(lineId);
        target.counters.withdraw(lineId, amount);
        emit LineAllotmentWithdrawn(lineId, msg.sender, amount, target.counters);
        _recordMove(LineAllotmentWithdrawn.selector, lineId, uint160(msg.sender), amount, target.counters);
    }

    /// @inheritdoc IBudgetLines
    function revise(RevisionMove[] calldata moves, Document calldata evidence) external returns (uint64 revisionId) {
        if (moves.length == 0) revert BudgetLinesRevisionEmpty();
        Line storage first = _lineAt(moves[0].fromLine);
        if (_crosses(moves)) _registry.requireDuty(msg.sender, Duty.BUDGET_AUTHORITY);
        else _registry.requireDutyOf(msg.sender, Duty.BUDGET, first.agency);
        evidence.requireEvidence();
        _requireInYear(first.year);

        revisionId = ++_revisionCount;
        emit RevisionRecorded(revisionId, first.year, msg.sender, evidence);
        _record(abi.encode(RevisionRecorded.selector, revisionId, first.year, msg.sender, evidence));
        for (uint256 i = 0; i < moves.length; ++i) _move(revisionId, moves[i]);
    }

    /// @inheritdoc IBudgetLines
    function closeLine(uint64 lineId) external {
        Line storage target = _lineAt(lineId);
        _registry.requireDutyOf(msg.sender, Duty.BUDGET, target.agency);
        _requireOpen(lineId, target);
        _requireYearState(target.year, YearState.Open);
        _requireOver(target.year);
        target.counters.close(lineId);
        target.closed = true;
        --_years[target.year].openLines;
        emit LineClosed(lineId, msg.sender, target.counters.lapsed, target.counters);
        _recordMove(LineClosed.selector, lineId, uint160(msg.sender), target.counters.lapsed, target.counters);
    }

    /// @inheritdoc IBudgetLines
    function cancelProject(bytes32 code, Document calldata evidence) external {
        _registry.requireDutyOf(msg.sender, Duty.BUDGET, _projects.project(code).agency);
        if (_committedOf[code] != 0) revert BudgetLinesProjectCommitted(code, _committedOf[code]);
        _projects.cancelProject(code, msg.sender, evidence);
    }

    /// @inheritdoc IBudgetLines
    function commit(uint64 lineId, uint64 commitmentId, uint64 amount) external restricted positive(amount) {
        Line storage target = _ordinaryLineAt(lineId);
        _requireInYear(target.year);
        target.counters.commit(lineId, amount);
        _committedOf[target.code] += amount;
        emit LineCommitted(lineId, commitmentId, amount, target.counters);
        _recordMove(LineCommitted.selector, lineId, commitmentId, amount, target.counters);
    }

    /// @inheritdoc IBudgetLines
    function release(uint64 lineId, uint64 commitmentId, uint64 amount) external restricted positive(amount) {
        Line storage target = _lineAt(lineId);
        target.counters.release(lineId, amount);
        _committedOf[target.code] -= amount;
        emit LineReleased(lineId, commitmentId, amount, target.counters);
        _recordMove(LineReleased.selector, lineId, commitmentId, amount, target.counters);
    }

    /// @inheritdoc IBudgetLines
    function reserve(uint64 lineId, uint64 disbursementId, uint64 amount) external restricted positive(amount) {
        Line storage target = _openLineAt(lineId);
        _requireInYear(target.year);
        target.counters.reserve(lineId, amount);
        emit LineReserved(lineId, disbursementId, amount, target.counters);
        _recordMove(LineReserved.selector, lineId, disbursementId, amount, target.counters);
    }

    /// @inheritdoc IBudgetLines
    function unreserve(uint64 lineId, uint64 disbursementId, uint64 amount) external restricted positive(amount) {
        Line storage target = _openLineAt(lineId);
        target.counters.unreserve(lineId, amount);
        emit LineUnreserved(lineId, disbursementId, amount, target.counters);
        _recordMove(LineUnreserved.selector, lineId, disbursementId, amount, target.counters);
    }

    /// @inheritdoc IBudgetLines
    function pay(uint64 lineId, uint64 disbursementId, uint64 amount) external restricted positive(amount) {
        Line storage target = _openLineAt(lineId);
        target.counters.pay(lineId, amount);
        emit LinePaid(lineId, disbursementId, amount, target.counters);
        _recordMove(LinePaid.selector, lineId, disbursementId, amount, target.counters);
    }

    /// @inheritdoc IBudgetLines
    function refund(uint64 lineId, uint64 disbursementId, uint64 amount) external restricted positive(amount) {
        Line storage target = _lineAt(lineId);
        target.counters.refund(lineId, amount, target.closed);
        emit LineRefunded(lineId, disbursementId, amount, target.counters);
        _recordMove(LineRefunded.selector, lineId, disbursementId, amount, target.counters);
    }

    /// @inheritdoc IBudgetLines
    function carryForward(
        uint64 lineId,
        uint64 commitmentId,
        uint64 amount
    ) external restricted positive(amount) returns (uint64 toLine) {
        Line storage from = _ordinaryLineAt(lineId);
        uint16 next = from.year + 1;
        _requireFundable(next);
        toLine = _lineOf[_key(from.code, next, from.fundSource, from.expenseType, lineId)];
        if (toLine == 0) toLine = _create(from.code, from.agency, next, from.fundSource, from.expenseType, lineId);
        Line storage to = _lines[toLine];
        from.counters.carryOut(lineId, amount);
        to.counters.carryIn(amount);
        emit LineCarriedForward(lineId, toLine, commitmentId, amount, from.counters, to.counters);
        _record(
            abi.encode(LineCarriedForward.selector, lineId, toLine, commitmentId, amount, from.counters, to.counters)
        );
    }

    /// @inheritdoc IBudgetLines
    function fiscalYear(uint16 year) external view returns (FiscalYear memory) {
        return _years[year];
    }

    /// @inheritdoc IBudgetLines
    function line(uint64 lineId) external view returns (Line memory) {
        return _lineAt(lineId);
    }

    /// @inheritdoc IBudgetLines
    function lineCount() external view returns (uint64) {
        return _lineCount;
    }

    /// @inheritdoc IBudgetLines
    function revisionCount() external view returns (uint64) {
        return _revisionCount;
    }

    /// @inheritdoc IBudgetLines
    function requireInYear(uint16 year) external view {
        _requireInYear(year);
    }

    /// @inheritdoc IBudgetLines
    function lineOf(
        bytes32 code,
        uint16 year,
        bytes32 fundSource,
        ExpenseType expenseType,
        uint64 carriedFrom
    ) external view returns (uint64) {
        return _lineOf[_key(code, year, fundSource, expenseType, carriedFrom)];
    }

    /// @inheritdoc IBudgetLines
    function approvedByType(uint16 year, ExpenseType expenseType) external view returns (uint64) {
        return _approvedByType[year][expenseType];
    }

    /// @inheritdoc IBudgetLines
    function approvedByAgency(uint16 year, uint32 agency) external view returns (uint64) {
        return _approvedByAgency[year][agency];
    }

    /// @inheritdoc IBudgetLines
    function committedOf(bytes32 code) external view returns (uint64) {
        return _committedOf[code];
    }

    function _create(
        bytes32 code,
        uint32 agency,
        uint16 year,
        bytes32 fundSource,
        ExpenseType expenseType,
        uint64 carriedFrom
    ) private returns (uint64 lineId) {
        lineId = ++_lineCount;
        Line storage target = _lines[lineId];
        target.code = code;
        target.agency = agency;
        target.year = year;
        target.expenseType = expenseType;
        target.carriedFrom = carriedFrom;
        target.fundSource = fundSource;
        _lineOf[_key(code, year, fundSource, expenseType, carriedFrom)] = lineId;
        ++_years[year].openLines;
        emit LineCreated(lineId, code, year, agency, fundSource, expenseType, carriedFrom);
        _record(abi.encode(LineCreated.selector, lineId, code, year, agency, fundSource, expenseType, carriedFrom));
    }

    function _move(uint64 revisionId, RevisionMove calldata move) private positive(move.amount) {
        if (move.fromLine == move.toLine) revert BudgetLinesRevisionSameLine(move.fromLine);
        Line storage from = _ordinaryLineAt(move.fromLine);
        Line storage to = _ordinaryLineAt(move.toLine);
        _projects.requireRegistered(to.code);
        from.counters.give(move.fromLine, move.amount);
        to.counters.take(move.amount);
        emit RevisionMoved(revisionId, move.fromLine, move.toLine, move.amount, from.counters, to.counters);
        _record(
            abi.encode(
                RevisionMoved.selector,
                revisionId,
                move.fromLine,
                move.toLine,
                move.amount,
                from.counters,
                to.counters
            )
        );
    }

    /// @dev All events that move one line have this shape.
    function _recordMove(
        bytes32 selector,
        uint64 lineId,
        uint160 cause,
        uint64 amount,
        LineCounters storage counters
    ) private {
        _record(abi.encode(selector, lineId, cause, amount, counters));
    }

    /// @dev Whether a revision needs the higher duty. Reverts unless all its lines are of one year.
    function _crosses(RevisionMove[] calldata moves) private view returns (bool crossing) {
        Line storage first = _lineAt(moves[0].fromLine);
        for (uint256 i = 0; i < moves.length; ++i) {
            Line storage from = _lineAt(moves[i].fromLine);
            Line storage to = _lineAt(moves[i].toLine);
            if (from.year != first.year || to.year != first.year) {
                revert BudgetLinesRevisionCrossesYears(moves[i].fromLine, moves[i].toLine);
            }
            if (from.agency != first.agency || to.agency != first.agency || from.expenseType != to.expenseType) {
                crossing = true;
            }
        }
    }

    function _lineAt(uint64 lineId) private view returns (Line storage) {
        if (lineId == 0 || lineId > _lineCount) revert BudgetLinesUnknown(lineId);
        return _lines[lineId];
    }

    function _openLineAt(uint64 lineId) private view returns (Line storage target) {
        target = _lineAt(lineId);
        _requireOpen(lineId, target);
    }

    /// @dev A line whose money may be distributed: not closed, and not bound by a carry-forward.
    function _ordinaryLineAt(uint64 lineId) private view returns (Line storage target) {
        target = _openLineAt(lineId);
        if (target.carriedFrom != 0) revert BudgetLinesCarried(lineId);
    }

    function _budgetOfficersLine(uint64 lineId) private view returns (Line storage target) {
        _registry.requireDutyOf(msg.sender, Duty.BUDGET, _lineAt(lineId).agency);
        target = _ordinaryLineAt(lineId);
    }

    function _requireOpen(uint64 lineId, Line storage target) private view {
        if (target.closed) revert BudgetLinesClosed(lineId);
    }

    function _requireYearState(uint16 year, YearState wanted) private view {
        YearState state = _years[year].state;
        if (state != wanted) revert BudgetLinesYearStateWrong(year, state, wanted);
    }

    /// @dev A year that may still be given money: Planned or Open, and not over.
    function _requireFundable(uint16 year) private view returns (FiscalYear storage entry) {
        entry = _years[year];
        if (entry.state != YearState.Open) _requireYearState(year, YearState.Planned);
        _requireNotOver(year);
    }

    function _requireInYear(uint16 year) private view {
        _requireYearState(year, YearState.Open);
        _requireNotOver(year);
    }

    function _requireNotOver(uint16 year) private view {
        if (block.timestamp > _end(year)) revert BudgetLinesYearEnded(year, _end(year), uint64(block.timestamp));
    }

    function _requireOver(uint16 year) private view {
        if (block.timestamp <= _end(year)) revert BudgetLinesYearNotEnded(year, _end(year), uint64(block.timestamp));
    }

    /// @dev Positive for every known year.
    function _start(uint16 year) private pure returns (uint64) {
        return uint64(uint256(FiscalYears.start(year)));
    }

    function _end(uint16 year) private pure returns (uint64) {
        return uint64(uint256(FiscalYears.end(year)));
    }

    function _key(
        bytes32 code,
        uint16 year,
        bytes32 fundSource,
        ExpenseType expenseType,
        uint64 carriedFrom
    ) private pure returns (bytes32) {
        return keccak256(abi.encode(code, year, fundSource, expenseType, carriedFrom));
    }
}
