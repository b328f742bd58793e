// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IJournal} from "../lib/IJournal.sol";

/// @notice What a service's public key is for.
enum KeyUse {
    /// @notice Signs the requests that hand in actions (RFC 9421).
    Submission,
    /// @notice Signs the checkpoints of the service's log (C2SP signed note).
    Checkpoint
}

/// @notice How a service's public key is written: Ed25519 as 32 bytes (RFC 8032), P-256 as 33 bytes (SEC 1, compressed).
enum KeyAlgorithm {
    Ed25519,
    P256
}

/// @title Services that log their actions: who answers for them, with which keys, what they may log and how soon
/// @notice A service is known by keccak256 of its reverse-DNS name. The registrar admits it for an agency; officers of
/// that agency with the duty `SERVICES` keep its keys, gateways and action types. Nothing is ever taken off the list:
/// keys and gateways end, action types are withdrawn, so that what was signed or logged earlier stays readable.
interface IServiceRegistry is IJournal {
    /// @param agency code of the agency that answers for the service
    /// @param heartbeatInterval longest silence in seconds that is not a fault; 0 when the service promises none
    /// @param maxMergeDelay seconds within which what was promised must be anchored
    /// @param registeredAt when the service was admitted (Unix seconds)
    /// @param closedAt since when it takes nothing new (Unix seconds), 0 while it is open
    /// @param retired whether it is closed for ever
    struct Service {
        uint32 agency;
        uint32 heartbeatInterval;
        uint32 maxMergeDelay;
        uint48 registeredAt;
        uint48 closedAt;
        bool retired;
    }

    /// @param name reverse-DNS name, e.g. `th.go.police.chatbot`
    /// @param agency code of the agency that answers for it
    /// @param titleTh what the public calls it, in Thai
    /// @param titleEn the same in English
    /// @param heartbeatInterval seconds, 0 for none
    /// @param maxMergeDelay seconds, 1 to 86 400
    struct ServiceInput {
        string name;
        uint32 agency;
        string titleTh;
        string titleEn;
        uint32 heartbeatInterval;
        uint32 maxMergeDelay;
    }

    /// @param validFrom first second of validity (Unix)
    /// @param validUntil last second of validity (Unix)
    /// @param endedAt from this second on it is not valid any more whatever `validUntil` says; 0 when not ended early
    struct Window {
        uint48 validFrom;
        uint48 validUntil;
        uint48 endedAt;
    }

    /// @param use what it is for
    /// @param algorithm how `publicKey` is to be read
    /// @param submitter label of the writer (ASCII, padded with zeros) that the key signs for; zero for checkpoints
    /// @param publicKey the key itself
    /// @param validFrom first second of validity (Unix)
    /// @param validUntil last second of validity (Unix)
    struct KeyInput {
        KeyUse use;
        KeyAlgorithm algorithm;
        bytes32 submitter;
        bytes publicKey;
        uint48 validFrom;
        uint48 validUntil;
    }

    /// @notice A service may log from now on.
    event ServiceRegistered(
        bytes32 indexed service,
        uint32 indexed agency,
        string name,
        string titleTh,
        string titleEn,
        uint32 heartbeatInterval,
        uint32 maxMergeDelay
    );
    /// @notice The service has other titles; its name and id are unchanged.
    event ServiceRetitled(bytes32 indexed service, string titleTh, string titleEn);
    /// @notice The service promises other times from now on; promises given earlier keep theirs.
    event ServiceTimingChanged(bytes32 indexed service, uint32 heartbeatInterval, uint32 maxMergeDelay);
    /// @notice The service takes nothing new; what it promised must still be anchored.
    event ServiceSuspended(bytes32 indexed service, uint48 closedAt);
    /// @notice The service takes actions again.
    event ServiceReinstated(bytes32 indexed service);
    /// @notice The service ended for ever; what it promised must still be anchored.
    event ServiceRetired(bytes32 indexed service, uint48 closedAt);
    /// @notice A key may sign for the service within its window.
    event KeyAdded(
        bytes32 indexed service,
        bytes32 indexed keyId,
        KeyUse use,
        KeyAlgorithm algorithm,
        bytes32 submitter,
        bytes publicKey,
        uint48 validFrom,
        uint48 validUntil
    );
    /// @notice The key signs for nobody from `endedAt` on (Unix seconds).
    event KeyEnded(bytes32 indexed service, bytes32 indexed keyId, uint48 endedAt);
    /// @notice An account may promise and anchor for the service within its window.
    event GatewayAdded(bytes32 indexed service, address indexed gateway, uint48 validFrom, uint48 validUntil);
    /// @notice The account neither promises nor anchors from `endedAt` on (Unix seconds).
    event GatewayEnded(bytes32 indexed service, address indexed gateway, uint48 endedAt);
    /// @notice The service logs actions of this type by this JSON Schema from now on.
    event ActionTypeDefined(bytes32 indexed service, string name, uint32 version, bytes schemaCid);
    /// @notice The service logs no more actions of this type; earlier ones stay readable.
    event ActionTypeWithdrawn(bytes32 indexed service, string name, uint32 version);

