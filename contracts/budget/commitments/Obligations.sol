// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Duty} from "../../access/IAgencyRegistry.sol";
import {Document, Documents} from "../../lib/Document.sol";
import {IBudgetCommitments} from "../IBudgetCommitments.sol";
import {Parties} from "./Parties.sol";

/// @title Multi-year obligations: leave to sign for more than this year's money, with a ceiling for each year
abstract contract Obligations is Parties {
    using Documents for Document;

    /// @param pledged what open commitments are worth and ended ones have cost, satang
    struct Obligation {
        bytes32 code;
        uint64 total;
        uint64 pledged;
        YearAmount[] schedule;
    }

    uint64 private _obligationCount;
    mapping(uint64 obligationId => Obligation) private _obligations;
    mapping(uint64 obligationId => mapping(uint16 year => uint64)) private _ceilings;
    mapping(uint64 obligationId => mapping(uint16 year => uint64)) private _bound;

    /// @inheritdoc IBudgetCommitments
    function approveObligation(
        bytes32 code,
        uint64 total,
        YearAmount[] calldata amounts,
        Document calldata act
    ) external returns (uint64 obligationId) {
        _registry.requireDuty(msg.sender, Duty.BUDGET_AUTHORITY);
        _projects.requireRegistered(code);
        act.requireEvidence();
        if (total == 0) revert BudgetCommitmentsValueZero();

        obligationId = ++_obligationCount;
        Obligation storage entry = _obligations[obligationId];
        entry.code = code;
        entry.total = total;
        uint256 sum;
        uint16 last;
        for (uint256 i = 0; i < amounts.length; ++i) {
            uint16 year = amounts[i].year;
            if (year <= last) revert BudgetCommitmentsObligationYearsNotAscending(year);
            last = year;
            sum += amounts[i].amount;
            _ceilings[obligationId][year] = amounts[i].amount;
            entry.schedule.push(amounts[i]);
        }
        if (sum != total) revert BudgetCommitmentsObligationSumMismatch(total, sum);
        emit ObligationApproved(obligationId, code, msg.sender, total, amounts, act);
        _record(abi.encode(ObligationApproved.selector, obligationId, code, msg.sender, total, amounts, act));
    }

    /// @inheritdoc IBudgetCommitments
    function obligation(
        uint64 obligationId
    ) external view returns (bytes32 code, uint64 total, YearAmount[] memory schedule) {
        Obligation storage entry = _obligationAt(obligationId);
        return (entry.code, entry.total, entry.schedule);
    }

    /// @inheritdoc IBudgetCommitments
    function obligationCount() external view returns (uint64) {
        return _obligationCount;
    }

    /// @inheritdoc IBudgetCommitments
    function obligationUse(uint64 obligationId, uint16 year) external view returns (uint64 pledged, uint64 bound) {
        return (_obligationAt(obligationId).pledged, _bound[obligationId][year]);
    }

    function _requireObligationOf(uint64 obligationId, bytes32 code) internal view {
        bytes32 owner = _obligationAt(obligationId).code;
        if (owner != code) revert BudgetCommitmentsObligationOfOtherProject(obligationId, owner);
    }

    /// @dev Moves one commitment's share of the obligation's total. Without an obligation (0) nothing is pledged.
    function _pledge(uint64 obligationId, uint64 previous, uint64 value) internal {
        if (obligationId == 0) return;
        Obligation storage entry = _obligations[obligationId];
        uint64 available = entry.total - (entry.pledged - previous);
        if (value > available) revert BudgetCommitmentsObligationTotalExceeded(obligationId, available, value);
        entry.pledged = entry.pledged - previous + value;
    }

    /// @param year whose money it is
    function _bindYear(uint64 obligationId, uint16 year, uint64 amount) internal {
        if (obligationId == 0) return;
        uint64 available = _ceilings[obligationId][year] - _bound[obligationId][year];
        if (amount > available) revert BudgetCommitmentsObligationExceeded(obligationId, year, available, amount);
        _bound[obligationId][year] += amount;
    }

    function _unbindYear(uint64 obligationId, uint16 year, uint64 amount) internal {
        if (obligationId != 0) _bound[obligationId][year] -= amount;
    }

    function _obligationAt(uint64 obligationId) private view returns (Obligation storage) {
        if (obligationId == 0 || obligationId > _obligationCount) {
            revert BudgetCommitmentsObligationUnknown(obligationId);
        }
        return _obligations[obligationId];
    }
}
