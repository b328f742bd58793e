// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Duty, IAgencyRegistry} from "../access/IAgencyRegistry.sol";
import {AsciiNames} from "../lib/AsciiNames.sol";
import {Documents} from "../lib/Document.sol";
import {Journal} from "../lib/Journal.sol";
import {IServiceRegistry, KeyAlgorithm, KeyUse} from "./IServiceRegistry.sol";

/// @title Services that log their actions: who answers for them, with which keys, what they may log and how soon
/// @dev The action log inherits it instead of calling it: a call for each anchor would cost as much as six steps of the
/// proof that it carries.
abstract contract ServiceRegistry is IServiceRegistry, AccessManaged, Journal {
    /// @dev A public key without its bytes, which stand in the event.
    struct Key {
        KeyUse use;
        bytes32 submitter;
        Window window;
    }

    /// @dev The newest version of an action type; the CID of its schema stands in the event.
    struct ActionType {
        uint32 version;
        bool inUse;
        bytes32 schemaHash;
    }

    uint32 private constant LONGEST_DELAY = 1 days;

    IAgencyRegistry internal immutable _registry;
    bytes32[] private _ids;
    mapping(bytes32 service => Service) private _services;
    /// @dev Until when promises may be due that were given under a delay which has been changed since (Unix seconds).
    mapping(bytes32 service => uint48) private _owedUntil;
    mapping(bytes32 service => mapping(bytes32 keyId => Key)) private _keys;
    mapping(bytes32 service => mapping(address gateway => Window)) private _gateways;
    mapping(bytes32 service => mapping(bytes32 nameHash => ActionType)) private _actionTypes;

    /// @param manager AccessManager that knows the registrar
    /// @param registry where officers are enrolled
    constructor(address manager, IAgencyRegistry registry) AccessManaged(manager) {
        _registry = registry;
    }

    /// @inheritdoc IServiceRegistry
    function registerService(ServiceInput calldata input) external restricted returns (bytes32 id) {
        if (!AsciiNames.isReverseDns(bytes(input.name))) revert ServiceRegistryNameMalformed(input.name);
        id = keccak256(bytes(input.name));
        if (_services[id].registeredAt != 0) revert ServiceRegistryServiceExists(id);
        if (!_registry.agency(input.agency).active) revert IAgencyRegistry.AgencyRegistryAgencyInactive(input.agency);
        _requireTitles(input.titleTh, input.titleEn);
        _requireTiming(input.heartbeatInterval, input.maxMergeDelay);

        _ids.push(id);
        _services[id] = Service(input.agency, input.heartbeatInterval, input.maxMergeDelay, _now(), 0, false);
        _beginLog(id);
        emit ServiceRegistered(
            id,
            input.agency,
            input.name,
            input.titleTh,
            input.titleEn,
            input.heartbeatInterval,
            input.maxMergeDelay
        );
        _record(
            abi.encode(
                ServiceRegistered.selector,
                id,
                input.agency,
                input.name,
                input.titleTh,
                input.titleEn,
                input.heartbeatInterval,
                input.maxMergeDelay
            )
        );
    }

    /// @inheritdoc IServiceRegistry
    function suspendService(bytes32 id) external restricted {
        Service storage entry = _serviceAt(id);
        _requireOpen(id, entry);
        _close(id, entry);
        emit ServiceSuspended(id, entry.closedAt);
        _record(abi.encode(ServiceSuspended.selector, id, entry.closedAt));
    }

    /// @inheritdoc IServiceRegistry
    function reinstateService(bytes32 id) external restricted {
        Service storage entry = _serviceAt(id);
        if (entry.retired) revert ServiceRegistryServiceRetired(id, entry.closedAt);
        if (entry.closedAt == 0) revert ServiceRegistryServiceOpen(id);
        entry.closedAt = 0;
        _setClosing(id, 0);
        emit ServiceReinstated(id);
        _record(abi.encode(ServiceReinstated.selector, id));
    }

    /// @inheritdoc IServiceRegistry
    function retitleService(bytes32 id, string calldata titleTh, string calldata titleEn) external {
        _keptServiceAt(id);
        _requireTitles(titleTh, titleEn);
        emit ServiceRetitled(id, titleTh, titleEn);
        _record(abi.encode(ServiceRetitled.selector, id, titleTh, titleEn));
    }

    /// @inheritdoc IServiceRegistry
    function changeTiming(bytes32 id, uint32 heartbeatInterval, uint32 maxMergeDelay) external {
        Service storage entry = _keptServiceAt(id);
        _requireOpen(id, entry);
        _requireTiming(heartbeatInterval, maxMergeDelay);
        _owedUntil[id] = _closesAt(id, entry, _now());
        entry.heartbeatInterval = heartbeatInterval;
        entry.maxMergeDelay = maxMergeDelay;
        emit ServiceTimingChanged(id, heartbeatInterval, maxMergeDelay);
        _record(abi.encode(ServiceTimingChanged.selector, id, heartbeatInterval, maxMergeDelay));
    }

    /// @inheritdoc IServiceRegistry
    function retireService(bytes32 id) external {
        Service storage entry = _keptServiceAt(id);
        if (entry.retired) revert ServiceRegistryServiceRetired(id, entry.closedAt);
        entry.retired = true;
        if (entry.closedAt == 0) _close(id, entry);
        emit ServiceRetired(id, entry.closedAt);
        _record(abi.encode(ServiceRetired.selector, id, entry.closedAt));
    }

    /// @inheritdoc IServiceRegistry
    function addKey(bytes32 id, KeyInput calldata input) external returns (bytes32 keyId) {
        _requireOpen(id, _keptServiceAt(id));
        _requireKey(input);
        keyId = sha256(input.publicKey);
        Key storage entry = _keys[id][keyId];
        if (entry.window.validUntil != 0) revert ServiceRegistryKeyExists(id, keyId);
        entry.use = input.use;
        entry.submitter = input.submitter;
        entry.window = _window(input.validFrom, input.validUntil);
        emit KeyAdded(
            id,
            keyId,
            input.use,
            input.algorithm,
            input.submitter,
            input.publicKey,
            input.validFrom,
            input.validUntil
        );
        _record(
            abi.encode(
                KeyAdded.selector,
                id,
                keyId,
                input.use,
                input.algorithm,
                input.submitter,
                input.publicKey,
                input.validFrom,
                input.validUntil
            )
        );
    }

    /// @inheritdoc IServiceRegistry
    function endKey(bytes32 id, bytes32 keyId) external {
        _keptServiceAt(id);
        Window storage window = _keyAt(id, keyId).window;
        if (window.endedAt != 0) revert ServiceRegistryKeyEnded(id, keyId, window.endedAt);
        window.endedAt = _now();
        emit KeyEnded(id, keyId, window.endedAt);
        _record(abi.encode(KeyEnded.selector, id, keyId, window.endedAt));
    }

    /// @inheritdoc IServiceRegistry
    function addGateway(bytes32 id, address gateway, uint48 validFrom, uint48 validUntil) external {
        _requireOpen(id, _keptServiceAt(id));
        if (gateway == address(0)) revert ServiceRegistryGatewayMissing();
        if (_gateways[id][gateway].validUntil != 0) revert ServiceRegistryGatewayExists(id, gateway);
        _gateways[id][gateway] = _window(validFrom, validUntil);
        emit GatewayAdded(id, gateway, validFrom, validUntil);
        _record(abi.encode(GatewayAdded.selector, id, gateway, validFrom, validUntil));
    }

    /// @inheritdoc IServiceRegistry
    function endGateway(bytes32 id, address gateway) external {
        _keptServiceAt(id);
        Window storage window = _gateways[id][gateway];
        if (window.validUntil == 0) revert ServiceRegistryGatewayUnknown(id, gateway);
        if (window.endedAt != 0) revert ServiceRegistryGatewayEnded(id, gateway, window.endedAt);
        window.endedAt = _now();
        emit GatewayEnded(id, gateway, window.endedAt);
        _record(abi.encode(GatewayEnded.selector, id, gateway, window.endedAt));
    }

    /// @inheritdoc IServiceRegistry
    function defineActionType(
        bytes32 id,
        string calldata name,
        bytes calldata schemaCid
    ) external returns (uint32 version) {
        _requireOpen(id, _keptServiceAt(id));
        if (!AsciiNames.isActionType(bytes(name))) revert ServiceRegistryActionTypeMalformed(name);
        if (!Documents.isCid(schemaCid)) revert ServiceRegistrySchemaCidMalformed(schemaCid);
        ActionType storage entry = _actionTypes[id][keccak256(bytes(name))];
        bytes32 schemaHash = keccak256(schemaCid);
        if (entry.inUse && entry.schemaHash == schemaHash) revert ServiceRegistrySchemaUnchanged(name, entry.version);
        version = ++entry.version;
        entry.inUse = true;
        entry.schemaHash = schemaHash;
        emit ActionTypeDefined(id, name, version, schemaCid);
        _record(abi.encode(ActionTypeDefined.selector, id, name, version, schemaCid));
    }

    /// @inheritdoc IServiceRegistry
    function withdrawActionType(bytes32 id, string calldata name) external {
        _requireOpen(id, _keptServiceAt(id));
        ActionType storage entry = _actionTypes[id][keccak256(bytes(name))];
        if (!entry.inUse) revert ServiceRegistryActionTypeUnknown(name);
        entry.inUse = false;
        emit ActionTypeWithdrawn(id, name, entry.version);
        _record(abi.encode(ActionTypeWithdrawn.selector, id, name, entry.version));
    }

    /// @inheritdoc IServiceRegistry
    function service(bytes32 id) external view returns (Service memory) {
        return _serviceAt(id);
    }

    /// @inheritdoc IServiceRegistry
    function services() external view returns (bytes32[] memory) {
        return _ids;
    }

    /// @inheritdoc IServiceRegistry
    function key(
        bytes32 id,
        bytes32 keyId
    ) external view returns (KeyUse use, bytes32 submitter, Window memory window) {
        Key storage entry = _keyAt(id, keyId);
        return (entry.use, entry.submitter, entry.window);
    }

    /// @inheritdoc IServiceRegistry
    function isGatewayAt(bytes32 id, address gateway, uint64 time) external view returns (bool) {
        return _isGatewayAt(id, gateway, time);
    }

    /// @inheritdoc IServiceRegistry
    function actionType(
        bytes32 id,
        string calldata name
    ) external view returns (uint32 version, bytes32 schemaHash, bool inUse) {
        ActionType storage entry = _actionTypes[id][keccak256(bytes(name))];
        return (entry.version, entry.schemaHash, entry.inUse);
    }

    /// @dev Told when a service closes: nothing may be anchored for it after `closesAt` (Unix seconds), which leaves as
    /// long as a promise given before may take; 0 when it is open again.
    function _setClosing(bytes32 id, uint48 closesAt) internal virtual;

    /// @dev The log of a service that was just registered has no entries yet.
    function _beginLog(bytes32 id) internal virtual;

    function _serviceIds() internal view returns (bytes32[] memory) {
        return _ids;
    }

    function _requireGateway(bytes32 id) internal view {
        if (!_holds(_gateways[id][msg.sender], _now())) {
            revert ServiceRegistryGatewayNotInForce(id, msg.sender, _now());
        }
    }

    function _isGatewayAt(bytes32 id, address gateway, uint64 time) internal view returns (bool) {
        return _holds(_gateways[id][gateway], time);
    }

    function _serviceAt(bytes32 id) internal view returns (Service storage entry) {
        entry = _services[id];
        if (entry.registeredAt == 0) revert ServiceRegistryServiceUnknown(id);
    }

    /// @dev 48 bits of Unix seconds last for nine million years.
    function _now() internal view returns (uint48) {
        return uint48(block.timestamp);
    }

    /// @dev The service, if the sender may keep it: asked before anything else, so that the answer to who may do what
    /// does not depend on whether the service is open.
    function _keptServiceAt(bytes32 id) private view returns (Service storage entry) {
        entry = _serviceAt(id);
        _registry.requireDutyOf(msg.sender, Duty.SERVICES, entry.agency);
    }

    function _close(bytes32 id, Service storage entry) private {
        uint48 closedAt = _now();
        entry.closedAt = closedAt;
        _setClosing(id, _closesAt(id, entry, closedAt));
    }

    /// @dev Until when a promise may be due that was given at `closedAt` or earlier.
    function _closesAt(bytes32 id, Service storage entry, uint48 closedAt) private view returns (uint48) {
        return uint48(Math.max(closedAt + entry.maxMergeDelay, _owedUntil[id]));
    }

    function _requireOpen(bytes32 id, Service storage entry) private view {
        if (entry.closedAt != 0) revert ServiceRegistryServiceClosed(id, entry.closedAt);
    }

    function _requireTitles(string calldata titleTh, string calldata titleEn) private pure {
        if (bytes(titleTh).length == 0 || bytes(titleEn).length == 0) revert ServiceRegistryTitleMissing();
    }

    function _requireTiming(uint32 heartbeatInterval, uint32 maxMergeDelay) private pure {
        if (maxMergeDelay == 0 || maxMergeDelay > LONGEST_DELAY) revert ServiceRegistryDelayOutOfRange(maxMergeDelay);
        if (heartbeatInterval != 0 && heartbeatInterval < maxMergeDelay) {
            revert ServiceRegistryHeartbeatTooShort(heartbeatInterval, maxMergeDelay);
        }
    }

    function _requireKey(KeyInput calldata input) private pure {
        bytes calldata publicKey = input.publicKey;
        bool wellFormed =
            input.algorithm == KeyAlgorithm.Ed25519
                ? publicKey.length == 32
                : publicKey.length == 33 && (publicKey[0] == 0x02 || publicKey[0] == 0x03);
        if (!wellFormed) revert ServiceRegistryKeyMalformed(input.algorithm, publicKey);
        if (input.use == KeyUse.Submission) {
            if (!AsciiNames.isLabel(input.submitter)) revert ServiceRegistrySubmitterMalformed(input.submitter);
        } else {
            if (input.algorithm != KeyAlgorithm.Ed25519) revert ServiceRegistryKeyUseUnfit(input.use, input.algorithm);
            if (input.submitter != bytes32(0)) revert ServiceRegistrySubmitterMalformed(input.submitter);
        }
    }

    function _window(uint48 validFrom, uint48 validUntil) private view returns (Window memory) {
        if (validFrom > validUntil || validUntil < _now()) {
            revert ServiceRegistryWindowEmpty(validFrom, validUntil, _now());
        }
        return Window(validFrom, validUntil, 0);
    }

    function _holds(Window memory window, uint64 time) private pure returns (bool) {
        return time >= window.validFrom && time <= window.validUntil && (window.endedAt == 0 || time < window.endedAt);
    }

    function _keyAt(bytes32 id, bytes32 keyId) private view returns (Key storage entry) {
        entry = _keys[id][keyId];
        if (entry.window.validUntil == 0) revert ServiceRegistryKeyUnknown(id, keyId);
    }
}
