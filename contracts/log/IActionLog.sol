// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IServiceRegistry} from "./IServiceRegistry.sol";

/// @notice What a gateway promised to a submitter: from `firstIndex` on the service's log will hold these leaves, and by
/// `deadline` they will be anchored.
/// @param service id of the service
/// @param firstIndex index of the first leaf
/// @param count number of leaves
/// @param leavesRoot RFC 9162 root over the promised leaf hashes, in order
/// @param issuedAt when it was given (Unix seconds)
/// @param deadline by when the anchored log is longer than `firstIndex + count − 1` (Unix seconds)
struct PromiseStatement {
    bytes32 service;
    uint64 firstIndex;
    uint64 count;
    bytes32 leavesRoot;
    uint64 issuedAt;
    uint64 deadline;
}

/// @notice A promise with the gateway's signature. One signature covers all promises that became durable together: it
/// is given over the RFC 9162 root of their statements, each a leaf `SHA-256(0x00 ‖ abi.encode(statement))`.
/// @param statement what was promised
/// @param groupIndex place of the statement among those signed together
/// @param groupSize how many were signed together
/// @param groupPath inclusion proof of the statement, siblings upwards
/// @param signature 65 bytes (r, s, v) of EIP-712 `Promises(bytes32 root)`
struct SignedPromise {
    PromiseStatement statement;
    uint64 groupIndex;
    uint64 groupSize;
    bytes32[] groupPath;
    bytes signature;
}

/// @notice How a promise was broken.
enum Breach {
    /// @notice The anchored log was too short after the deadline.
    DeadlineMissed,
    /// @notice The anchored log holds something else at a promised index.
    WrongLeaf
}

/// @title One append-only log for each service, as the root of an RFC 9162 SHA-256 Merkle tree
/// @notice A new root is taken only with a proof that the new tree begins with the old one, so that nobody, the
/// operator included, can change, drop or reorder what was anchored. The entries themselves are public documents; the
/// root says what they must be.
interface IActionLog is IServiceRegistry {
    /// @param root root of the tree of `size` leaves
    /// @param size number of entries
    /// @param anchoredAt when this root was taken (Unix seconds), 0 before the first
    /// @param seenAt when the service last anchored, said that it has nothing to anchor or was reinstated (Unix seconds)
    /// @param closesAt after this second nothing is taken any more (Unix), 0 while the service is open
    /// @param anchors how many roots were taken
    struct Head {
        bytes32 root;
        uint48 size;
        uint48 anchoredAt;
        uint48 seenAt;
        uint48 closesAt;
        uint48 anchors;
    }

    /// @param service id of the service
    /// @param newSize number of entries of the new tree
    /// @param newRoot its root
    /// @param bundle SHA-256 of the published list of entries and tiles that are new; as a document it is one raw block,
    /// so this is its CID too
    /// @param consistencyProof RFC 9162 proof that the new tree extends the anchored one
    struct AnchorInput {
        bytes32 service;
        uint48 newSize;
        bytes32 newRoot;
        bytes32 bundle;
        bytes32[] consistencyProof;
    }

    /// @notice The service's log grew to `size` entries with this root; what is new is in the bundle.
    event Anchored(bytes32 indexed service, uint48 size, bytes32 root, bytes32 bundle);
    /// @notice The service is there and has nothing to anchor.
    event HeartbeatReceived(bytes32 indexed service, uint48 size);
    /// @notice A witness of another agency has checked the log up to `size` and found this root.
    event HeadCosigned(bytes32 indexed service, uint32 indexed agency, address officer, uint48 size, bytes32 root);
    /// @notice A signed promise was shown to be broken at `index`.
    event PromiseBroken(
        bytes32 indexed service,
        bytes32 indexed statementHash,
        address indexed gateway,
        Breach breach,
        uint64 index
    );

