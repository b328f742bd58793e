// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Document} from "../lib/Document.sol";
import {IJournal} from "../lib/IJournal.sol";

/// @title Flags: a signal for review, the agency's answer, and the clock between them
/// @notice Citizens sign an EIP-712 `Flag` with a key of their own and need no account with rights; anyone may relay it.
interface IBudgetFlags is IJournal {
    /// @notice Open → Replied → UnderReview → Upheld, Dismissed or Referred; unanswered, Open goes to UnderReview.
    enum FlagState {
        None,
        Open,
        Replied,
        UnderReview,
        Upheld,
        Dismissed,
        Referred
    }

    /// @param code project concerned
    /// @param rule ASCII id of the red-flag rule, e.g. `split-purchase`
    /// @param statement optional public statement (empty CID for none); never with personal data
    /// @param nonce the signer's next nonce
    /// @param deadline last second in which the payload may be submitted
    struct FlagPayload {
        bytes32 code;
        bytes32 rule;
        Document statement;
        uint256 nonce;
        uint256 deadline;
    }

    /// @notice What the ledger keeps of a flag; `unanswered` remains also when the reply comes late.
    struct Flag {
        bytes32 code;
        uint32 agency;
        FlagState state;
        bool unanswered;
        uint64 raisedAt;
        uint64 replyDueAt;
        bytes32 rule;
        address signer;
    }

    /// @notice A citizen raised a flag; the agency has until `replyDueAt` (Unix seconds) to answer.
    event FlagRaised(
        uint64 indexed flagId,
        bytes32 indexed code,
        bytes32 indexed rule,
        address signer,
        uint64 replyDueAt,
        Document statement
    );
    /// @notice The agency answered.
    event FlagReplied(uint64 indexed flagId, address indexed officer, Document reply);
    /// @notice The agency let its time pass.
    event FlagMarkedUnanswered(uint64 indexed flagId, uint64 replyDueAt);
    /// @notice An auditor took the flag up.
    event FlagReviewStarted(uint64 indexed flagId, address indexed officer);
    /// @notice An auditor decided: Upheld, Dismissed or Referred.
    event FlagDecided(uint64 indexed flagId, FlagState indexed verdict, address indexed officer, Document reason);

    /// @notice No flag has this id.
    error BudgetFlagsUnknown(uint64 flagId);
    /// @notice The call needs the flag in another state.
    error BudgetFlagsStateWrong(uint64 flagId, FlagState state);
    /// @notice A flag that names no rule.
    error BudgetFlagsRuleMissing();
    /// @param recovered who signed, zero when the signature has no single valid reading (length, high s, off the curve)
    error BudgetFlagsSignatureInvalid(address recovered);
    /// @notice The payload was submitted after its deadline.
    error BudgetFlagsExpired(uint256 deadline, uint64 blockTime);
    /// @notice The payload was used before, or an earlier one is missing.
    error BudgetFlagsNonceWrong(address signer, uint256 expected, uint256 nonce);
    /// @notice The signer has raised `limit` flags; the next can be raised at `windowEndsAt` (Unix seconds).
    error BudgetFlagsTooMany(address signer, uint64 windowEndsAt, uint32 limit);
    /// @notice The agency still has time to answer.
    error BudgetFlagsReplyNotDue(uint64 flagId, uint64 replyDueAt, uint64 blockTime);
    /// @notice The flag bears the mark already.
    error BudgetFlagsAlreadyUnanswered(uint64 flagId);
    /// @notice The person serves the flagged agency, with this key or another.
    error BudgetFlagsOwnAgency(uint64 flagId, uint32 agency);
    /// @notice A verdict is Upheld, Dismissed or Referred.
    error BudgetFlagsVerdictInvalid(FlagState verdict);

    /// @notice Submits a citizen's signed flag; the sender does not matter.
    function raiseFlag(
        FlagPayload calldata payload,
        address signer,
        bytes calldata signature
    ) external returns (uint64 flagId);
    /// @notice The agency's answer, by any officer with an agency duty; possible late, the mark of silence remains.
    function reply(uint64 flagId, Document calldata document) external;
    /// @notice Notes that the clock ran out; anyone may call.
    function markUnanswered(uint64 flagId) external;
    /// @notice Auditor only; after the reply, or without one once the flag is marked unanswered.
    function startReview(uint64 flagId) external;
    /// @param verdict Upheld, Dismissed or Referred
    /// @param reason report of the review, needed for every verdict
    function decide(uint64 flagId, FlagState verdict, Document calldata reason) external;

    /// @notice The flag, reverting when there is none.
    function flag(uint64 flagId) external view returns (Flag memory);
    /// @notice The nonce that the signer's next payload must bear.
    function nonceOf(address signer) external view returns (uint256);
    /// @notice Seconds an agency has to answer.
    function REPLY_PERIOD() external view returns (uint64);
    /// @notice Flags that one signer may raise within 24 hours of the first of them.
    function DAILY_LIMIT() external view returns (uint32);
    /// @notice EIP-712 type hash of `Flag`, with `Document` nested.
    function FLAG_TYPEHASH() external view returns (bytes32);
}
