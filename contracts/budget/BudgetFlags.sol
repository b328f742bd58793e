// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Duty, IAgencyRegistry} from "../access/IAgencyRegistry.sol";
import {Document, Documents} from "../lib/Document.sol";
import {Journal} from "../lib/Journal.sol";
import {IBudgetFlags} from "./IBudgetFlags.sol";
import {IBudgetProjects} from "./IBudgetProjects.sol";

/// @title Citizens' flags on projects, and the clock for the answer
contract BudgetFlags is IBudgetFlags, EIP712, Journal {
    using Documents for Document;

    /// @dev A signer's allowance, counted from the first flag of the window.
    struct Window {
        uint64 endsAt;
        uint32 raised;
    }

    /// @inheritdoc IBudgetFlags
    uint64 public constant REPLY_PERIOD = 15 days;
    /// @inheritdoc IBudgetFlags
    uint32 public constant DAILY_LIMIT = 5;
    /// @inheritdoc IBudgetFlags
    bytes32 public constant FLAG_TYPEHASH = keccak256(
        "Flag(bytes32 code,bytes32 rule,Document statement,uint256 nonce,uint256 deadline)Document(bytes cid,bytes32 digest,uint64 date)"
    );

    bytes32 private constant DOCUMENT_TYPEHASH = keccak256("Document(bytes cid,bytes32 digest,uint64 date)");
    uint16 private constant AGENCY_DUTIES =
        Duty.RECORDER | Duty.APPROVER_1 | Duty.APPROVER_2 | Duty.ACCEPTOR | Duty.TREASURY | Duty.BUDGET;

    IAgencyRegistry private immutable _registry;
    IBudgetProjects private immutable _projects;
    uint64 private _flagCount;
    mapping(uint64 flagId => Flag) private _flags;
    mapping(address signer => uint256) private _nonces;
    mapping(address signer => Window) private _windows;

    /// @param registry where officers are enrolled
    /// @param projects where codes are issued
    constructor(IAgencyRegistry registry, IBudgetProjects projects) EIP712("Prongsai Flags", "1") {
        _registry = registry;
        _projects = projects;
    }

    /// @inheritdoc IBudgetFlags
    function raiseFlag(
        FlagPayload calldata payload,
        address signer,
        bytes calldata signature
    ) external returns (uint64 flagId) {
        if (block.timestamp > payload.deadline) revert BudgetFlagsExpired(payload.deadline, uint64(block.timestamp));
        _requireSigned(payload, signer, signature);
        if (payload.nonce != _nonces[signer]) revert BudgetFlagsNonceWrong(signer, _nonces[signer], payload.nonce);
        if (payload.rule == bytes32(0)) revert BudgetFlagsRuleMissing();
        if (_isPresent(payload.statement)) payload.statement.requireEvidence();
        uint32 agency = _projects.project(payload.code).agency;
        _spend(signer);

        ++_nonces[signer];
        flagId = ++_flagCount;
        uint64 replyDueAt = uint64(block.timestamp) + REPLY_PERIOD;
        _flags[flagId] = Flag({
            code: payload.code,
            agency: agency,
            state: FlagState.Open,
            unanswered: false,
            raisedAt: uint64(block.timestamp),
            replyDueAt: replyDueAt,
            rule: payload.rule,
            signer: signer
        });
        emit FlagRaised(flagId, payload.code, payload.rule, signer, replyDueAt, payload.statement);
        _record(
            abi.encode(FlagRaised.selector, flagId, payload.code, payload.rule, signer, replyDueAt, payload.statement)
        );
    }

    /// @inheritdoc IBudgetFlags
    function reply(uint64 flagId, Document calldata document) external {
        Flag storage entry = _flagAt(flagId);
        _registry.requireDutyOf(msg.sender, AGENCY_DUTIES, entry.agency);
        if (entry.state != FlagState.Open) revert BudgetFlagsStateWrong(flagId, entry.state);
        document.requireEvidence();
        entry.state = FlagState.Replied;
        emit FlagReplied(flagId, msg.sender, document);
        _record(abi.encode(FlagReplied.selector, flagId, msg.sender, document));
    }

    /// @inheritdoc IBudgetFlags
    function markUnanswered(uint64 flagId) external {
        Flag storage entry = _flagAt(flagId);
        if (entry.state != FlagState.Open) revert BudgetFlagsStateWrong(flagId, entry.state);
        if (entry.unanswered) revert BudgetFlagsAlreadyUnanswered(flagId);
        if (block.timestamp <= entry.replyDueAt) {
            revert BudgetFlagsReplyNotDue(flagId, entry.replyDueAt, uint64(block.timestamp));
        }
        entry.unanswered = true;
        emit FlagMarkedUnanswered(flagId, entry.replyDueAt);
        _record(abi.encode(FlagMarkedUnanswered.selector, flagId, entry.replyDueAt));
    }

    /// @inheritdoc IBudgetFlags
    function startReview(uint64 flagId) external {
        Flag storage entry = _flagAt(flagId);
        _requireIndependentAuditor(flagId, entry.agency);
        // An agency does not escape review by silence: an unanswered flag goes on without the reply.
        if (entry.state != FlagState.Replied && !(entry.state == FlagState.Open && entry.unanswered)) {
            revert BudgetFlagsStateWrong(flagId, entry.state);
        }
        entry.state = FlagState.UnderReview;
        emit FlagReviewStarted(flagId, msg.sender);
        _record(abi.encode(FlagReviewStarted.selector, flagId, msg.sender));
    }

    /// @inheritdoc IBudgetFlags
    function decide(uint64 flagId, FlagState verdict, Document calldata reason) external {
        Flag storage entry = _flagAt(flagId);
        _requireIndependentAuditor(flagId, entry.agency);
        if (entry.state != FlagState.UnderReview) revert BudgetFlagsStateWrong(flagId, entry.state);
        if (verdict != FlagState.Upheld && verdict != FlagState.Dismissed && verdict != FlagState.Referred) {
            revert BudgetFlagsVerdictInvalid(verdict);
        }
        reason.requireEvidence();
        entry.state = verdict;
        emit FlagDecided(flagId, verdict, msg.sender, reason);
        _record(abi.encode(FlagDecided.selector, flagId, verdict, msg.sender, reason));
    }

    /// @inheritdoc IBudgetFlags
    function flag(uint64 flagId) external view returns (Flag memory) {
        return _flagAt(flagId);
    }

    /// @inheritdoc IBudgetFlags
    function nonceOf(address signer) external view returns (uint256) {
        return _nonces[signer];
    }

    /// @dev Only a key's own low-s signature counts, whether or not the account carries code.
    function _requireSigned(FlagPayload calldata payload, address signer, bytes calldata signature) private view {
        bytes32 statement = keccak256(
            abi.encode(
                DOCUMENT_TYPEHASH,
                keccak256(payload.statement.cid),
                payload.statement.digest,
                payload.statement.date
            )
        );
        bytes32 hash = keccak256(
            abi.encode(FLAG_TYPEHASH, payload.code, payload.rule, statement, payload.nonce, payload.deadline)
        );
        (address recovered, ECDSA.RecoverError problem, ) = ECDSA.tryRecoverCalldata(_hashTypedDataV4(hash), signature);
        if (problem != ECDSA.RecoverError.NoError || recovered != signer) {
            revert BudgetFlagsSignatureInvalid(recovered);
        }
    }

    function _spend(address signer) private {
        Window storage window = _windows[signer];
        if (block.timestamp >= window.endsAt) {
            window.endsAt = uint64(block.timestamp) + 1 days;
            window.raised = 0;
        }
        if (window.raised == DAILY_LIMIT) revert BudgetFlagsTooMany(signer, window.endsAt, DAILY_LIMIT);
        ++window.raised;
    }

    function _requireIndependentAuditor(uint64 flagId, uint32 agency) private view {
        bytes32 personTag = _registry.requireDuty(msg.sender, Duty.AUDITOR).personTag;
        if (_registry.servesAgency(personTag, agency)) revert BudgetFlagsOwnAgency(flagId, agency);
    }

    function _isPresent(Document calldata document) private pure returns (bool) {
        return document.cid.length != 0 || document.digest != bytes32(0) || document.date != 0;
    }

    function _flagAt(uint64 flagId) private view returns (Flag storage) {
        if (flagId == 0 || flagId > _flagCount) revert BudgetFlagsUnknown(flagId);
        return _flags[flagId];
    }
}
