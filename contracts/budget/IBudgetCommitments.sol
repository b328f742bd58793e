// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Document} from "../lib/Document.sol";
import {IJournal} from "../lib/IJournal.sol";

/// @title Purchase orders and contracts over appropriation lines, with their amendments and milestones
interface IBudgetCommitments is IJournal {
    /// @notice Purchase order (ใบสั่งซื้อ/สั่งจ้าง) or contract (สัญญา).
    enum CommitmentKind {
        PurchaseOrder,
        Contract
    }

    /// @notice Pending → Active → Complete or Terminated; Cancelled when nothing was paid.
    enum CommitmentState {
        None,
        Pending,
        Active,
        Complete,
        Terminated,
        Cancelled
    }

    /// @notice Scheduled → Submitted → Accepted, Partial or Rejected; the last two can be submitted again.
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

    /// @notice What an obligation allows in one year, satang.
    struct YearAmount {
        uint16 year;
        uint64 amount;
    }

    /// @notice A project may sign for `total`, in these yearly amounts (satang).
    event ObligationApproved(
        uint64 indexed obligationId,
        bytes32 indexed code,
        address indexed officer,
        uint64 total,
        YearAmount[] schedule,
        Document act
    );
    /// @notice A commitment was recorded; its allocations and milestones follow.
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
    /// @notice Every move of the state machine; `evidence` is empty for an activation.
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
    /// @notice A milestone was agreed.
    event MilestoneScheduled(uint64 indexed milestoneId, uint64 indexed commitmentId, uint64 amount, uint64 dueAt);
    /// @param state state after the change: Removed at amount 0, Partial or Accepted when the change decides it
    event MilestoneChanged(
        uint64 indexed milestoneId,
        uint64 indexed commitmentId,
        uint64 amount,
        uint64 dueAt,
        MilestoneState state
    );
    /// @notice The supplier's delivery was handed in for acceptance.
    event MilestoneSubmitted(uint64 indexed milestoneId, address indexed officer, Document evidence);
    /// @param accepted satang accepted so far; the milestone is Accepted when it equals its amount, else Partial
    event MilestoneAccepted(
        uint64 indexed milestoneId,
        address indexed officer,
        MilestoneState state,
        uint64 accepted,
        Document evidence
    );
    /// @notice The delivery was refused; it can be submitted again.
    event MilestoneRejected(uint64 indexed milestoneId, address indexed officer, Document evidence);
    /// @notice Money of the commitment moved into the next year's line.
    event CommitmentCarriedForward(
        uint64 indexed commitmentId,
        uint64 indexed fromLine,
        uint64 indexed toLine,
        address officer,
        uint64 amount,
        Document evidence
    );

