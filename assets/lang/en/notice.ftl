# How a deletion or restore ended: the word, what it is about, then why and a warning, if there are.
notice-outcome = { $word } { $target } at { $time }
notice-outcome-version = { $word } { $target } (v{ $version }) at { $time }
notice-because = { $outcome }, { $reason }
notice-warned = { $outcome } ⚠ { $warning }
notice-copy-kept = copy kept: { KEY("devices/bring-back", "u") } brings it back
notice-copy-kept-too = { $reason }, copy kept: { KEY("devices/bring-back", "u") } brings it back
notice-crashed = { $word } { $target }: a task of mirrordeck ended early; looking at the mirror

# How far it is.
notice-copying = copying { $target } before it is deleted
notice-deleting = deleting { $target }
notice-looking = no clear answer yet about { $target }: looking at it again
notice-restoring = restoring { $target }
notice-reading-back = reading { $target } back to compare it with the copy

# Why nothing is deleted or restored.
notice-read-only-delete = read-only: nothing is deleted. { $advice }
notice-read-only-restore = read-only: nothing is restored. { $advice }
notice-only-mirrors = only mirrors are deleted, never devices: { KEY("devices/into", "Enter") } goes to the mirrors
notice-no-mirror = no mirror is selected
notice-one-at-a-time = one at a time: still waiting for the answer about { $target }
notice-kept = kept { $target }
notice-not-restored = nothing restored: { $target } stays as it is
notice-nothing-to-bring-back = nothing to bring back: every mirror deleted on this account is restored; { KEY("devices/trash", "t") } lists all copies
notice-copy-unreadable = the copy cannot be read: { $problem }
notice-other-service = { $target } was deleted at another service ({ $url }): start mirrordeck with it to bring it back

# A deleted mirror that a device has written back.
notice-came-back = came back: { $what }; a device writes it, { KEY("mirrors/delete", "d") } deletes it again
notice-at-version = { $target } at v{ $version }
notice-reported = { $what }, reported { $ago }

# Reads.
notice-unread = could not read { $what }: { $error }
notice-the-devices = the devices
notice-all-devices = all devices
notice-mirrors-of = the mirrors of { $device }
notice-reading-again = reading again
notice-read-again = read again

# Everything that a query finds.
notice-fuzzy-scope = a fuzzy match is no scope for a deletion: take a text without ~, or mark devices with { KEY("devices/mark", "Space") }
notice-not-looked-for = nothing was looked for: { $problem }
notice-what-is-found = what the service finds
notice-reading-scope = reading { $what }; { KEY("devices/out-of", "Esc") } gives up
notice-reading-scope-of = reading { $what }: { $read } of { $total }; { KEY("devices/out-of", "Esc") } gives up
notice-too-many = the service tells of { $total }: more than one order may be about; a filter narrows it
notice-no-device = there is no device here
notice-fleet-changed = the fleet changed meanwhile: some devices may be missing
notice-given-up = given up: nothing was marked or swept

# Marks.
notice-nothing-marked = nothing is marked
notice-devices-marked = { $count ->
    [one] 1 device marked: { KEY("devices/sweep", "S") } sweeps it
   *[other] { $count } devices marked: { KEY("devices/sweep", "S") } sweeps them
}
notice-mirrors-marked = { $count ->
    [one] 1 mirror marked: { KEY("mirrors/delete", "d") } plans its deletion
   *[other] { $count } mirrors marked: { KEY("mirrors/delete", "d") } plans their deletion
}
notice-both-marked = { $devices ->
    [one] 1 device
   *[other] { $devices } devices
} and { $mirrors ->
    [one] 1 mirror
   *[other] { $mirrors } mirrors
} marked

# Keys and pastes.

# The clock.
notice-clock-ahead = this computer's clock is { $span } ahead: requests are signed with the service's time until it is set right
notice-clock-behind = this computer's clock is { $span } behind: requests are signed with the service's time until it is set right
notice-clock-right = this computer's clock is right again
