// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Document} from "../lib/Document.sol";
import {IJournal} from "../lib/IJournal.sol";

/// @title Payments: requested, approved twice, paid, and returned, each step by another person
interface IBudgetDisbursements is IJournal {
    /// @notice Requested → Approved1 → Approved2 → Paid → Returned; Rejected before payment.
    enum DisbursementState {
        None,
        Requested,
        Approved1,
        Approved2,
        Paid,
        Rejected,
        Returned
    }

    /// @param milestoneId milestone that is paid, 0 for an advance
    /// @param returned satang paid back; Returned when all of it came back
    struct Disbursement {
        uint64 commitmentId;
        uint64 lineId;
        uint64 milestoneId;
        uint64 amount;
        uint64 returned;
        uint32 agency;
        DisbursementState state;
        bytes32 requester;
        bytes32 approver1;
        bytes32 approver2;
        bytes32 payer;
    }

    /// @notice Money is reserved for a payment of a milestone, or of an advance (milestone 0).
    event DisbursementRequested(
        uint64 indexed disbursementId,
        uint64 indexed commitmentId,
        uint64 indexed lineId,
        uint64 milestoneId,
        address officer,
        uint64 amount,
        Document evidence
    );
    /// @notice The first approver agreed.
    event DisbursementApprovedFirst(uint64 indexed disbursementId, address indexed officer);
    /// @notice The second approver agreed.
    event DisbursementApprovedSecond(uint64 indexed disbursementId, address indexed officer);
    /// @notice The treasury paid.
    event DisbursementPaid(uint64 indexed disbursementId, address indexed officer, uint64 amount, Document evidence);
    /// @notice The request was refused in the state `from`; the money is free again.
    event DisbursementRejected(
        uint64 indexed disbursementId,
        address indexed officer,
        DisbursementState from,
        Document reason
    );
    /// @param returned satang paid back so far
    event DisbursementReturned(
        uint64 indexed disbursementId,
        address indexed officer,
        uint64 amount,
        uint64 returned,
        DisbursementState state,
        Document evidence
    );

    /// @notice No disbursement has this id.
    error BudgetDisbursementsUnknown(uint64 disbursementId);
    /// @notice The call needs the disbursement in another state.
    error BudgetDisbursementsStateWrong(uint64 disbursementId, DisbursementState state, DisbursementState wanted);
    /// @notice A request or a return of nothing.
    error BudgetDisbursementsAmountZero();
    /// @notice Of the payment only `paid` has not come back yet.
    error BudgetDisbursementsReturnExceedsPaid(uint64 disbursementId, uint64 paid, uint64 amount);
    /// @notice One human in two of the duties that must be separate.
    error BudgetDisbursementsSamePerson(uint64 disbursementId, bytes32 personTag);

    /// @notice Requests a payment and reserves its money at once. Recorder of the agency, who accepted nothing of it.
    function requestDisbursement(
        uint64 commitmentId,
        uint64 lineId,
        uint64 milestoneId,
        uint64 amount,
        Document calldata evidence
    ) external returns (uint64 disbursementId);
    /// @notice Requested → Approved1. First approver, who had no other part in it.
    function approveFirst(uint64 disbursementId) external;
    /// @notice Approved1 → Approved2. Second approver, who had no other part in it.
    function approveSecond(uint64 disbursementId) external;
    /// @notice Approved2 → Paid. Treasury officer, who had no other part in it.
    function pay(uint64 disbursementId, Document calldata evidence) external;
    /// @notice Refuses a request that is not paid yet. Either approver or the treasury.
    function reject(uint64 disbursementId, Document calldata reason) external;
    /// @notice Books money that came back after payment, at most what was paid. Treasury officer of the agency.
    function recordReturn(uint64 disbursementId, uint64 amount, Document calldata evidence) external;

    /// @notice The disbursement, reverting when there is none.
    function disbursement(uint64 disbursementId) external view returns (Disbursement memory);
    /// @notice Number of disbursements; ids run from 1.
    function disbursementCount() external view returns (uint64);
}