    /// @notice Not a reverse-DNS name: at least two labels of a–z, 0–9 and inner hyphens, joined by dots, at most 120 bytes.
    error ServiceRegistryNameMalformed(string name);
    /// @notice The Thai or the English title is empty.
    error ServiceRegistryTitleMissing();
    /// @notice The longest delay is not 1 second to 24 hours.
    error ServiceRegistryDelayOutOfRange(uint32 maxMergeDelay);
    /// @notice The heartbeat is more often than the delay allows: every quiet service would look silent.
    error ServiceRegistryHeartbeatTooShort(uint32 heartbeatInterval, uint32 maxMergeDelay);
    /// @notice The name already stands for a service.
    error ServiceRegistryServiceExists(bytes32 service);
    /// @notice The id stands for no service.
    error ServiceRegistryServiceUnknown(bytes32 service);
    /// @notice The service is suspended or retired.
    error ServiceRegistryServiceClosed(bytes32 service, uint48 closedAt);
    /// @notice The service is open, so it cannot be reinstated.
    error ServiceRegistryServiceOpen(bytes32 service);
    /// @notice The service ended for ever.
    error ServiceRegistryServiceRetired(bytes32 service, uint48 closedAt);
    /// @notice The window ends before it begins, or has ended already.
    error ServiceRegistryWindowEmpty(uint48 validFrom, uint48 validUntil, uint48 blockTime);
    /// @notice An Ed25519 key has 32 bytes, a compressed P-256 key 33 and begins with 2 or 3.
    error ServiceRegistryKeyMalformed(KeyAlgorithm algorithm, bytes publicKey);
    /// @notice Checkpoints are signed with Ed25519 only.
    error ServiceRegistryKeyUseUnfit(KeyUse use, KeyAlgorithm algorithm);
    /// @notice A submission key needs a label of 1 to 31 of a–z, 0–9 and hyphens; a checkpoint key has none.
    error ServiceRegistrySubmitterMalformed(bytes32 submitter);
    /// @notice The key was added before, whether or not it is still valid.
    error ServiceRegistryKeyExists(bytes32 service, bytes32 keyId);
    /// @notice The service never had this key.
    error ServiceRegistryKeyUnknown(bytes32 service, bytes32 keyId);
    /// @notice The key was ended before.
    error ServiceRegistryKeyEnded(bytes32 service, bytes32 keyId, uint48 endedAt);
    /// @notice The gateway's account is the zero address.
    error ServiceRegistryGatewayMissing();
    /// @notice The account was added before, whether or not it is still valid.
    error ServiceRegistryGatewayExists(bytes32 service, address gateway);
    /// @notice The account never was a gateway of the service.
    error ServiceRegistryGatewayUnknown(bytes32 service, address gateway);
    /// @notice The account was ended before.
    error ServiceRegistryGatewayEnded(bytes32 service, address gateway, uint48 endedAt);
    /// @notice The block lies outside the account's window.
    error ServiceRegistryGatewayNotInForce(bytes32 service, address gateway, uint48 blockTime);
    /// @notice Not an action type: two or more words of letters and digits joined by dots, each beginning with a small
    /// letter, at most 60 bytes.
    error ServiceRegistryActionTypeMalformed(string name);
    /// @notice Not a binary CIDv1 with a 32-byte sha2-256 multihash.
    error ServiceRegistrySchemaCidMalformed(bytes cid);
    /// @notice The type's newest version has this schema already.
    error ServiceRegistrySchemaUnchanged(string name, uint32 version);
    /// @notice The service has no action type of this name, or it is withdrawn.
    error ServiceRegistryActionTypeUnknown(string name);

    // Registrar (AccessManager role)
    /// @notice Admits a service for an active agency. Registrar only.
    function registerService(ServiceInput calldata input) external returns (bytes32 service);
    /// @notice Closes a service until it is reinstated. What was promised may be anchored for `maxMergeDelay` more, or
    /// for as long as a promise may run that was given under an earlier, longer delay.
    /// Registrar only.
    function suspendService(bytes32 service) external;
    /// @notice Ends a suspension. Registrar only.
    function reinstateService(bytes32 service) external;

    // Officers of the service's agency with the duty SERVICES
    /// @notice Changes the titles.
    function retitleService(bytes32 service, string calldata titleTh, string calldata titleEn) external;
    /// @notice Changes the promised times.
    function changeTiming(bytes32 service, uint32 heartbeatInterval, uint32 maxMergeDelay) external;
    /// @notice Closes a service for ever.
    function retireService(bytes32 service) external;
    /// @notice Adds a public key that never was the service's. Its id is SHA-256 of the key's bytes.
    function addKey(bytes32 service, KeyInput calldata key) external returns (bytes32 keyId);
    /// @notice Ends a key now, for instance after it was lost.
    function endKey(bytes32 service, bytes32 keyId) external;
    /// @notice Adds an account that promises and anchors.
    function addGateway(bytes32 service, address gateway, uint48 validFrom, uint48 validUntil) external;
    /// @notice Ends a gateway now. Promises that it signed until now still bind the service.
    function endGateway(bytes32 service, address gateway) external;
    /// @notice Defines an action type, or gives it a new version. Versions count from 1.
    function defineActionType(
        bytes32 service,
        string calldata name,
        bytes calldata schemaCid
    ) external returns (uint32 version);
    /// @notice Withdraws an action type; defining it again continues its versions.
    function withdrawActionType(bytes32 service, string calldata name) external;

    /// @notice The service, reverting when there is none.
    function service(bytes32 id) external view returns (Service memory);
    /// @notice Every service, in the order of registration.
    function services() external view returns (bytes32[] memory);
    /// @notice Use, label and window of a key; reverts when the service never had it.
    function key(
        bytes32 service,
        bytes32 keyId
    ) external view returns (KeyUse use, bytes32 submitter, Window memory window);
    /// @notice Whether `gateway` could promise and anchor for the service at `time` (Unix seconds).
    function isGatewayAt(bytes32 service, address gateway, uint64 time) external view returns (bool);
    /// @notice Newest version of an action type, its schema's hash (keccak256 of the CID) and whether it is in use;
    /// zeros when there is none.
    function actionType(
        bytes32 service,
        string calldata name
    ) external view returns (uint32 version, bytes32 schemaHash, bool inUse);
}
