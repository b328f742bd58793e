// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Duty} from "../../access/IAgencyRegistry.sol";
import {Document, Documents} from "../../lib/Document.sol";
import {IBudgetCommitments} from "../IBudgetCommitments.sol";
import {Parties} from "./Parties.sol";

/// @title Deliveries (งวดงาน): scheduled, submitted, accepted in full or in part, or rejected
abstract contract Milestones is Parties {
    using Documents for Document;

    uint64 private _milestoneCount;
    mapping(uint64 milestoneId => Milestone) private _milestones;
    mapping(uint64 milestoneId => mapping(bytes32 personTag => bool)) private _acceptors;
    mapping(uint64 commitmentId => uint64[]) private _milestonesOf;

    /// @inheritdoc IBudgetCommitments
    function submitMilestone(uint64 milestoneId, Document calldata evidence) external {
        (Milestone storage entry, Commitment storage parent) = _milestoneAt(milestoneId);
        bytes32 personTag = _registry.requireDutyOf(msg.sender, Duty.RECORDER, parent.agency).personTag;
        _requireState(entry.commitmentId, parent, CommitmentState.Active);
        if (entry.state != MilestoneState.Partial && entry.state != MilestoneState.Rejected) {
            _requireMilestoneState(milestoneId, entry, MilestoneState.Scheduled);
        }
        evidence.requireEvidence();
        entry.state = MilestoneState.Submitted;
        entry.submitter = personTag;
        emit MilestoneSubmitted(milestoneId, msg.sender, evidence);
        _record(abi.encode(MilestoneSubmitted.selector, milestoneId, msg.sender, evidence));
    }

    /// @inheritdoc IBudgetCommitments
    function acceptMilestone(uint64 milestoneId, uint64 amount, Document calldata evidence) external {
        (Milestone storage entry, bytes32 personTag) = _acceptorsMilestone(milestoneId);
        evidence.requireEvidence();
        uint64 open = entry.amount - entry.accepted;
        if (amount == 0 || amount > open) revert BudgetCommitmentsAcceptanceOutOfRange(milestoneId, open, amount);
        entry.accepted += amount;
        entry.state = amount == open ? MilestoneState.Accepted : MilestoneState.Partial;
        entry.acceptor = personTag;
        _acceptors[milestoneId][personTag] = true;
        emit MilestoneAccepted(milestoneId, msg.sender, entry.state, entry.accepted, evidence);
        _record(abi.encode(MilestoneAccepted.selector, milestoneId, msg.sender, entry.state, entry.accepted, evidence));
    }

    /// @inheritdoc IBudgetCommitments
    function rejectMilestone(uint64 milestoneId, Document calldata evidence) external {
        (Milestone storage entry, ) = _acceptorsMilestone(milestoneId);
        evidence.requireEvidence();
        entry.state = MilestoneState.Rejected;
        emit MilestoneRejected(milestoneId, msg.sender, evidence);
        _record(abi.encode(MilestoneRejected.selector, milestoneId, msg.sender, evidence));
    }

    /// @inheritdoc IBudgetCommitments
    function milestone(uint64 milestoneId) external view returns (Milestone memory) {
        (Milestone storage entry, ) = _milestoneAt(milestoneId);
        return entry;
    }

    /// @inheritdoc IBudgetCommitments
    function milestoneCount() external view returns (uint64) {
        return _milestoneCount;
    }

    /// @inheritdoc IBudgetCommitments
    function milestonesOf(uint64 commitmentId) external view returns (uint64[] memory) {
        return _milestonesOf[commitmentId];
    }

    /// @inheritdoc IBudgetCommitments
    function isAcceptor(uint64 milestoneId, bytes32 personTag) external view returns (bool) {
        return _acceptors[milestoneId][personTag];
    }

    function _schedule(uint64 commitmentId, uint64 amount, uint64 dueAt) internal {
        if (amount == 0) revert BudgetCommitmentsMilestoneAmountZero();
        uint64 milestoneId = ++_milestoneCount;
        Milestone storage entry = _milestones[milestoneId];
        entry.commitmentId = commitmentId;
        entry.state = MilestoneState.Scheduled;
        entry.amount = amount;
        entry.dueAt = dueAt;
        _milestonesOf[commitmentId].push(milestoneId);
        emit MilestoneScheduled(milestoneId, commitmentId, amount, dueAt);
        _record(abi.encode(MilestoneScheduled.selector, milestoneId, commitmentId, amount, dueAt));
    }

    function _changeMilestones(uint64 commitmentId, MilestoneChange[] calldata changes) internal {
        for (uint256 i = 0; i < changes.length; ++i) {
            MilestoneChange calldata change = changes[i];
            if (change.milestoneId == 0) _schedule(commitmentId, change.amount, change.dueAt);
            else _changeMilestone(commitmentId, change);
        }
    }

    function _draw(uint64 commitmentId, uint64 milestoneId, uint64 amount) internal {
        Milestone storage entry = _milestoneOf(commitmentId, milestoneId);
        uint64 available = entry.accepted - entry.drawn;
        if (amount > available) revert BudgetCommitmentsPaymentExceedsAcceptance(milestoneId, available, amount);
        entry.drawn += amount;
    }

    function _undraw(uint64 milestoneId, uint64 amount) internal {
        _milestones[milestoneId].drawn -= amount;
    }

    /// @dev The milestones' amounts add up to the value.
    function _requireScheduled(uint64 commitmentId, uint64 value) internal view {
        uint64[] storage ids = _milestonesOf[commitmentId];
        uint256 sum;
        for (uint256 i = 0; i < ids.length; ++i) sum += _milestones[ids[i]].amount;
        if (sum != value) revert BudgetCommitmentsMilestonesMismatch(sum, value);
    }

    function _requireAllAccepted(uint64 commitmentId) internal view {
        uint64[] storage ids = _milestonesOf[commitmentId];
        for (uint256 i = 0; i < ids.length; ++i) {
            MilestoneState state = _milestones[ids[i]].state;
            if (state != MilestoneState.Accepted && state != MilestoneState.Removed) {
                revert BudgetCommitmentsMilestoneOpen(commitmentId, ids[i], state);
            }
        }
    }

    function _changeMilestone(uint64 commitmentId, MilestoneChange calldata change) private {
        Milestone storage entry = _milestoneOf(commitmentId, change.milestoneId);
        MilestoneState state = entry.state;
        if (state == MilestoneState.Removed || (change.amount == 0 && state == MilestoneState.Submitted)) {
            revert BudgetCommitmentsMilestoneStateWrong(change.milestoneId, state, MilestoneState.Scheduled);
        }
        if (change.amount < entry.accepted) {
            revert BudgetCommitmentsMilestoneBelowAccepted(change.milestoneId, entry.accepted, change.amount);
        }
        entry.amount = change.amount;
        entry.dueAt = change.dueAt;
        if (change.amount == 0) entry.state = MilestoneState.Removed;
        else if (change.amount == entry.accepted) entry.state = MilestoneState.Accepted;
        else if (state == MilestoneState.Accepted) entry.state = MilestoneState.Partial;
        emit MilestoneChanged(change.milestoneId, commitmentId, change.amount, change.dueAt, entry.state);
        _record(
            abi.encode(
                MilestoneChanged.selector,
                change.milestoneId,
                commitmentId,
                change.amount,
                change.dueAt,
                entry.state
            )
        );
    }

    /// @dev A submitted milestone of an active commitment, when the sender may accept or reject it.
    function _acceptorsMilestone(uint64 milestoneId) private view returns (Milestone storage entry, bytes32 personTag) {
        Commitment storage parent;
        (entry, parent) = _milestoneAt(milestoneId);
        personTag = _registry.requireDutyOf(msg.sender, Duty.ACCEPTOR, parent.agency).personTag;
        _requireState(entry.commitmentId, parent, CommitmentState.Active);
        _requireMilestoneState(milestoneId, entry, MilestoneState.Submitted);
        if (personTag == entry.submitter || personTag == parent.recorder) {
            revert BudgetCommitmentsSamePerson(entry.commitmentId, personTag);
        }
    }

    function _milestoneOf(uint64 commitmentId, uint64 milestoneId) private view returns (Milestone storage entry) {
        (entry, ) = _milestoneAt(milestoneId);
        if (entry.commitmentId != commitmentId) {
            revert BudgetCommitmentsMilestoneOfOtherCommitment(milestoneId, commitmentId);
        }
    }

    function _milestoneAt(
        uint64 milestoneId
    ) private view returns (Milestone storage entry, Commitment storage parent) {
        entry = _milestones[milestoneId];
        if (entry.commitmentId == 0) revert BudgetCommitmentsMilestoneUnknown(milestoneId);
        parent = _commitmentAt(entry.commitmentId);
    }

    function _requireMilestoneState(uint64 milestoneId, Milestone storage entry, MilestoneState wanted) private view {
        if (entry.state != wanted) revert BudgetCommitmentsMilestoneStateWrong(milestoneId, entry.state, wanted);
    }
}
