// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IBudgetCommitments} from "../IBudgetCommitments.sol";
import {IBudgetLines} from "../IBudgetLines.sol";
import {Obligations} from "./Obligations.sol";

/// @title What each commitment binds on which line
abstract contract Allocations is Obligations {
    /// @param known whether the commitment ever had a share of the line
    /// @param amount bound, satang
    /// @param requested reserved by open requests, satang
    /// @param paid net of returns, satang
    struct Share {
        bool known;
        uint64 amount;
        uint64 requested;
        uint64 paid;
    }

    mapping(uint64 commitmentId => uint64[]) private _linesOf;
    mapping(uint64 commitmentId => mapping(uint64 lineId => Share)) private _shares;

    /// @inheritdoc IBudgetCommitments
    function allocation(
        uint64 commitmentId,
        uint64 lineId
    ) external view returns (uint64 amount, uint64 requested, uint64 paid) {
        Share storage share = _shares[commitmentId][lineId];
        return (share.amount, share.requested, share.paid);
    }

    /// @inheritdoc IBudgetCommitments
    function allocationLines(uint64 commitmentId) external view returns (uint64[] memory) {
        return _linesOf[commitmentId];
    }

    /// @dev Binds the lines that a new commitment names, each once.
    function _bindAll(uint64 commitmentId, Commitment storage entry, Allocation[] calldata allocations) internal {
        for (uint256 i = 0; i < allocations.length; ++i) {
            uint64 lineId = allocations[i].lineId;
            if (_shares[commitmentId][lineId].known) revert BudgetCommitmentsAllocationRepeated(lineId);
            _bind(commitmentId, entry, lineId, allocations[i].amount);
        }
        _requireAllocated(entry);
    }

    /// @dev Raises or lowers shares to the amounts of an amendment.
    function _rebindAll(
        uint64 commitmentId,
        Commitment storage entry,
        AllocationChange[] calldata allocations
    ) internal {
        for (uint256 i = 0; i < allocations.length; ++i) {
            uint64 lineId = allocations[i].lineId;
            uint64 amount = allocations[i].amount;
            Share storage share = _shares[commitmentId][lineId];
            uint64 spent = share.requested + share.paid;
            if (amount < spent) revert BudgetCommitmentsAllocationBelowSpent(lineId, spent, amount);
            if (amount > share.amount) _bind(commitmentId, entry, lineId, amount - share.amount);
            else if (amount < share.amount) _unbind(commitmentId, entry, lineId, share.amount - amount);
        }
        _requireAllocated(entry);
    }

    function _bind(uint64 commitmentId, Commitment storage entry, uint64 lineId, uint64 amount) internal {
        IBudgetLines.Line memory line = _lines.line(lineId);
        if (line.code != entry.code) revert BudgetCommitmentsLineOfOtherProject(lineId, line.code, entry.code);
        uint256 allocated = uint256(entry.allocated) + amount;
        if (allocated > type(uint64).max) revert BudgetCommitmentsAllocationsMismatch(allocated, entry.value);
        _bindYear(entry.obligationId, line.year, amount);
        entry.allocated = uint64(allocated);
        _setShare(commitmentId, lineId, _share(commitmentId, lineId).amount + amount);
        _lines.commit(lineId, commitmentId, amount);
    }

    function _unbind(uint64 commitmentId, Commitment storage entry, uint64 lineId, uint64 amount) internal {
        IBudgetLines.Line memory line = _lines.line(lineId);
        // Carried money stays money of the year before, also in the obligation's schedule.
        uint16 year = line.carriedFrom == 0 ? line.year : line.year - 1;
        _unbindYear(entry.obligationId, year, amount);
        entry.allocated -= amount;
        _setShare(commitmentId, lineId, _shares[commitmentId][lineId].amount - amount);
        _lines.release(lineId, commitmentId, amount);
    }

    /// @dev Lets go of everything that was not paid; nothing is requested any more.
    function _unbindUnspent(uint64 commitmentId, Commitment storage entry) internal {
        uint64[] storage lineIds = _linesOf[commitmentId];
        for (uint256 i = 0; i < lineIds.length; ++i) {
            Share storage share = _shares[commitmentId][lineIds[i]];
            if (share.amount > share.paid) _unbind(commitmentId, entry, lineIds[i], share.amount - share.paid);
        }
        _pledge(entry.obligationId, entry.value, entry.allocated);
    }

    /// @dev Moves a share into the line of the next year.
    function _carry(uint64 commitmentId, uint64 lineId, uint64 amount) internal returns (uint64 toLine) {
        Share storage share = _shareAt(commitmentId, lineId);
        uint64 unspent = _unspent(share);
        if (amount > unspent) revert BudgetCommitmentsCarryExceedsUnspent(commitmentId, lineId, unspent, amount);
        _setShare(commitmentId, lineId, share.amount - amount);
        toLine = _lines.carryForward(lineId, commitmentId, amount);
        _setShare(commitmentId, toLine, _share(commitmentId, toLine).amount + amount);
    }

    function _requestFrom(uint64 commitmentId, uint64 lineId, uint64 amount) internal {
        Share storage share = _shareAt(commitmentId, lineId);
        uint64 unspent = _unspent(share);
        if (amount > unspent) revert BudgetCommitmentsPaymentExceedsAllocation(commitmentId, lineId, unspent, amount);
        share.requested += amount;
    }

    function _withdrawRequest(uint64 commitmentId, uint64 lineId, uint64 amount) internal {
        _shares[commitmentId][lineId].requested -= amount;
    }

    function _payFrom(uint64 commitmentId, uint64 lineId, uint64 amount) internal {
        Share storage share = _shares[commitmentId][lineId];
        share.requested -= amount;
        share.paid += amount;
    }

    function _returnTo(uint64 commitmentId, uint64 lineId, uint64 amount) internal {
        _shares[commitmentId][lineId].paid -= amount;
    }

    /// @dev A multi-year obligation is funded year by year, anything else in full; nothing is open without money.
    function _requireAllocated(Commitment storage entry) internal view {
        bool partly = entry.obligationId != 0 && entry.allocated != 0 && entry.allocated < entry.value;
        if (entry.allocated != entry.value && !partly) {
            revert BudgetCommitmentsAllocationsMismatch(entry.allocated, entry.value);
        }
    }

    function _setShare(uint64 commitmentId, uint64 lineId, uint64 amount) private {
        _shares[commitmentId][lineId].amount = amount;
        emit CommitmentAllocated(commitmentId, lineId, amount);
        _record(abi.encode(CommitmentAllocated.selector, commitmentId, lineId, amount));
    }

    /// @dev The share of a line, begun when there was none.
    function _share(uint64 commitmentId, uint64 lineId) private returns (Share storage share) {
        share = _shares[commitmentId][lineId];
        if (!share.known) {
            share.known = true;
            _linesOf[commitmentId].push(lineId);
        }
    }

    function _shareAt(uint64 commitmentId, uint64 lineId) private view returns (Share storage share) {
        share = _shares[commitmentId][lineId];
        if (!share.known) revert BudgetCommitmentsAllocationUnknown(commitmentId, lineId);
    }

    function _unspent(Share storage share) private view returns (uint64) {
        return share.amount - share.requested - share.paid;
    }
}
