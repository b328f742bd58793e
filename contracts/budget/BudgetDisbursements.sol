// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Duty, IAgencyRegistry} from "../access/IAgencyRegistry.sol";
import {Document, Documents} from "../lib/Document.sol";
import {Journal} from "../lib/Journal.sol";
import {IBudgetCommitments} from "./IBudgetCommitments.sol";
import {IBudgetDisbursements} from "./IBudgetDisbursements.sol";
import {IBudgetLines} from "./IBudgetLines.sol";

/// @title Payments: requested, approved twice, paid, and returned, each step by another person
contract BudgetDisbursements is IBudgetDisbursements, Journal {
    using Documents for Document;

    IAgencyRegistry private immutable _registry;
    IBudgetLines private immutable _lines;
    IBudgetCommitments private immutable _commitments;
    uint64 private _disbursementCount;
    mapping(uint64 disbursementId => Disbursement) private _disbursements;

    /// @param registry where officers are enrolled
    /// @param lines where money is reserved and paid
    /// @param commitments what is paid for
    constructor(IAgencyRegistry registry, IBudgetLines lines, IBudgetCommitments commitments) {
        _registry = registry;
        _lines = lines;
        _commitments = commitments;
    }

    /// @inheritdoc IBudgetDisbursements
    function requestDisbursement(
        uint64 commitmentId,
        uint64 lineId,
        uint64 milestoneId,
        uint64 amount,
        Document calldata evidence
    ) external returns (uint64 disbursementId) {
        uint32 agency = _commitments.commitment(commitmentId).agency;
        bytes32 requester = _registry.requireDutyOf(msg.sender, Duty.RECORDER, agency).personTag;
        if (amount == 0) revert BudgetDisbursementsAmountZero();
        evidence.requireEvidence();

        disbursementId = ++_disbursementCount;
        Disbursement storage entry = _disbursements[disbursementId];
        entry.commitmentId = commitmentId;
        entry.lineId = lineId;
        entry.milestoneId = milestoneId;
        entry.amount = amount;
        entry.agency = agency;
        entry.state = DisbursementState.Requested;
        entry.requester = requester;
        _requireNotAcceptor(disbursementId, entry, requester);
        emit DisbursementRequested(disbursementId, commitmentId, lineId, milestoneId, msg.sender, amount, evidence);
        _record(
            abi.encode(
                DisbursementRequested.selector,
                disbursementId,
                commitmentId,
                lineId,
                milestoneId,
                msg.sender,
                amount,
                evidence
            )
        );
        _commitments.draw(commitmentId, lineId, milestoneId, amount);
        _lines.reserve(lineId, disbursementId, amount);
    }

    /// @inheritdoc IBudgetDisbursements
    function approveFirst(uint64 disbursementId) external {
        (Disbursement storage entry, bytes32 personTag) = _next(
            disbursementId,
            Duty.APPROVER_1,
            DisbursementState.Requested
        );
        entry.state = DisbursementState.Approved1;
        entry.approver1 = personTag;
        emit DisbursementApprovedFirst(disbursementId, msg.sender);
        _record(abi.encode(DisbursementApprovedFirst.selector, disbursementId, msg.sender));
    }

    /// @inheritdoc IBudgetDisbursements
    function approveSecond(uint64 disbursementId) external {
        (Disbursement storage entry, bytes32 personTag) = _next(
            disbursementId,
            Duty.APPROVER_2,
            DisbursementState.Approved1
        );
        entry.state = DisbursementState.Approved2;
        entry.approver2 = personTag;
        emit DisbursementApprovedSecond(disbursementId, msg.sender);
        _record(abi.encode(DisbursementApprovedSecond.selector, disbursementId, msg.sender));
    }

    /// @inheritdoc IBudgetDisbursements
    function pay(uint64 disbursementId, Document calldata evidence) external {
        (Disbursement storage entry, bytes32 personTag) = _next(
            disbursementId,
            Duty.TREASURY,
            DisbursementState.Approved2
        );
        evidence.requireEvidence();
        entry.state = DisbursementState.Paid;
        entry.payer = personTag;
        emit DisbursementPaid(disbursementId, msg.sender, entry.amount, evidence);
        _record(abi.encode(DisbursementPaid.selector, disbursementId, msg.sender, entry.amount, evidence));
        _commitments.settle(entry.commitmentId, entry.lineId, entry.amount);
        _lines.pay(entry.lineId, disbursementId, entry.amount);
    }

    /// @inheritdoc IBudgetDisbursements
    function reject(uint64 disbursementId, Document calldata reason) external {
        Disbursement storage entry = _disbursementAt(disbursementId);
        _registry.requireDutyOf(msg.sender, Duty.APPROVER_1 | Duty.APPROVER_2 | Duty.TREASURY, entry.agency);
        DisbursementState from = entry.state;
        if (from != DisbursementState.Approved1 && from != DisbursementState.Approved2) {
            _requireState(disbursementId, entry, DisbursementState.Requested);
        }
        reason.requireEvidence();
        entry.state = DisbursementState.Rejected;
        emit DisbursementRejected(disbursementId, msg.sender, from, reason);
        _record(abi.encode(DisbursementRejected.selector, disbursementId, msg.sender, from, reason));
        _commitments.undraw(entry.commitmentId, entry.lineId, entry.milestoneId, entry.amount);
        _lines.unreserve(entry.lineId, disbursementId, entry.amount);
    }

    /// @inheritdoc IBudgetDisbursements
    function recordReturn(uint64 disbursementId, uint64 amount, Document calldata evidence) external {
        Disbursement storage entry = _disbursementAt(disbursementId);
        _registry.requireDutyOf(msg.sender, Duty.TREASURY, entry.agency);
        _requireState(disbursementId, entry, DisbursementState.Paid);
        if (amount == 0) revert BudgetDisbursementsAmountZero();
        evidence.requireEvidence();
        uint64 net = entry.amount - entry.returned;
        if (amount > net) revert BudgetDisbursementsReturnExceedsPaid(disbursementId, net, amount);
        entry.returned += amount;
        if (amount == net) entry.state = DisbursementState.Returned;
        emit DisbursementReturned(disbursementId, msg.sender, amount, entry.returned, entry.state, evidence);
        _record(
            abi.encode(
                DisbursementReturned.selector,
                disbursementId,
                msg.sender,
                amount,
                entry.returned,
                entry.state,
                evidence
            )
        );
        // The line first: an ended commitment then releases there what came back.
        _lines.refund(entry.lineId, disbursementId, amount);
        _commitments.giveBack(entry.commitmentId, entry.lineId, entry.milestoneId, amount);
    }

    /// @inheritdoc IBudgetDisbursements
    function disbursement(uint64 disbursementId) external view returns (Disbursement memory) {
        return _disbursementAt(disbursementId);
    }

    /// @inheritdoc IBudgetDisbursements
    function disbursementCount() external view returns (uint64) {
        return _disbursementCount;
    }

    /// @dev The next step of a payment, by a person who had no part in the steps before it.
    function _next(
        uint64 disbursementId,
        uint16 duty,
        DisbursementState wanted
    ) private view returns (Disbursement storage entry, bytes32 personTag) {
        entry = _disbursementAt(disbursementId);
        personTag = _registry.requireDutyOf(msg.sender, duty, entry.agency).personTag;
        _requireState(disbursementId, entry, wanted);
        if (
            personTag == entry.requester ||
            personTag == entry.approver1 ||
            personTag == entry.approver2 ||
            personTag == _commitments.commitment(entry.commitmentId).recorder
        ) {
            revert BudgetDisbursementsSamePerson(disbursementId, personTag);
        }
        _requireNotAcceptor(disbursementId, entry, personTag);
        // Who took a step before may have accepted a part of the milestone since, with another key.
        _requireNotAcceptor(disbursementId, entry, entry.requester);
        _requireNotAcceptor(disbursementId, entry, entry.approver1);
        _requireNotAcceptor(disbursementId, entry, entry.approver2);
    }

    function _requireNotAcceptor(uint64 disbursementId, Disbursement storage entry, bytes32 personTag) private view {
        if (_commitments.isAcceptor(entry.milestoneId, personTag)) {
            revert BudgetDisbursementsSamePerson(disbursementId, personTag);
        }
    }

    function _disbursementAt(uint64 disbursementId) private view returns (Disbursement storage) {
        if (disbursementId == 0 || disbursementId > _disbursementCount) {
            revert BudgetDisbursementsUnknown(disbursementId);
        }
        return _disbursements[disbursementId];
    }

    function _requireState(uint64 disbursementId, Disbursement storage entry, DisbursementState wanted) private view {
        if (entry.state != wanted) revert BudgetDisbursementsStateWrong(disbursementId, entry.state, wanted);
    }
}