    /// @notice The service closed, and the time to anchor what it had promised is over.
    error ActionLogClosed(bytes32 service, uint48 closesAt);
    /// @notice The log would not grow.
    error ActionLogNotLonger(bytes32 service, uint48 size, uint48 newSize);
    /// @notice The proof does not show that the new tree extends the anchored one.
    error ActionLogNotAnExtension(bytes32 service, uint48 size, bytes32 root, uint48 newSize, bytes32 newRoot);
    /// @notice The list of new entries is not named.
    error ActionLogBundleMissing(bytes32 service);
    /// @notice The witness belongs to the agency that it would vouch for.
    error ActionLogWitnessNotIndependent(bytes32 service, uint32 agency);
    /// @notice The agency has cosigned this size or a larger one.
    error ActionLogAlreadyCosigned(bytes32 service, uint32 agency, uint48 size);
    /// @notice The proof does not show the cosigned head to be a beginning of the anchored log.
    error ActionLogNotABeginning(bytes32 service, uint48 cosignedSize, bytes32 cosignedRoot);
    /// @notice No entries can be cosigned.
    error ActionLogNothingToCosign(bytes32 service);
    /// @notice The signature is not one of a gateway that the service had when the promise was given.
    error ActionLogNotPromised(bytes32 service, address signer, uint64 issuedAt);
    /// @notice The statement is not among those that the signature covers.
    error ActionLogNotInGroup(bytes32 statementHash);
    /// @notice That the promise was broken in this way is on record already.
    error ActionLogAlreadyReported(bytes32 statementHash, Breach breach);
    /// @notice The deadline has not passed.
    error ActionLogDeadlineAhead(uint64 deadline, uint64 blockTime);
    /// @notice The anchored log is long enough: the promise is kept, or the breach is of another kind.
    error ActionLogPromiseAnchored(bytes32 service, uint48 size, uint256 promisedSize);
    /// @notice The leaf is not among the promised ones at this place.
    error ActionLogLeafNotPromised(bytes32 leaf, uint64 offset);
    /// @notice The leaf is not in the anchored log at this index.
    error ActionLogLeafNotAnchored(bytes32 leaf, uint256 index);
    /// @notice The log holds what was promised.
    error ActionLogLeafAsPromised(bytes32 leaf, uint256 index);

    // Gateways of the service (ServiceRegistry)
    /// @notice Takes a longer tree as the service's log.
    function anchor(
        bytes32 service,
        uint48 newSize,
        bytes32 newRoot,
        bytes32 bundle,
        bytes32[] calldata consistencyProof
    ) external;
    /// @notice As `anchor` for several services at once: all or none.
    function anchorMany(AnchorInput[] calldata anchors) external;
    /// @notice Says for each service that it is there and has nothing to anchor.
    function heartbeat(bytes32[] calldata services) external;

    // Officers of other agencies with the duty WITNESS
    /// @notice Puts on record that the officer's agency has checked the log up to `size` and found `root`. The log may
    /// have grown since: the proof shows that it begins with what was checked.
    function cosign(bytes32 service, uint48 size, bytes32 root, bytes32[] calldata consistencyProof) external;

    // Anybody
    /// @notice Shows that a deadline has passed and the anchored log is still too short.
    function reportMissedDeadline(SignedPromise calldata signed) external;
    /// @notice Shows that the anchored log holds another leaf at a promised index.
    /// @param offset place of the leaf among the promised ones, from 0
    /// @param promisedLeaf hash of the leaf that was promised there
    /// @param promisedPath proof of it in the statement's `leavesRoot`
    /// @param anchoredLeaf hash of the leaf that the anchored log holds there
    /// @param anchoredPath proof of it in the anchored root
    function reportWrongLeaf(
        SignedPromise calldata signed,
        uint64 offset,
        bytes32 promisedLeaf,
        bytes32[] calldata promisedPath,
        bytes32 anchoredLeaf,
        bytes32[] calldata anchoredPath
    ) external;

    /// @notice The anchored log of a service; size 0 and the empty root while nothing is anchored, all zero where there
    /// is no such service.
    function head(bytes32 service) external view returns (Head memory);
    /// @notice Whether the anchored log holds `leaf` at `index`.
    /// @param path inclusion proof in the tree of the anchored size, siblings upwards
    function verifyInclusion(
        bytes32 service,
        bytes32 leaf,
        uint64 index,
        bytes32[] calldata path
    ) external view returns (bool);
    /// @notice Largest size that an agency has cosigned, 0 for none.
    function cosignedSize(bytes32 service, uint32 agency) external view returns (uint48);
    /// @notice How many breaches of the service's promises are on record; one promise can be broken in both ways.
    function brokenPromises(bytes32 service) external view returns (uint64);
    /// @notice Whether it is on record that a statement (`SHA-256(0x00 ‖ abi.encode(statement))`) was broken in this way.
    function isReported(bytes32 statementHash, Breach breach) external view returns (bool);
    /// @notice Whether an open service has been silent for longer than it promised, and since when it is due (Unix
    /// seconds; 0 when it promised no heartbeat or is closed).
    function heartbeatOverdue(bytes32 service) external view returns (bool overdue, uint64 due);
}
