// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Duty, IAgencyRegistry} from "../access/IAgencyRegistry.sol";
import {Document, Documents} from "../lib/Document.sol";
import {Suppliers} from "../lib/Suppliers.sol";
import {Allocations} from "./commitments/Allocations.sol";
import {Milestones} from "./commitments/Milestones.sol";
import {Parties} from "./commitments/Parties.sol";
import {IBudgetCommitments} from "./IBudgetCommitments.sol";
import {IBudgetLines} from "./IBudgetLines.sol";
import {IBudgetProjects} from "./IBudgetProjects.sol";

/// @title Purchase orders and contracts over appropriation lines, with their amendments and milestones
contract BudgetCommitments is AccessManaged, Allocations, Milestones {
    using Documents for Document;
    using SafeCast for uint256;

    /// @dev First arguments of `CommitmentRecorded`: a static struct is encoded as its members are, and one argument
    /// leaves room on the stack where thirteen do not.
    struct Recorded {
        uint64 commitmentId;
        bytes32 code;
        address officer;
        uint32 agency;
        CommitmentKind kind;
        uint16 madeInYear;
        bytes32 contractNumber;
        bytes32 supplier;
    }

    /// @param manager AccessManager that knows `BudgetDisbursements`
    /// @param registry where officers are enrolled
    /// @param projects where codes are issued
    /// @param lines where money is bound
    constructor(
        address manager,
        IAgencyRegistry registry,
        IBudgetProjects projects,
        IBudgetLines lines
    ) AccessManaged(manager) Parties(registry, projects, lines) {}

    /// @inheritdoc IBudgetCommitments
    function recordCommitment(CommitmentInput calldata input) external returns (uint64 commitmentId) {
        uint32 agency = _projects.project(input.code).agency;
        bytes32 recorder = _registry.requireDutyOf(msg.sender, Duty.RECORDER, agency).personTag;
        _requireSound(input);
        _projects.openCommitment(input.code);

        Commitment storage entry;
        (commitmentId, entry) = _newCommitment();
        entry.code = input.code;
        entry.agency = agency;
        entry.kind = input.kind;
        entry.state = CommitmentState.Pending;
        entry.madeInYear = _lines.line(input.allocations[0].lineId).year;
        entry.value = input.value;
        entry.originalValue = input.value;
        entry.advanceCap = input.advanceCap;
        entry.obligationId = input.obligationId;
        entry.recorder = recorder;
        _pledge(input.obligationId, 0, input.value);
        _emitRecorded(commitmentId, entry, input);
        _bindAll(commitmentId, entry, input.allocations);
        for (uint256 i = 0; i < input.milestones.length; ++i) {
            _schedule(commitmentId, input.milestones[i].amount, input.milestones[i].dueAt);
        }
    }

    /// @inheritdoc IBudgetCommitments
    function activateCommitment(uint64 commitmentId) external {
        Commitment storage entry = _approversCommitment(commitmentId);
        _requireState(commitmentId, entry, CommitmentState.Pending);
        _requireProjectActive(entry);
        _lines.requireInYear(entry.madeInYear);
        _requireScheduled(commitmentId, entry.value);
        _moveTo(commitmentId, entry, CommitmentState.Active, Document("", bytes32(0), 0));
    }

    /// @inheritdoc IBudgetCommitments
    function amendCommitment(
        uint64 commitmentId,
        uint64 value,
        AllocationChange[] calldata allocations,
        MilestoneChange[] calldata milestones,
        Document calldata evidence
    ) external {
        Commitment storage entry = _approversCommitment(commitmentId);
        _requireState(commitmentId, entry, CommitmentState.Active);
        _requireProjectActive(entry);
        evidence.requireEvidence();
        if (value == 0) revert BudgetCommitmentsValueZero();
        uint64 spent = entry.requested + entry.paid - entry.returned;
        if (value < spent) revert BudgetCommitmentsAmendmentBelowSpent(commitmentId, spent, value);

        uint64 previous = entry.value;
        entry.value = value;
        _pledge(entry.obligationId, previous, value);
        _emitAmended(commitmentId, entry, previous, evidence);
        _rebindAll(commitmentId, entry, allocations);
        _changeMilestones(commitmentId, milestones);
        _requireScheduled(commitmentId, value);
    }

    /// @inheritdoc IBudgetCommitments
    function fundCommitment(uint64 commitmentId, uint64 lineId, uint64 amount) external {
        Commitment storage entry = _commitmentAt(commitmentId);
        _registry.requireDutyOf(msg.sender, Duty.BUDGET, entry.agency);
        _requireState(commitmentId, entry, CommitmentState.Active);
        _requireProjectActive(entry);
        if (entry.obligationId == 0) revert BudgetCommitmentsObligationUnknown(0);
        _bind(commitmentId, entry, lineId, amount);
        _requireAllocated(entry);
    }

    /// @inheritdoc IBudgetCommitments
    function completeCommitment(uint64 commitmentId, Document calldata evidence) external {
        Commitment storage entry = _approversCommitment(commitmentId);
        _requireState(commitmentId, entry, CommitmentState.Active);
        _requireAllAccepted(commitmentId);
        _end(commitmentId, entry, CommitmentState.Complete, evidence);
    }

    /// @inheritdoc IBudgetCommitments
    function terminateCommitment(uint64 commitmentId, Document calldata evidence) external {
        Commitment storage entry = _approversCommitment(commitmentId);
        _requireState(commitmentId, entry, CommitmentState.Active);
        _end(commitmentId, entry, CommitmentState.Terminated, evidence);
    }

    /// @inheritdoc IBudgetCommitments
    function cancelCommitment(uint64 commitmentId, Document calldata evidence) external {
        Commitment storage entry = _approversCommitment(commitmentId);
        if (entry.state != CommitmentState.Pending) _requireState(commitmentId, entry, CommitmentState.Active);
        if (entry.paid != 0) revert BudgetCommitmentsSpent(commitmentId, entry.paid);
        _end(commitmentId, entry, CommitmentState.Cancelled, evidence);
    }

    /// @inheritdoc IBudgetCommitments
    function carryForward(
        uint64 commitmentId,
        uint64 lineId,
        uint64 amount,
        Document calldata evidence
    ) external returns (uint64 toLine) {
        _registry.requireDuty(msg.sender, Duty.BUDGET_AUTHORITY);
        Commitment storage entry = _commitmentAt(commitmentId);
        _requireState(commitmentId, entry, CommitmentState.Active);
        evidence.requireEvidence();
        uint16 year = _lines.line(lineId).year;
        if (entry.madeInYear != year) revert BudgetCommitmentsNotMadeInYear(commitmentId, entry.madeInYear, year);
        toLine = _carry(commitmentId, lineId, amount);
        emit CommitmentCarriedForward(commitmentId, lineId, toLine, msg.sender, amount, evidence);
        _record(
            abi.encode(CommitmentCarriedForward.selector, commitmentId, lineId, toLine, msg.sender, amount, evidence)
        );
    }

    /// @inheritdoc IBudgetCommitments
    function draw(uint64 commitmentId, uint64 lineId, uint64 milestoneId, uint64 amount) external restricted {
        Commitment storage entry = _commitmentAt(commitmentId);
        _requireState(commitmentId, entry, CommitmentState.Active);
        _requireProjectActive(entry);
        _requestFrom(commitmentId, lineId, amount);
        entry.requested += amount;
        if (milestoneId != 0) {
            _draw(commitmentId, milestoneId, amount);
        } else {
            uint64 available = entry.advanceCap - entry.advancePaid;
            if (amount > available) revert BudgetCommitmentsAdvanceExceedsCap(commitmentId, available, amount);
            entry.advancePaid += amount;
        }
    }

    /// @inheritdoc IBudgetCommitments
    function undraw(uint64 commitmentId, uint64 lineId, uint64 milestoneId, uint64 amount) external restricted {
        Commitment storage entry = _commitmentAt(commitmentId);
        _withdrawRequest(commitmentId, lineId, amount);
        entry.requested -= amount;
        _putBack(entry, milestoneId, amount);
    }

    /// @inheritdoc IBudgetCommitments
    function settle(uint64 commitmentId, uint64 lineId, uint64 amount) external restricted {
        Commitment storage entry = _commitmentAt(commitmentId);
        _requireProjectActive(entry);
        _payFrom(commitmentId, lineId, amount);
        entry.requested -= amount;
        entry.paid += amount;
    }

    /// @inheritdoc IBudgetCommitments
    function giveBack(uint64 commitmentId, uint64 lineId, uint64 milestoneId, uint64 amount) external restricted {
        Commitment storage entry = _commitmentAt(commitmentId);
        _returnTo(commitmentId, lineId, amount);
        entry.returned += amount;
        _putBack(entry, milestoneId, amount);
        // Nothing will be paid from an ended commitment again, so its line gets the money back at once.
        if (entry.state != CommitmentState.Active) {
            uint64 cost = entry.allocated;
            _unbind(commitmentId, entry, lineId, amount);
            _pledge(entry.obligationId, cost, entry.allocated);
        }
    }

    function _end(
        uint64 commitmentId,
        Commitment storage entry,
        CommitmentState to,
        Document calldata evidence
    ) private {
        if (entry.requested != 0) revert BudgetCommitmentsRequestsPending(commitmentId, entry.requested);
        evidence.requireEvidence();
        _moveTo(commitmentId, entry, to, evidence);
        _unbindUnspent(commitmentId, entry);
        _projects.closeCommitment(entry.code);
    }

    function _putBack(Commitment storage entry, uint64 milestoneId, uint64 amount) private {
        if (milestoneId != 0) _undraw(milestoneId, amount);
        else entry.advancePaid -= amount;
    }

    function _moveTo(
        uint64 commitmentId,
        Commitment storage entry,
        CommitmentState to,
        Document memory evidence
    ) private {
        CommitmentState from = entry.state;
        entry.state = to;
        emit CommitmentStateChanged(commitmentId, from, to, msg.sender, evidence);
        _record(abi.encode(CommitmentStateChanged.selector, commitmentId, from, to, msg.sender, evidence));
    }

    function _requireSound(CommitmentInput calldata input) private view {
        if (input.value == 0) revert BudgetCommitmentsValueZero();
        if (!Suppliers.isAllowed(input.supplier)) revert BudgetCommitmentsSupplierMalformed(input.supplier);
        if (input.advanceCap > input.value) {
            revert BudgetCommitmentsAdvanceCapExceedsValue(input.advanceCap, input.value);
        }
        if (input.allocations.length == 0) revert BudgetCommitmentsAllocationsMismatch(0, input.value);
        if (input.obligationId != 0) _requireObligationOf(input.obligationId, input.code);
        input.award.requireEvidence();
    }

    function _emitRecorded(uint64 commitmentId, Commitment storage entry, CommitmentInput calldata input) private {
        emit CommitmentRecorded(
            commitmentId,
            input.code,
            msg.sender,
            entry.agency,
            input.kind,
            entry.madeInYear,
            input.contractNumber,
            input.supplier,
            input.value,
            input.advanceCap,
            input.obligationId,
            input.award
        );
        Recorded memory head = Recorded(
            commitmentId,
            input.code,
            msg.sender,
            entry.agency,
            input.kind,
            entry.madeInYear,
            input.contractNumber,
            input.supplier
        );
        _record(
            abi.encode(
                CommitmentRecorded.selector,
                head,
                input.value,
                input.advanceCap,
                input.obligationId,
                input.award
            )
        );
    }

    function _emitAmended(
        uint64 commitmentId,
        Commitment storage entry,
        uint64 previous,
        Document calldata evidence
    ) private {
        uint64 original = entry.originalValue;
        uint64 value = entry.value;
        uint64 increase = value > original ? ((uint256(value - original) * 10_000) / original).toUint64() : 0;
        emit CommitmentAmended(commitmentId, msg.sender, previous, value, original, increase, evidence);
        _record(
            abi.encode(
                CommitmentAmended.selector,
                commitmentId,
                msg.sender,
                previous,
                value,
                original,
                increase,
                evidence
            )
        );
    }
}
