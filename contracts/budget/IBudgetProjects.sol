// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Document} from "../lib/Document.sol";
import {IJournal} from "../lib/IJournal.sol";

/// @title Project codes: one code for the life of a project, from draft to audit
/// @notice A code is ASCII `TH-<BE year>-<agency, 5 digits>-<sequence, 6 digits>-<cc>`, right-padded with zeros to
/// 32 bytes; `cc` are the check characters of ISO 7064 MOD 97-10. The contract issues codes and never reuses one.
interface IBudgetProjects is IJournal {
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
    /// @param drafter personTag of who drafted it
    struct Project {
        uint32 agency;
        uint16 year;
        ProjectState state;
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
    event ProjectBriefRevised(bytes32 indexed code, address indexed officer, Document brief);
    event ProjectReferenced(bytes32 indexed code, bytes32 indexed scheme, string value);
    /// @notice Every move of the state machine; `evidence` is empty where none is required.
    event ProjectStateChanged(
        bytes32 indexed code,
        ProjectState indexed from,
        ProjectState indexed to,
        address officer,
        Document evidence
    );

    error BudgetProjectsYearOutOfRange(uint16 year);
    error BudgetProjectsSequenceExhausted(uint32 agency, uint16 year);
    error BudgetProjectsUnknown(bytes32 code);
    error BudgetProjectsStateWrong(bytes32 code, ProjectState state, ProjectState wanted);
    error BudgetProjectsReferenceEmpty(bytes32 scheme);
    error BudgetProjectsReferenceTaken(bytes32 code, bytes32 scheme, string value);
    /// @notice One person in two duties that must be separate.
    error BudgetProjectsSamePerson(bytes32 code, bytes32 personTag);

    function draftProject(
        uint32 agency,
        uint16 year,
        Document calldata brief,
        Reference[] calldata references
    ) external returns (bytes32 code);
    function reviseBrief(bytes32 code, Document calldata brief) external;
    function addReference(bytes32 code, Reference calldata ref) external;
    function registerProject(bytes32 code) external;
    function activateProject(bytes32 code) external;
    function suspendProject(bytes32 code, Document calldata evidence) external;
    function resumeProject(bytes32 code, Document calldata evidence) external;
    function completeProject(bytes32 code, Document calldata evidence) external;
    function auditProject(bytes32 code, Document calldata report) external;
    /// @dev Only for `BudgetLines`, which knows that nothing is committed.
    function cancelProject(bytes32 code, address officer, Document calldata evidence) external;

    function project(bytes32 code) external view returns (Project memory);
    /// @notice The project, reverting unless it is in `state`.
    function requireState(bytes32 code, ProjectState state) external view returns (Project memory);
}
