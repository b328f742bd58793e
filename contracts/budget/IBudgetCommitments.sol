// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Document} from "../lib/Document.sol";
import {IJournal} from "../lib/IJournal.sol";

/// @title Purchase orders and contracts over appropriation lines, with their amendments and milestones
interface IBudgetCommitments is IJournal {
    enum CommitmentKind {
        PurchaseOrder,
        Contract
    }

    enum CommitmentState {
        None,
        Pending,
        Active,
        Complete,
        Terminated,
        Cancelled
    }

    enum MilestoneState {
        None,
        Scheduled,
        Submitted,
        Accepted,
        Partial,
        Rejected,
        Removed
    }

    /// @param lineId line that pays
    /// @param amount satang bound on that line
    struct Allocation {
        uint64 lineId;
        uint64 amount;
    }

    /// @param amount satang
    /// @param dueAt last second of the agreed day (Unix); overdue is derived from it
    struct MilestonePlan {
        uint64 amount;
        uint64 dueAt;
    }

    /// @param supplier tax number of a juristic person (13 ASCII digits beginning with 0), zero for a natural person
    /// @param advanceCap satang that may be paid before any acceptance
    /// @param obligationId multi-year obligation that covers later years, 0 for none
    struct CommitmentInput {
        bytes32 code;
        CommitmentKind kind;
        bytes32 contractNumber;
        bytes32 supplier;
        uint64 value;
        uint64 advanceCap;
        uint64 obligationId;
        Document award;
        Allocation[] allocations;
        MilestonePlan[] milestones;
    }

    /// @param originalValue value when first recorded; amendments are measured against it
    /// @param madeInYear fiscal year in which it was recorded
    /// @param requested reserved by open payment requests
    /// @param paid paid out
    /// @param returned paid back
    /// @param advancePaid advances paid or requested, net of returns
    /// @param recorder personTag
    struct Commitment {
        bytes32 code;
        uint32 agency;
        CommitmentKind kind;
        CommitmentState state;
        uint16 madeInYear;
        uint64 value;
        uint64 originalValue;
        uint64 allocated;
        uint64 requested;
        uint64 paid;
        uint64 returned;
        uint64 advanceCap;
        uint64 advancePaid;
        uint64 obligationId;
        bytes32 recorder;
    }

    /// @param accepted satang accepted so far
    /// @param drawn satang requested or paid against it, net of returns
    /// @param submitter personTag of the last submission
    /// @param acceptor personTag of the last acceptance; `isAcceptor` knows all
    struct Milestone {
        uint64 commitmentId;
        MilestoneState state;
        uint64 amount;
        uint64 accepted;
        uint64 drawn;
        uint64 dueAt;
        bytes32 submitter;
        bytes32 acceptor;
    }

    /// @param amount new bound amount on the line
    struct AllocationChange {
        uint64 lineId;
        uint64 amount;
    }

    /// @param milestoneId 0 adds a milestone, otherwise the one to change (amount 0 removes it)
    /// @param amount satang; never below what was accepted
    struct MilestoneChange {
        uint64 milestoneId;
        uint64 amount;
        uint64 dueAt;
    }

    struct YearAmount {
        uint16 year;
        uint64 amount;
    }

