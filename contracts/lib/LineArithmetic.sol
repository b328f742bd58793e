// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IBudgetLines, LineCounters} from "../budget/IBudgetLines.sol";

/// @title Every move of a line's counters, with the check that keeps the sum rules
/// @notice After each of them `approved + carriedIn + adjIn − adjOut ≥ allotted ≥ committed + carriedOut` and
/// `committed ≥ requested + paid − returned ≥ 0`. All arithmetic is 64-bit and checked.
library LineArithmetic {
    /// @notice Money that the line has been given, by law, revision or carry-forward, satang.
    /// @dev The difference first: money moved back and forth may make `adjIn` larger than any budget.
    function budget(LineCounters storage c) internal view returns (uint64) {
        uint64 given = c.approved + c.carriedIn;
        return c.adjIn < c.adjOut ? given - (c.adjOut - c.adjIn) : given + (c.adjIn - c.adjOut);
    }

    /// @notice Allotted and neither committed nor carried out.
    function free(LineCounters storage c) internal view returns (uint64) {
        return c.allotted - c.committed - c.carriedOut;
    }

    /// @notice Committed and neither requested nor paid.
    function unspent(LineCounters storage c) internal view returns (uint64) {
        return c.committed - c.requested - (c.paid - c.returned);
    }

    function appropriate(LineCounters storage c, uint64 amount) internal {
        c.approved += amount;
    }

    function allot(LineCounters storage c, uint64 lineId, uint64 amount) internal {
        uint64 available = budget(c) - c.allotted;
        if (amount > available) revert IBudgetLines.BudgetLinesAllotmentExceedsBudget(lineId, available, amount);
        c.allotted += amount;
    }

    function withdraw(LineCounters storage c, uint64 lineId, uint64 amount) internal {
        if (amount > free(c)) revert IBudgetLines.BudgetLinesAllotmentBound(lineId, free(c), amount);
        c.allotted -= amount;
    }

    /// @notice Takes from what is not allotted first, then from what is allotted and not bound.
    function give(LineCounters storage c, uint64 lineId, uint64 amount) internal {
        uint64 unallotted = budget(c) - c.allotted;
        uint64 available = unallotted + free(c);
        if (amount > available) revert IBudgetLines.BudgetLinesRevisionBelowCommitments(lineId, available, amount);
        c.adjOut += amount;
        if (amount > unallotted) c.allotted -= amount - unallotted;
    }

    function take(LineCounters storage c, uint64 amount) internal {
        c.adjIn += amount;
    }

    function commit(LineCounters storage c, uint64 lineId, uint64 amount) internal {
        uint64 available = free(c);
        if (amount > available) revert IBudgetLines.BudgetLinesCommitmentExceedsAllotment(lineId, available, amount);
        c.committed += amount;
    }

    function release(LineCounters storage c, uint64 lineId, uint64 amount) internal {
        if (amount > unspent(c)) revert IBudgetLines.BudgetLinesReleaseExceedsCommitment(lineId, unspent(c), amount);
        c.committed -= amount;
    }

    function reserve(LineCounters storage c, uint64 lineId, uint64 amount) internal {
        if (amount > unspent(c)) revert IBudgetLines.BudgetLinesRequestExceedsCommitment(lineId, unspent(c), amount);
        c.requested += amount;
    }

    function unreserve(LineCounters storage c, uint64 lineId, uint64 amount) internal {
        if (amount > c.requested) revert IBudgetLines.BudgetLinesRequestedTooLow(lineId, c.requested, amount);
        c.requested -= amount;
    }

    function pay(LineCounters storage c, uint64 lineId, uint64 amount) internal {
        unreserve(c, lineId, amount);
        c.paid += amount;
    }

    /// @param closed whether the line is closed: what comes back then lapses
    function refund(LineCounters storage c, uint64 lineId, uint64 amount, bool closed) internal {
        uint64 net = c.paid - c.returned;
        if (amount > net) revert IBudgetLines.BudgetLinesReturnExceedsPaid(lineId, net, amount);
        c.returned += amount;
        if (closed) c.lapsed += amount;
    }

    function carryOut(LineCounters storage c, uint64 lineId, uint64 amount) internal {
        if (amount > unspent(c)) revert IBudgetLines.BudgetLinesCarryExceedsUnspent(lineId, unspent(c), amount);
        c.committed -= amount;
        c.carriedOut += amount;
    }

    function carryIn(LineCounters storage c, uint64 amount) internal {
        c.carriedIn += amount;
        c.allotted += amount;
        c.committed += amount;
    }

    /// @notice `budget = paid − returned + carriedOut + lapsed` from here on.
    function close(LineCounters storage c, uint64 lineId) internal {
        if (c.requested != 0) revert IBudgetLines.BudgetLinesRequestsPending(lineId, c.requested);
        c.lapsed = budget(c) - (c.paid - c.returned) - c.carriedOut;
    }
}
