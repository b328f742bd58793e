// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Which contracts make up the ledger, version by version
/// @notice A new version is a new address. Old versions stay listed and readable; index and explorer ignore every
/// contract that is not listed here.
interface IDirectory {
    /// @param name ASCII name of the contract, right-padded with zeros
    /// @param version 1, 2, 3 … per name
    /// @param target address of the deployment
    /// @param codeHash hash of the deployed code when it was published
    /// @param block block number of the deployment's publication
    /// @param retired whether writing to it has ended
    struct Deployment {
        bytes32 name;
        uint32 version;
        address target;
        bytes32 codeHash;
        uint64 blockNumber;
        bool retired;
    }

    event DeploymentPublished(bytes32 indexed name, uint32 indexed version, address indexed target, bytes32 codeHash);
    event DeploymentRetired(bytes32 indexed name, uint32 indexed version, address indexed target);

    error DirectoryNameMissing();
    error DirectoryNoCode(address target);
    error DirectoryAlreadyListed(address target, bytes32 name, uint32 version);
    error DirectoryUnknown(bytes32 name, uint32 version);
    error DirectoryRetired(bytes32 name, uint32 version);

    function publish(bytes32 name, address target) external returns (uint32 version);
    function retire(bytes32 name, uint32 version) external;
    function latest(bytes32 name) external view returns (Deployment memory);
    function deployment(bytes32 name, uint32 version) external view returns (Deployment memory);
    function names() external view returns (bytes32[] memory);
    function isListed(address target) external view returns (bool);
}
