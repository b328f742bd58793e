// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Duty, IAgencyRegistry} from "../access/IAgencyRegistry.sol";
import {Document, Documents} from "../lib/Document.sol";
import {FiscalYears} from "../lib/FiscalYears.sol";
import {Journal} from "../lib/Journal.sol";
import {ProjectCodes} from "../lib/ProjectCodes.sol";
import {IBudgetProjects} from "./IBudgetProjects.sol";

/// @title Project codes: one code for the life of a project, from draft to audit
contract BudgetProjects is IBudgetProjects, AccessManaged, Journal {
    using Documents for Document;

    IAgencyRegistry private immutable _registry;
    mapping(bytes32 code => Project) private _projects;
    mapping(bytes32 code => mapping(bytes32 personTag => bool)) private _authors;
    mapping(bytes32 code => mapping(bytes32 key => bool)) private _references;
    mapping(uint32 agency => mapping(uint16 year => uint32)) private _sequences;

    /// @param manager AccessManager that knows the other contracts of the budget
    /// @param registry where officers are enrolled
    constructor(address manager, IAgencyRegistry registry) AccessManaged(manager) {
        _registry = registry;
    }

    /// @inheritdoc IBudgetProjects
    function draftProject(
        uint32 agency,
        uint16 year,
        Document calldata brief,
        Reference[] calldata references
    ) external returns (bytes32 code) {
        bytes32 drafter = _registry.requireDutyOf(msg.sender, Duty.RECORDER, agency).personTag;
        if (!FiscalYears.isKnown(year)) revert BudgetProjectsYearOutOfRange(year);
        brief.requireEvidence();
        uint32 sequence = _sequences[agency][year];
        if (sequence == ProjectCodes.LAST_SEQUENCE) revert BudgetProjectsSequenceExhausted(agency, year);

        _sequences[agency][year] = ++sequence;
        code = ProjectCodes.make(year, agency, sequence);
        _projects[code] = Project(agency, year, ProjectState.Draft, 0, drafter);
        _authors[code][drafter] = true;
        emit ProjectDrafted(code, agency, year, msg.sender, brief);
        _record(abi.encode(ProjectDrafted.selector, code, agency, year, msg.sender, brief));
        for (uint256 i = 0; i < references.length; ++i) _addReference(code, references[i]);
    }

    /// @inheritdoc IBudgetProjects
    function reviseBrief(bytes32 code, Document calldata brief) external {
        Project storage entry = _projectAt(code);
        bytes32 personTag = _registry.requireDutyOf(msg.sender, Duty.RECORDER, entry.agency).personTag;
        _requireNotEnded(code, entry);
        brief.requireEvidence();

        if (entry.state == ProjectState.Draft) _authors[code][personTag] = true;
        emit ProjectBriefRevised(code, msg.sender, brief);
        _record(abi.encode(ProjectBriefRevised.selector, code, msg.sender, brief));
    }

    /// @inheritdoc IBudgetProjects
    function addReference(bytes32 code, Reference calldata ref) external {
        Project storage entry = _projectAt(code);
        _registry.requireDutyOf(msg.sender, Duty.RECORDER, entry.agency);
        _requireNotEnded(code, entry);
        _addReference(code, ref);
    }

    /// @inheritdoc IBudgetProjects
    function registerProject(bytes32 code) external {
        Project storage entry = _projectAt(code);
        bytes32 personTag = _registry.requireDutyOf(msg.sender, Duty.APPROVER_1, entry.agency).personTag;
        _requireState(code, entry, ProjectState.Draft);
        if (_authors[code][personTag]) revert BudgetProjectsSamePerson(code, personTag);
        _moveTo(code, entry, ProjectState.Registered, msg.sender, _none());
    }

    /// @inheritdoc IBudgetProjects
    function activateProject(bytes32 code) external {
        Project storage entry = _budgetOfficersProject(code, ProjectState.Registered);
        _moveTo(code, entry, ProjectState.Active, msg.sender, _none());
    }

    /// @inheritdoc IBudgetProjects
    function suspendProject(bytes32 code, Document calldata evidence) external {
        Project storage entry = _budgetOfficersProject(code, ProjectState.Active);
        evidence.requireEvidence();
        _moveTo(code, entry, ProjectState.Suspended, msg.sender, evidence);
    }

    /// @inheritdoc IBudgetProjects
    function resumeProject(bytes32 code, Document calldata evidence) external {
        Project storage entry = _budgetOfficersProject(code, ProjectState.Suspended);
        evidence.requireEvidence();
        _moveTo(code, entry, ProjectState.Active, msg.sender, evidence);
    }

    /// @inheritdoc IBudgetProjects
    function completeProject(bytes32 code, Document calldata evidence) external {
        Project storage entry = _budgetOfficersProject(code, ProjectState.Active);
        evidence.requireEvidence();
        if (entry.openCommitments != 0) revert BudgetProjectsCommitmentsOpen(code, entry.openCommitments);
        _moveTo(code, entry, ProjectState.Completed, msg.sender, evidence);
    }

    /// @inheritdoc IBudgetProjects
    function auditProject(bytes32 code, Document calldata report) external {
        Project storage entry = _projectAt(code);
        bytes32 personTag = _registry.requireDuty(msg.sender, Duty.AUDITOR).personTag;
        if (_registry.servesAgency(personTag, entry.agency)) revert BudgetProjectsOwnAgency(code, entry.agency);
        _requireState(code, entry, ProjectState.Completed);
        report.requireEvidence();
        _moveTo(code, entry, ProjectState.Audited, msg.sender, report);
    }

    /// @inheritdoc IBudgetProjects
    function cancelProject(bytes32 code, address officer, Document calldata evidence) external restricted {
        Project storage entry = _projectAt(code);
        _requireNotEnded(code, entry);
        evidence.requireEvidence();
        _moveTo(code, entry, ProjectState.Cancelled, officer, evidence);
    }

    /// @inheritdoc IBudgetProjects
    function openCommitment(bytes32 code) external restricted returns (Project memory) {
        Project storage entry = _projectAt(code);
        _requireState(code, entry, ProjectState.Active);
        ++entry.openCommitments;
        return entry;
    }

    /// @inheritdoc IBudgetProjects
    function closeCommitment(bytes32 code) external restricted {
        --_projectAt(code).openCommitments;
    }

    /// @inheritdoc IBudgetProjects
    function project(bytes32 code) external view returns (Project memory) {
        return _projectAt(code);
    }

    /// @inheritdoc IBudgetProjects
    function isAuthor(bytes32 code, bytes32 personTag) external view returns (bool) {
        return _authors[code][personTag];
    }

    /// @inheritdoc IBudgetProjects
    function hasReference(bytes32 code, bytes32 scheme, string calldata value) external view returns (bool) {
        return _references[code][_referenceKey(scheme, value)];
    }

    /// @inheritdoc IBudgetProjects
    function lastSequence(uint32 agency, uint16 year) external view returns (uint32) {
        return _sequences[agency][year];
    }

    /// @inheritdoc IBudgetProjects
    function requireRegistered(bytes32 code) external view returns (Project memory) {
        Project storage entry = _projectAt(code);
        _requireNotEnded(code, entry);
        if (entry.state == ProjectState.Draft) {
            revert BudgetProjectsStateWrong(code, entry.state, ProjectState.Registered);
        }
        return entry;
    }

    /// @inheritdoc IBudgetProjects
    function requireState(bytes32 code, ProjectState state) external view returns (Project memory) {
        Project storage entry = _projectAt(code);
        _requireState(code, entry, state);
        return entry;
    }

    function _addReference(bytes32 code, Reference calldata ref) private {
        if (ref.scheme == bytes32(0) || bytes(ref.value).length == 0) revert BudgetProjectsReferenceEmpty(ref.scheme);
        bytes32 key = _referenceKey(ref.scheme, ref.value);
        if (_references[code][key]) revert BudgetProjectsReferenceTaken(code, ref.scheme, ref.value);
        _references[code][key] = true;
        emit ProjectReferenced(code, ref.scheme, ref.value);
        _record(abi.encode(ProjectReferenced.selector, code, ref.scheme, ref.value));
    }

    function _moveTo(
        bytes32 code,
        Project storage entry,
        ProjectState to,
        address officer,
        Document memory evidence
    ) private {
        ProjectState from = entry.state;
        entry.state = to;
        emit ProjectStateChanged(code, from, to, officer, evidence);
        _record(abi.encode(ProjectStateChanged.selector, code, from, to, officer, evidence));
    }

    function _budgetOfficersProject(bytes32 code, ProjectState state) private view returns (Project storage entry) {
        entry = _projectAt(code);
        _registry.requireDutyOf(msg.sender, Duty.BUDGET, entry.agency);
        _requireState(code, entry, state);
    }

    function _requireState(bytes32 code, Project storage entry, ProjectState wanted) private view {
        if (entry.state != wanted) revert BudgetProjectsStateWrong(code, entry.state, wanted);
    }

    function _requireNotEnded(bytes32 code, Project storage entry) private view {
        if (entry.state >= ProjectState.Completed) revert BudgetProjectsEnded(code, entry.state);
    }

    function _projectAt(bytes32 code) private view returns (Project storage entry) {
        entry = _projects[code];
        if (entry.state == ProjectState.None) revert BudgetProjectsUnknown(code);
    }

    function _referenceKey(bytes32 scheme, string calldata value) private pure returns (bytes32) {
        return keccak256(abi.encode(scheme, value));
    }

    function _none() private pure returns (Document memory) {
        return Document("", bytes32(0), 0);
    }
}
