// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Document} from "../lib/Document.sol";
import {IJournal} from "../lib/IJournal.sol";

/// @title Project codes: one code for the life of a project, from draft to audit
/// @notice A code is ASCII `TH-<BE year>-<agency, 5 digits>-<sequence, 6 digits>-<cc>`, right-padded with zeros to
/// 32 bytes; `cc` are the check characters of ISO 7064 MOD 97-10. The contract issues codes and never reuses one.
interface IBudgetProjects is IJournal {
    /// @notice Draft → Registered → Active ↔ Suspended; Active → Completed → Audited; Cancelled before completion.
    enum ProjectState {
        None,
        Draft,
        Registered,
        Active,
        Suspended,
        Completed,
        Audited,
        Cancelled
    }

    /// @param agency code of the agency that answers for the project
    /// @param year Buddhist-era fiscal year in the code
    /// @param state where the project stands
    /// @param openCommitments commitments that are Pending or Active
    /// @param drafter personTag of who drafted it
    struct Project {
        uint32 agency;
        uint16 year;
        ProjectState state;
        uint64 openCommitments;
        bytes32 drafter;
    }

    /// @param scheme ASCII name of the foreign numbering, e.g. `egp`, `budget20`, `budget16`, `emenscr`, `ocid`
    /// @param value the number as that system writes it
    struct Reference {
        bytes32 scheme;
        string value;
    }

    /// @param brief public JSON with title, description, place; no names of natural persons
    event ProjectDrafted(
        bytes32 indexed code,
        uint32 indexed agency,
        uint16 indexed year,
        address officer,
        Document brief
    );
    /// @notice The project has another brief; the earlier ones stay in the log.
    event ProjectBriefRevised(bytes32 indexed code, address indexed officer, Document brief);
    /// @notice The project bears this number in another system.
    event ProjectReferenced(bytes32 indexed code, bytes32 indexed scheme, string value);
    /// @notice Every move of the state machine; `evidence` is empty where none is required.
    event ProjectStateChanged(
        bytes32 indexed code,
        ProjectState indexed from,
        ProjectState indexed to,
        address officer,
        Document evidence
    );

    /// @notice Not a Buddhist-era year of the ledger (2514 to 2700).
    error BudgetProjectsYearOutOfRange(uint16 year);
    /// @notice The agency has issued 999,999 codes in this year.
    error BudgetProjectsSequenceExhausted(uint32 agency, uint16 year);
    /// @notice No project has this code.
    error BudgetProjectsUnknown(bytes32 code);
    /// @notice The call needs the project in another state.
    error BudgetProjectsStateWrong(bytes32 code, ProjectState state, ProjectState wanted);
    /// @notice The project is Completed, Audited or Cancelled: nothing is added to it any more.
    error BudgetProjectsEnded(bytes32 code, ProjectState state);
    /// @notice Commitments are still Pending or Active.
    error BudgetProjectsCommitmentsOpen(bytes32 code, uint64 openCommitments);
    /// @notice An auditor who serves the agency of the project, with this key or another.
    error BudgetProjectsOwnAgency(bytes32 code, uint32 agency);
    /// @notice A reference without scheme or without value.
    error BudgetProjectsReferenceEmpty(bytes32 scheme);
    /// @notice The project has this reference already.
    error BudgetProjectsReferenceTaken(bytes32 code, bytes32 scheme, string value);
    /// @notice One person in two duties that must be separate.
    error BudgetProjectsSamePerson(bytes32 code, bytes32 personTag);

    // Recorder of the agency
    /// @notice Issues the next code of the agency and year. Recorder of the agency.
    function draftProject(
        uint32 agency,
        uint16 year,
        Document calldata brief,
        Reference[] calldata references
    ) external returns (bytes32 code);
    /// @notice Replaces the brief of a project that has not ended. Recorder of the agency.
    function reviseBrief(bytes32 code, Document calldata brief) external;
    /// @notice Adds a number of another system. Recorder of the agency.
    function addReference(bytes32 code, Reference calldata ref) external;
    /// @notice First approver of the agency, who wrote nothing of the draft.
    function registerProject(bytes32 code) external;

    // Budget officer of the agency
    /// @notice Registered → Active: commitments can be made. Budget officer of the agency.
    function activateProject(bytes32 code) external;
    /// @notice Active → Suspended: nothing is committed, requested or paid. Budget officer of the agency.
    function suspendProject(bytes32 code, Document calldata evidence) external;
    /// @notice Suspended → Active. Budget officer of the agency.
    function resumeProject(bytes32 code, Document calldata evidence) external;
    /// @notice Possible when no commitment is open.
    function completeProject(bytes32 code, Document calldata evidence) external;

    /// @notice Auditor who does not serve the agency of the project.
    function auditProject(bytes32 code, Document calldata report) external;

    // Only for the other contracts of the budget (AccessManager roles)
    /// @dev Only for `BudgetLines`, which knows that nothing is committed.
    function cancelProject(bytes32 code, address officer, Document calldata evidence) external;
    /// @dev Only for `BudgetCommitments`, whose `CommitmentRecorded` tells it; reverts unless the project is Active.
    function openCommitment(bytes32 code) external returns (Project memory);
    /// @dev Only for `BudgetCommitments`, whose `CommitmentStateChanged` tells it.
    function closeCommitment(bytes32 code) external;

    /// @notice The project, reverting when no project has this code.
    function project(bytes32 code) external view returns (Project memory);
    /// @notice Whether a person wrote or rewrote the brief while the project was a draft.
    function isAuthor(bytes32 code, bytes32 personTag) external view returns (bool);
    /// @notice Whether the project bears the number `value` of `scheme`.
    function hasReference(bytes32 code, bytes32 scheme, string calldata value) external view returns (bool);
    /// @notice Sequence number of the last code issued for an agency and year, 0 for none.
    function lastSequence(uint32 agency, uint16 year) external view returns (uint32);
    /// @notice The project, reverting unless it can hold money: Registered, Active or Suspended.
    function requireRegistered(bytes32 code) external view returns (Project memory);
    /// @notice The project, reverting unless it is in `state`.
    function requireState(bytes32 code, ProjectState state) external view returns (Project memory);
}
