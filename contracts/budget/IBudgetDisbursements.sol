// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Document} from "../lib/Document.sol";
import {IJournal} from "../lib/IJournal.sol";

/// @title Payments: requested, approved twice, paid, and returned, each step by another person
interface IBudgetDisbursements is IJournal {
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

    event DisbursementRequested(
        uint64 indexed disbursementId,
        uint64 indexed commitmentId,
        uint64 indexed lineId,
        uint64 milestoneId,
        address officer,
        uint64 amount,
        Document evidence
    );
    event DisbursementApprovedFirst(uint64 indexed disbursementId, address indexed officer);
    event DisbursementApprovedSecond(uint64 indexed disbursementId, address indexed officer);
    event DisbursementPaid(uint64 indexed disbursementId, address indexed officer, uint64 amount, Document evidence);
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

    error BudgetDisbursementsUnknown(uint64 disbursementId);
    error BudgetDisbursementsStateWrong(uint64 disbursementId, DisbursementState state, DisbursementState wanted);
    error BudgetDisbursementsAmountZero();
    error BudgetDisbursementsReturnExceedsPaid(uint64 disbursementId, uint64 paid, uint64 amount);
    /// @notice One human in two of the duties that must be separate.
    error BudgetDisbursementsSamePerson(uint64 disbursementId, bytes32 personTag);

    function requestDisbursement(
        uint64 commitmentId,
        uint64 lineId,
        uint64 milestoneId,
        uint64 amount,
        Document calldata evidence
    ) external returns (uint64 disbursementId);
    function approveFirst(uint64 disbursementId) external;
    function approveSecond(uint64 disbursementId) external;
    function pay(uint64 disbursementId, Document calldata evidence) external;
    function reject(uint64 disbursementId, Document calldata reason) external;
    function recordReturn(uint64 disbursementId, uint64 amount, Document calldata evidence) external;

    function disbursement(uint64 disbursementId) external view returns (Disbursement memory);
    function disbursementCount() external view returns (uint64);
}
