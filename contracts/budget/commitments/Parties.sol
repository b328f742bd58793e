// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Duty, IAgencyRegistry} from "../../access/IAgencyRegistry.sol";
import {Journal} from "../../lib/Journal.sol";
import {IBudgetCommitments} from "../IBudgetCommitments.sol";
import {IBudgetLines} from "../IBudgetLines.sol";
import {IBudgetProjects} from "../IBudgetProjects.sol";

/// @title The commitments themselves, who may act on them, and the contracts they rest on
abstract contract Parties is IBudgetCommitments, Journal {
    IAgencyRegistry internal immutable _registry;
    IBudgetProjects internal immutable _projects;
    IBudgetLines internal immutable _lines;
    uint64 private _commitmentCount;
    mapping(uint64 commitmentId => Commitment) private _commitments;

    constructor(IAgencyRegistry registry, IBudgetProjects projects, IBudgetLines lines) {
        _registry = registry;
        _projects = projects;
        _lines = lines;
    }

    /// @inheritdoc IBudgetCommitments
    function commitment(uint64 commitmentId) external view returns (Commitment memory) {
        return _commitmentAt(commitmentId);
    }

    /// @inheritdoc IBudgetCommitments
    function commitmentCount() external view returns (uint64) {
        return _commitmentCount;
    }

    function _newCommitment() internal returns (uint64 commitmentId, Commitment storage entry) {
        commitmentId = ++_commitmentCount;
        entry = _commitments[commitmentId];
    }

    function _commitmentAt(uint64 commitmentId) internal view returns (Commitment storage) {
        if (commitmentId == 0 || commitmentId > _commitmentCount) revert BudgetCommitmentsUnknown(commitmentId);
        return _commitments[commitmentId];
    }

    function _requireState(uint64 commitmentId, Commitment storage entry, CommitmentState wanted) internal view {
        if (entry.state != wanted) revert BudgetCommitmentsStateWrong(commitmentId, entry.state, wanted);
    }

    /// @dev The commitment, when the sender is a first approver of its agency and did not record it.
    function _approversCommitment(uint64 commitmentId) internal view returns (Commitment storage entry) {
        entry = _commitmentAt(commitmentId);
        bytes32 personTag = _registry.requireDutyOf(msg.sender, Duty.APPROVER_1, entry.agency).personTag;
        if (personTag == entry.recorder) revert BudgetCommitmentsSamePerson(commitmentId, personTag);
    }

    function _requireProjectActive(Commitment storage entry) internal view {
        _projects.requireState(entry.code, IBudgetProjects.ProjectState.Active);
    }
}