    /// @notice No commitment has this id.
    error BudgetCommitmentsUnknown(uint64 commitmentId);
    /// @notice The call needs the commitment in another state.
    error BudgetCommitmentsStateWrong(uint64 commitmentId, CommitmentState state, CommitmentState wanted);
    /// @notice A commitment, amendment or obligation worth nothing.
    error BudgetCommitmentsValueZero();
    /// @notice Neither zero nor a juristic person's tax number.
    error BudgetCommitmentsSupplierMalformed(bytes32 supplier);
    /// @notice More could be advanced than the commitment is worth.
    error BudgetCommitmentsAdvanceCapExceedsValue(uint64 advanceCap, uint64 value);
    /// @notice The lines do not bind the value (under an obligation: nothing, or more than the value).
    error BudgetCommitmentsAllocationsMismatch(uint256 allocated, uint64 value);
    /// @notice The line is named twice.
    error BudgetCommitmentsAllocationRepeated(uint64 lineId);
    /// @notice The commitment has no share of the line.
    error BudgetCommitmentsAllocationUnknown(uint64 commitmentId, uint64 lineId);
    /// @notice The line belongs to another project.
    error BudgetCommitmentsLineOfOtherProject(uint64 lineId, bytes32 lineCode, bytes32 code);
    /// @notice The milestones do not add up to the value.
    error BudgetCommitmentsMilestonesMismatch(uint256 milestones, uint64 value);
    /// @notice The share would fall below what is requested and paid on the line.
    error BudgetCommitmentsAllocationBelowSpent(uint64 lineId, uint64 spent, uint64 amount);
    /// @notice The value would fall below what is requested and paid.
    error BudgetCommitmentsAmendmentBelowSpent(uint64 commitmentId, uint64 spent, uint64 value);
    /// @notice Payment requests are still open.
    error BudgetCommitmentsRequestsPending(uint64 commitmentId, uint64 requested);
    /// @notice Only a commitment with every milestone accepted is complete; otherwise it is amended or terminated.
    error BudgetCommitmentsMilestoneOpen(uint64 commitmentId, uint64 milestoneId, MilestoneState state);
    /// @notice Something was paid, so the commitment is terminated and not cancelled.
    error BudgetCommitmentsSpent(uint64 commitmentId, uint64 spent);
    /// @notice One human in two of the duties that must be separate.
    error BudgetCommitmentsSamePerson(uint64 commitmentId, bytes32 personTag);
    /// @notice No obligation has this id.
    error BudgetCommitmentsObligationUnknown(uint64 obligationId);
    /// @notice The obligation was approved for the project `code`.
    error BudgetCommitmentsObligationOfOtherProject(uint64 obligationId, bytes32 code);
    /// @notice The yearly amounts do not add up to the total.
    error BudgetCommitmentsObligationSumMismatch(uint64 total, uint256 sum);
    /// @notice A year that does not come after the one before.
    error BudgetCommitmentsObligationYearsNotAscending(uint16 year);
    /// @notice The contracts under an obligation would together be worth more than it.
    error BudgetCommitmentsObligationTotalExceeded(uint64 obligationId, uint64 available, uint64 value);
    /// @notice More of the year's money would be bound than the obligation allows.
    error BudgetCommitmentsObligationExceeded(uint64 obligationId, uint16 year, uint64 available, uint64 amount);
    /// @notice No milestone has this id.
    error BudgetCommitmentsMilestoneUnknown(uint64 milestoneId);
    /// @notice The call needs the milestone in another state.
    error BudgetCommitmentsMilestoneStateWrong(uint64 milestoneId, MilestoneState state, MilestoneState wanted);
    /// @notice The milestone belongs to another commitment.
    error BudgetCommitmentsMilestoneOfOtherCommitment(uint64 milestoneId, uint64 commitmentId);
    /// @notice A new milestone without amount.
    error BudgetCommitmentsMilestoneAmountZero();
    /// @notice The milestone would fall below what was accepted.
    error BudgetCommitmentsMilestoneBelowAccepted(uint64 milestoneId, uint64 accepted, uint64 amount);
    /// @notice Nothing, or more than is open, would be accepted.
    error BudgetCommitmentsAcceptanceOutOfRange(uint64 milestoneId, uint64 open, uint64 accepted);
    /// @notice Of what was accepted only `available` is not yet requested or paid.
    error BudgetCommitmentsPaymentExceedsAcceptance(uint64 milestoneId, uint64 available, uint64 amount);
    /// @notice Of the share of the line only `available` is not yet requested or paid.
    error BudgetCommitmentsPaymentExceedsAllocation(
        uint64 commitmentId,
        uint64 lineId,
        uint64 available,
        uint64 amount
    );
    /// @notice Of the advances only `available` is left.
    error BudgetCommitmentsAdvanceExceedsCap(uint64 commitmentId, uint64 available, uint64 amount);
    /// @notice Of the share of the line only `unspent` can be carried forward.
    error BudgetCommitmentsCarryExceedsUnspent(uint64 commitmentId, uint64 lineId, uint64 unspent, uint64 amount);
    /// @notice Only a commitment made in the line's year can be carried forward.
    error BudgetCommitmentsNotMadeInYear(uint64 commitmentId, uint16 madeInYear, uint16 year);