    event ObligationApproved(
        uint64 indexed obligationId,
        bytes32 indexed code,
        address indexed officer,
        uint64 total,
        YearAmount[] schedule,
        Document act
    );
    event CommitmentRecorded(
        uint64 indexed commitmentId,
        bytes32 indexed code,
        address indexed officer,
        uint32 agency,
        CommitmentKind kind,
        uint16 madeInYear,
        bytes32 contractNumber,
        bytes32 supplier,
        uint64 value,
        uint64 advanceCap,
        uint64 obligationId,
        Document award
    );
    /// @notice A commitment's share of a line changed, for whatever reason.
    /// @param amount satang bound on the line after the change
    event CommitmentAllocated(uint64 indexed commitmentId, uint64 indexed lineId, uint64 amount);
    event CommitmentStateChanged(
        uint64 indexed commitmentId,
        CommitmentState indexed from,
        CommitmentState indexed to,
        address officer,
        Document evidence
    );
    /// @param increaseBps cumulative increase over the original value in basis points, 0 when not increased
    event CommitmentAmended(
        uint64 indexed commitmentId,
        address indexed officer,
        uint64 previousValue,
        uint64 value,
        uint64 originalValue,
        uint64 increaseBps,
        Document evidence
    );
    event MilestoneScheduled(uint64 indexed milestoneId, uint64 indexed commitmentId, uint64 amount, uint64 dueAt);
    /// @param state state after the change: Removed at amount 0, Partial or Accepted when the change decides it
    event MilestoneChanged(
        uint64 indexed milestoneId,
        uint64 indexed commitmentId,
        uint64 amount,
        uint64 dueAt,
        MilestoneState state
    );
    event MilestoneSubmitted(uint64 indexed milestoneId, address indexed officer, Document evidence);
    /// @param accepted satang accepted so far; the milestone is Accepted when it equals its amount, else Partial
    event MilestoneAccepted(
        uint64 indexed milestoneId,
        address indexed officer,
        MilestoneState state,
        uint64 accepted,
        Document evidence
    );
    event MilestoneRejected(uint64 indexed milestoneId, address indexed officer, Document evidence);
    event CommitmentCarriedForward(
        uint64 indexed commitmentId,
        uint64 indexed fromLine,
        uint64 indexed toLine,
        address officer,
        uint64 amount,
        Document evidence
    );

    error BudgetCommitmentsUnknown(uint64 commitmentId);
    error BudgetCommitmentsStateWrong(uint64 commitmentId, CommitmentState state, CommitmentState wanted);
    error BudgetCommitmentsValueZero();
    error BudgetCommitmentsSupplierMalformed(bytes32 supplier);
    error BudgetCommitmentsAdvanceCapExceedsValue(uint64 advanceCap, uint64 value);
    error BudgetCommitmentsAllocationsMismatch(uint256 allocated, uint64 value);
    error BudgetCommitmentsAllocationRepeated(uint64 lineId);
    error BudgetCommitmentsAllocationUnknown(uint64 commitmentId, uint64 lineId);
    error BudgetCommitmentsLineOfOtherProject(uint64 lineId, bytes32 lineCode, bytes32 code);
    error BudgetCommitmentsMilestonesMismatch(uint256 milestones, uint64 value);
    error BudgetCommitmentsAllocationBelowSpent(uint64 lineId, uint64 spent, uint64 amount);
    error BudgetCommitmentsAmendmentBelowSpent(uint64 commitmentId, uint64 spent, uint64 value);
    error BudgetCommitmentsRequestsPending(uint64 commitmentId, uint64 requested);
    /// @notice Only a commitment with every milestone accepted is complete; otherwise it is amended or terminated.
    error BudgetCommitmentsMilestoneOpen(uint64 commitmentId, uint64 milestoneId, MilestoneState state);
    error BudgetCommitmentsSpent(uint64 commitmentId, uint64 spent);
    error BudgetCommitmentsSamePerson(uint64 commitmentId, bytes32 personTag);
    error BudgetCommitmentsObligationUnknown(uint64 obligationId);
    error BudgetCommitmentsObligationOfOtherProject(uint64 obligationId, bytes32 code);
    error BudgetCommitmentsObligationSumMismatch(uint64 total, uint256 sum);
    error BudgetCommitmentsObligationYearsNotAscending(uint16 year);
    /// @notice The contracts under an obligation would together be worth more than it.
    error BudgetCommitmentsObligationTotalExceeded(uint64 obligationId, uint64 available, uint64 value);
    error BudgetCommitmentsObligationExceeded(uint64 obligationId, uint16 year, uint64 available, uint64 amount);
    error BudgetCommitmentsMilestoneUnknown(uint64 milestoneId);
    error BudgetCommitmentsMilestoneStateWrong(uint64 milestoneId, MilestoneState state, MilestoneState wanted);
    error BudgetCommitmentsMilestoneOfOtherCommitment(uint64 milestoneId, uint64 commitmentId);
    error BudgetCommitmentsMilestoneAmountZero();
    error BudgetCommitmentsMilestoneBelowAccepted(uint64 milestoneId, uint64 accepted, uint64 amount);
    error BudgetCommitmentsAcceptanceOutOfRange(uint64 milestoneId, uint64 open, uint64 accepted);
    error BudgetCommitmentsPaymentExceedsAcceptance(uint64 milestoneId, uint64 available, uint64 amount);
    error BudgetCommitmentsPaymentExceedsAllocation(
        uint64 commitmentId,
        uint64 lineId,
        uint64 available,
        uint64 amount
    );
    error BudgetCommitmentsAdvanceExceedsCap(uint64 commitmentId, uint64 available, uint64 amount);
    error BudgetCommitmentsCarryExceedsUnspent(uint64 commitmentId, uint64 lineId, uint64 unspent, uint64 amount);
    /// @notice Only a commitment made in the line's year can be carried forward.
    error BudgetCommitmentsNotMadeInYear(uint64 commitmentId, uint16 madeInYear, uint16 year);

