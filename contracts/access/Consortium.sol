// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Governor, IGovernor} from "@openzeppelin/contracts/governance/Governor.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {GovernorTimelockAccess} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockAccess.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {EnumerableMap} from "@openzeppelin/contracts/utils/structs/EnumerableMap.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";
import {IConsortium} from "./IConsortium.sol";

/// @title The vote of the member agencies, admin of every role
contract Consortium is IConsortium, GovernorSettings, GovernorCountingSimple, GovernorTimelockAccess {
    using Checkpoints for Checkpoints.Trace208;
    using EnumerableMap for EnumerableMap.UintToAddressMap;

    EnumerableMap.UintToAddressMap private _members;
    Checkpoints.Trace208 private _memberCount;
    mapping(address account => Checkpoints.Trace208) private _votes;

    /// @param manager AccessManager whose admin this becomes
    /// @param founders first members
    /// @param timing delays and voting period; a vote may change them later
    constructor(
        address manager,
        Member[] memory founders,
        Timing memory timing
    )
        Governor("Prongsai Consortium")
        GovernorSettings(timing.votingDelay, timing.votingPeriod, 1)
        GovernorTimelockAccess(manager, timing.executionDelay)
    {
        if (founders.length == 0) revert ConsortiumAgencyMissing();
        for (uint256 i = 0; i < founders.length; ++i) _admit(founders[i].agency, founders[i].account);
    }

    /// @inheritdoc IConsortium
    function admitMember(uint32 agency, address account) external onlyGovernance {
        _admit(agency, account);
    }

    /// @inheritdoc IConsortium
    function removeMember(uint32 agency) external onlyGovernance {
        address account = _accountAt(agency);
        if (_members.length() == 1) revert ConsortiumLastMember(agency);
        _members.remove(agency);
        _votes[account].push(clock(), 0);
        _checkpointCount();
        emit MemberRemoved(agency, account);
    }

    /// @inheritdoc IConsortium
    function replaceAccount(uint32 agency, address account) external onlyGovernance {
        address previous = _accountAt(agency);
        _requireFree(agency, account);
        _members.set(agency, account);
        _votes[previous].push(clock(), 0);
        _votes[account].push(clock(), 1);
        emit MemberAccountReplaced(agency, previous, account);
    }

    /// @inheritdoc IConsortium
    function members() external view returns (Member[] memory list) {
        list = new Member[](_members.length());
        for (uint256 i = 0; i < list.length; ++i) {
            (uint256 agency, address account) = _members.pos(i);
            list[i] = Member(uint32(agency), account);
        }
    }

    /// @inheritdoc IConsortium
    function accountOf(uint32 agency) external view returns (address account) {
        (, account) = _members.tryGet(agency);
    }

    /// @inheritdoc IConsortium
    function memberCountAt(uint256 timepoint) public view returns (uint256) {
        return _memberCount.upperLookupRecent(SafeCast.toUint48(timepoint));
    }

    /// @notice Votes for that a proposal needs: more than half of the members at `timepoint`.
    function quorum(uint256 timepoint) public view override returns (uint256) {
        return memberCountAt(timepoint) / 2 + 1;
    }

    /// @notice Only votes for count towards the quorum, so no abstention carries a proposal.
    function COUNTING_MODE() public pure override(IGovernor, GovernorCountingSimple) returns (string memory) {
        return "support=bravo&quorum=for";
    }

    /// @notice Unix seconds.
    function clock() public view override returns (uint48) {
        return Time.timestamp();
    }

    /// @notice ERC-6372 name of the clock.
    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    /// @inheritdoc GovernorTimelockAccess
    function propose(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description
    ) public override(Governor, GovernorTimelockAccess) returns (uint256) {
        return super.propose(targets, values, calldatas, description);
    }

    /// @inheritdoc GovernorTimelockAccess
    function proposalNeedsQueuing(
        uint256 proposalId
    ) public view override(Governor, GovernorTimelockAccess) returns (bool) {
        return super.proposalNeedsQueuing(proposalId);
    }

    /// @inheritdoc GovernorSettings
    function proposalThreshold() public view override(Governor, GovernorSettings) returns (uint256) {
        return super.proposalThreshold();
    }

    /// @inheritdoc GovernorSettings
    function votingDelay() public view override(Governor, GovernorSettings) returns (uint256) {
        return super.votingDelay();
    }

    /// @inheritdoc GovernorSettings
    function votingPeriod() public view override(Governor, GovernorSettings) returns (uint256) {
        return super.votingPeriod();
    }

    function _admit(uint32 agency, address account) private {
        if (agency == 0) revert ConsortiumAgencyMissing();
        (bool exists, address current) = _members.tryGet(agency);
        if (exists) revert ConsortiumMemberExists(agency, current);
        _requireFree(agency, account);
        _members.set(agency, account);
        _votes[account].push(clock(), 1);
        _checkpointCount();
        emit MemberAdmitted(agency, account);
    }

    function _checkpointCount() private {
        _memberCount.push(clock(), SafeCast.toUint208(_members.length()));
    }

    function _requireFree(uint32 agency, address account) private view {
        if (account == address(0)) revert ConsortiumAccountMissing(agency);
        if (_votes[account].latest() != 0) revert ConsortiumAccountTaken(account);
    }

    function _accountAt(uint32 agency) private view returns (address account) {
        bool exists;
        (exists, account) = _members.tryGet(agency);
        if (!exists) revert ConsortiumMemberUnknown(agency);
    }

    /// @dev Delays may be shortened by a vote, never to nothing.
    function _setBaseDelaySeconds(uint32 newBaseDelay) internal override {
        if (newBaseDelay == 0) revert ConsortiumDelayMissing();
        super._setBaseDelaySeconds(newBaseDelay);
    }

    function _getVotes(
        address account,
        uint256 timepoint,
        bytes memory /* params */
    ) internal view override returns (uint256) {
        return _votes[account].upperLookupRecent(SafeCast.toUint48(timepoint));
    }

    function _countVote(
        uint256 proposalId,
        address account,
        uint8 support,
        uint256 totalWeight,
        bytes memory params
    ) internal override(Governor, GovernorCountingSimple) returns (uint256) {
        if (totalWeight == 0) revert ConsortiumNotMember(account, proposalSnapshot(proposalId));
        return super._countVote(proposalId, account, support, totalWeight, params);
    }

    function _quorumReached(
        uint256 proposalId
    ) internal view override(Governor, GovernorCountingSimple) returns (bool) {
        (, uint256 forVotes, ) = proposalVotes(proposalId);
        return forVotes >= quorum(proposalSnapshot(proposalId));
    }

    function _queueOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockAccess) returns (uint48) {
        return super._queueOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockAccess) {
        super._executeOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockAccess) returns (uint256) {
        return super._cancel(targets, values, calldatas, descriptionHash);
    }
}
