# The delete dialog: title, labels and buttons. Labels have ten columns, those of fields may have more.
dialog-title = Delete mirror
dialog-account = account
dialog-device = device
dialog-mirror = mirror
dialog-lost = lost
dialog-version = Version
dialog-token = Client token
dialog-keep = Keep
dialog-delete = Delete
dialog-keys = Tab next · Ctrl-U empty · Esc keep · Enter on Delete deletes
dialog-keys-short = Tab next · Esc keep · Enter on Delete deletes

# What would be lost.
dialog-reading = reading…
dialog-absent = nothing: the service says that there is no such mirror
dialog-unread = could not be read: { $error }
dialog-loses = { $keys }, { $size }, { $drift }; a copy is kept ({ KEY("devices/trash", "t") })
dialog-loses-unlocked = { $keys }, { $size }, { $drift }; the state last read is kept ({ KEY("devices/trash", "t") })
dialog-differ = { $count ->
    [0] nothing differs
    [one] 1 differs
   *[other] { $count } differ
}
dialog-live = reported { $ago }: a live device may write it back
dialog-live-short = reported { $ago }: it may come back
dialog-no-version = it came without a version, so no lock is possible
dialog-no-version-short = no version, so no lock is possible
dialog-names-cut = the names do not fit here: enlarge the window to delete

# What the fields mean.
dialog-bad-version = not a whole number of 64 bits
dialog-no-lock = no lock: deletes whatever is there
dialog-other-version = it is at { $version }
dialog-lock = lock: deletes only this version
dialog-no-token = none sent   0/{ $most } bytes
dialog-token-bytes = { $length }/{ $most } bytes

# Why nothing comes of an Enter.
dialog-version-wrong = the version must be a whole number of 64 bits; empty means no lock
dialog-token-long = the client token has { $bytes } bytes; at most { $most } are allowed
dialog-still-reading = still reading: wait for the answer
dialog-nothing-there = there is nothing to delete
dialog-not-read = it could not be read, so it is not deleted: Esc, then try again
dialog-look-first = this has only just been shown: look at it first
dialog-names-do-not-fit = the names do not fit on this screen: enlarge it first
