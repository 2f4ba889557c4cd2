# The restore dialog: title, labels and buttons. Labels have ten columns.
restore-title = Restore mirror
restore-title-overwrite = Overwrite mirror
restore-copy = copy
restore-now = now
restore-restore = Restore
restore-asks = Restore…
restore-overwrite = Overwrite
restore-overwrite-version = Overwrite v{ $version }
restore-keys = Tab next · Ctrl-U empty · Esc keep · Enter on Restore restores
restore-keys-short = Tab next · Esc keep · Enter on Restore restores
restore-keys-overwrite = Tab next · Esc keep · Enter on Overwrite overwrites

# What comes back, and what stands there now.
restore-not-back = not back: version number and metadata times, both start anew
restore-comes = { $version } as read { $time }: { $keys }, { $size }
restore-comes-again = { $version } as read { $time }: { $keys }, { $size }, restored before
restore-unversioned = without a version
restore-one-unversioned = one without a version
restore-none = none stands there
restore-same = { $version } stands there with the same state
restore-stands = { $version } stands there: { $differing }
restore-will-overwrite = { $version } will be overwritten; a copy is kept ({ KEY("devices/trash", "t") }): { $differing }
restore-other-key = deleted with key { $key } ({ $source }), this is { $here }: be sure that it is the same account
restore-more = … and { $count } more

# Why nothing comes of an Enter.
restore-still-reading = still reading what stands there: wait for the answer
restore-not-read = what stands there could not be read, so nothing is restored: Esc, then try again
restore-nothing-to-do = it stands there with the same state: there is nothing to restore
restore-no-lock = what stands there has no version, so it cannot be overwritten under a lock
