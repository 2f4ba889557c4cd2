# The words of outcomes. Logs, journal and files have the English ones whatever the language.
outcome-deleted = deleted
outcome-version-conflict = version conflict
outcome-already-gone = already gone
outcome-refused = refused
outcome-unknown = outcome unknown
outcome-not-deleted = not deleted
outcome-restored = restored
outcome-not-restored = not restored

# How a mirror stands or was found.
outcome-at = at v{ $version }
outcome-at-none = without a version
outcome-mirror-version = v{ $version }
outcome-mirror-without = it without a version
outcome-unchanged-version = it unchanged at v{ $version }
outcome-unchanged-without = it unchanged
outcome-values-differ = { $count ->
    [one] { $count } value differs
   *[other] { $count } values differ
}
outcome-values-differ-in = { $values }: { $paths }

# Deletions: what the answer and the look afterwards tell.
outcome-only-accepted = the service only accepted it ({ $status })
outcome-gone-with-device = it is not there, and its device with it
outcome-refused-gone = the service refused ({ $refusal }) and it is not there
outcome-refused-gone-with-device = the service refused ({ $refusal }) and it is not there, and its device with it
outcome-found-gone = { $answer }; the look afterwards found it gone
outcome-found-gone-with-device = { $answer }; the look afterwards found it gone, and its device with it
outcome-conflict = locked on v{ $locked }, it is at v{ $found } now; nothing was deleted
outcome-moved = locked on v{ $locked }, it is at v{ $found } now
outcome-yet-found = { $refusal }; yet the look afterwards found { $found }. Try again with { KEY("mirrors/delete", "d") }
outcome-still-found = { $answer }; the look afterwards still found { $found }
outcome-found-unchanged = { $answer }; the look afterwards found it unchanged at v{ $version }
outcome-found = { $answer }; the look afterwards found { $found }
outcome-look-failed = the look afterwards failed: { $error }
outcome-unseen = { $answer }; the look afterwards failed too: { $error }. { $advice }
outcome-token-back = token came back
outcome-token-other = another token came back
outcome-token-lost = the token did not come back
outcome-token-lost-with-lock = the token did not come back: the lock may have got lost on the way
outcome-other-fell = locked on v{ $locked }, the service says v{ $last } fell

# Restores.
outcome-accepted = the service accepted it
outcome-accepted-none = the service accepted it, and yet none stands there
outcome-no-attempt = no attempt was accepted, and the last one could not be sent: { $cause }
outcome-read-back-failed = { $answer }; reading it back failed: { $error }. { $advice }
outcome-stands-same = it stands { $at } with the same state
outcome-stands-other = it stands { $at }, but { $differing }
outcome-conflict-at = it stands { $at } now; nothing was overwritten
outcome-conflict-none = none stands there; nothing was overwritten
outcome-refused-found = { $refusal }; the look afterwards found it { $at }. Its copy is still in the trash: try again with { KEY("devices/trash", "t") }
outcome-refused-found-none = { $refusal }; the look afterwards found none. Its copy is still in the trash: try again with { KEY("devices/trash", "t") }
outcome-half-unsent = desired came back, reported was not sent: { $why }
outcome-half-refused = desired came back, reported was refused: { $why }
outcome-half-stands = { $half }; it stands { $at }, and { $differing }
outcome-desired-then = desired was accepted, then { $error }
outcome-seen-same = { $error }; the look afterwards found it { $at } with the same state
outcome-seen-unchanged = { $error }; the look afterwards found it unchanged { $at }
outcome-seen-other = { $error }; the look afterwards found it { $at }, but { $differing }
outcome-seen-none = { $error }; the look afterwards found none

# Restores whose program was ended before the answer.
outcome-abandoned-same = { $cause }; it stands { $at } with the same state
outcome-abandoned-untouched = { $cause }; it stands { $at }, and was not overwritten
outcome-abandoned-other = { $cause }; it stands { $at }, and { $differing }
outcome-abandoned-none = { $cause }; none stands there
outcome-abandoned-unseen = { $cause }; the look failed: { $error }. { $advice }