    function approveObligation(
        bytes32 code,
        uint64 total,
        YearAmount[] calldata amounts,
        Document calldata act
    ) external returns (uint64 obligationId);
    function recordCommitment(CommitmentInput calldata input) external returns (uint64 commitmentId);
    function activateCommitment(uint64 commitmentId) external;
    function amendCommitment(
        uint64 commitmentId,
        uint64 value,
        AllocationChange[] calldata allocations,
        MilestoneChange[] calldata milestones,
        Document calldata evidence
    ) external;
    /// @notice Binds a later year's line to a commitment under a multi-year obligation.
    function fundCommitment(uint64 commitmentId, uint64 lineId, uint64 amount) external;
    function completeCommitment(uint64 commitmentId, Document calldata evidence) external;
    function terminateCommitment(uint64 commitmentId, Document calldata evidence) external;
    function cancelCommitment(uint64 commitmentId, Document calldata evidence) external;
    function submitMilestone(uint64 milestoneId, Document calldata evidence) external;
    /// @param amount satang accepted now, added to what was accepted before
    function acceptMilestone(uint64 milestoneId, uint64 amount, Document calldata evidence) external;
    function rejectMilestone(uint64 milestoneId, Document calldata evidence) external;
    function carryForward(
        uint64 commitmentId,
        uint64 lineId,
        uint64 amount,
        Document calldata evidence
    ) external returns (uint64 toLine);

    // Only for BudgetDisbursements, whose events tell them. `milestoneId` 0 stands for an advance.
    function draw(uint64 commitmentId, uint64 lineId, uint64 milestoneId, uint64 amount) external;
    function undraw(uint64 commitmentId, uint64 lineId, uint64 milestoneId, uint64 amount) external;
    function settle(uint64 commitmentId, uint64 lineId, uint64 amount) external;
    function giveBack(uint64 commitmentId, uint64 lineId, uint64 milestoneId, uint64 amount) external;

    function commitment(uint64 commitmentId) external view returns (Commitment memory);
    /// @return amount bound on the line
    /// @return requested reserved on the line
    /// @return paid paid from the line, net of returns
    function allocation(
        uint64 commitmentId,
        uint64 lineId
    ) external view returns (uint64 amount, uint64 requested, uint64 paid);
    function allocationLines(uint64 commitmentId) external view returns (uint64[] memory);
    function commitmentCount() external view returns (uint64);
    function milestone(uint64 milestoneId) external view returns (Milestone memory);
    function milestoneCount() external view returns (uint64);
    function milestonesOf(uint64 commitmentId) external view returns (uint64[] memory);
    /// @notice Whether a person accepted any part of the milestone.
    function isAcceptor(uint64 milestoneId, bytes32 personTag) external view returns (bool);
    function obligation(
        uint64 obligationId
    ) external view returns (bytes32 code, uint64 total, YearAmount[] memory schedule);
    function obligationCount() external view returns (uint64);
    /// @return pledged value of the obligation's contracts: what open ones are worth and ended ones have cost, satang
    /// @return bound satang of the year's money bound by them
    function obligationUse(uint64 obligationId, uint16 year) external view returns (uint64 pledged, uint64 bound);
}
