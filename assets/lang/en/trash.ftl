# The list.
trash-title = Trash
trash-searching = still searching
trash-failed-beside = ✖ the trash could not be read: { $problem }
trash-failed = ✖ The trash could not be read
trash-look-again = { KEY("trash/read-again", "r") } looks again
trash-no-match = No copy contains “{ $text }”.
trash-empty = Nothing was deleted yet. What you delete is kept here, and can be brought back.
trash-close-hint = { KEY("trash/cancel", "Esc") } closes the trash

# Remarks behind a row; twelve columns have to do where room is short.
trash-restored = restored
trash-looking = looking…
trash-unknown = unknown
trash-other-service = other service
trash-pre-restore = pre-restore
trash-version-conflict = version conflict
trash-already-gone = already gone
trash-refused = refused
trash-outcome-unknown = outcome unknown
trash-not-deleted = not deleted
trash-not-restored = not restored

# The preview.
trash-copy = Copy
trash-difference = Difference
trash-shows-difference = { KEY("trash/other-view", "v") } shows the difference
trash-shows-copy = { KEY("trash/other-view", "v") } shows the copy
trash-no-copy = ✖ There is no copy to bring back
trash-unknown-because = ⚠ { $word }: { $reason }
trash-ended-before = mirrordeck was ended before the answer came
trash-unknown-hint = { KEY("trash/read-again", "r") } looks again; { KEY("trash/acknowledge", "a") } takes it off the list
trash-read = read { $time }
trash-by = by { $source }
trash-restored-at = restored { $time }
trash-token = token { $token }
trash-deleted-at = deleted at { $url }

# What the service has now.
trash-now-failed = now: could not be read: { $error }
trash-now-reading = now: …
trash-now-none = now: none stands there
trash-now-same = now: { $version }, with the same state
trash-now-differs = now: { $version }, { $differing }
trash-column-value = value
trash-column-copy = copy
trash-column-now = now
trash-all-comes-back = None stands there: all of the copy would come back.
trash-same = It stands there with the same state.
trash-not-known = What stands there is not known.

# Answers to keys.
trash-not-restorable = this copy cannot be brought back: { $problem }
trash-still-reading = still reading the copy from the disk
trash-none-selected = no copy is selected
trash-only-unknown = only an outcome not known is taken off the list