    /// @notice Lets a registered project sign for several years. Budget authority.
    function approveObligation(
        bytes32 code,
        uint64 total,
        YearAmount[] calldata amounts,
        Document calldata act
    ) external returns (uint64 obligationId);
    /// @notice Records a commitment of an active project and binds its lines at once. Recorder of the agency.
    function recordCommitment(CommitmentInput calldata input) external returns (uint64 commitmentId);
    /// @notice Pending → Active, when the milestones add up to the value. First approver, not who recorded it.
    function activateCommitment(uint64 commitmentId) external;
    /// @notice Changes value, shares and milestones of an active commitment. First approver, not who recorded it.
    function amendCommitment(
        uint64 commitmentId,
        uint64 value,
        AllocationChange[] calldata allocations,
        MilestoneChange[] calldata milestones,
        Document calldata evidence
    ) external;
    /// @notice Binds a later year's line to a commitment under a multi-year obligation.
    function fundCommitment(uint64 commitmentId, uint64 lineId, uint64 amount) external;
    /// @notice Active → Complete, with every milestone accepted; frees unspent money. First approver, not who recorded it.
    function completeCommitment(uint64 commitmentId, Document calldata evidence) external;
    /// @notice Active → Terminated; frees unspent money. First approver, not who recorded it.
    function terminateCommitment(uint64 commitmentId, Document calldata evidence) external;
    /// @notice Pending or Active → Cancelled, when nothing was ever paid. First approver, not who recorded it.
    function cancelCommitment(uint64 commitmentId, Document calldata evidence) external;
    /// @notice Hands a delivery in for acceptance. Recorder of the agency.
    function submitMilestone(uint64 milestoneId, Document calldata evidence) external;
    /// @param amount satang accepted now, added to what was accepted before
    function acceptMilestone(uint64 milestoneId, uint64 amount, Document calldata evidence) external;
    /// @notice Refuses a delivery. Acceptor of the agency, neither who submitted nor who recorded the commitment.
    function rejectMilestone(uint64 milestoneId, Document calldata evidence) external;
    /// @notice Moves unspent money of a commitment made in the line's year into the next year. Budget authority.
    function carryForward(
        uint64 commitmentId,
        uint64 lineId,
        uint64 amount,
        Document calldata evidence
    ) external returns (uint64 toLine);

    // Only for BudgetDisbursements, whose events tell them. `milestoneId` 0 stands for an advance.
    /// @notice Counts a payment request against the share, and the milestone or the advances.
    function draw(uint64 commitmentId, uint64 lineId, uint64 milestoneId, uint64 amount) external;
    /// @notice Takes a rejected request back.
    function undraw(uint64 commitmentId, uint64 lineId, uint64 milestoneId, uint64 amount) external;
    /// @notice Turns a request into a payment.
    function settle(uint64 commitmentId, uint64 lineId, uint64 amount) external;
    /// @notice Counts money that came back; an ended commitment unbinds it at once.
    function giveBack(uint64 commitmentId, uint64 lineId, uint64 milestoneId, uint64 amount) external;

    /// @notice The commitment, reverting when there is none.
    function commitment(uint64 commitmentId) external view returns (Commitment memory);
    /// @return amount bound on the line
    /// @return requested reserved on the line
    /// @return paid paid from the line, net of returns
    function allocation(
        uint64 commitmentId,
        uint64 lineId
    ) external view returns (uint64 amount, uint64 requested, uint64 paid);
    /// @notice Lines of which the commitment ever had a share, in the order of their coming.
    function allocationLines(uint64 commitmentId) external view returns (uint64[] memory);
    /// @notice Number of commitments; ids run from 1.
    function commitmentCount() external view returns (uint64);
    /// @notice The milestone, reverting when there is none.
    function milestone(uint64 milestoneId) external view returns (Milestone memory);
    /// @notice Number of milestones; ids run from 1.
    function milestoneCount() external view returns (uint64);
    /// @notice The commitment's milestones in the order of their coming, removed ones included.
    function milestonesOf(uint64 commitmentId) external view returns (uint64[] memory);
    /// @notice Whether a person accepted any part of the milestone.
    function isAcceptor(uint64 milestoneId, bytes32 personTag) external view returns (bool);
    /// @notice The obligation, reverting when there is none.
    function obligation(
        uint64 obligationId
    ) external view returns (bytes32 code, uint64 total, YearAmount[] memory schedule);
    /// @notice Number of obligations; ids run from 1.
    function obligationCount() external view returns (uint64);
    /// @return pledged value of the obligation's contracts: what open ones are worth and ended ones have cost, satang
    /// @return bound satang of the year's money bound by them
    function obligationUse(uint64 obligationId, uint16 year) external view returns (uint64 pledged, uint64 bound);
}
