# The screen of a plan.
plan-title-delete = Plan: delete mirrors
plan-title-saved = Saved plan: delete mirrors
plan-title-restore = Plan: bring mirrors back
plan-account = account
plan-reading = reading { $done } of { $all }…
plan-to-delete = { $count } to delete
plan-to-restore = { $count } to restore
plan-left-out = { $going_in }, { $count } left out: { $why }
plan-count-moved = { $count } moved
plan-count-gone = { $count } gone
plan-count-no-version = { $count } no version
plan-count-standing = { $count } standing
plan-count-unreadable = { $count } unreadable
plan-count-too-long = { $count } too long
plan-count-taken-out = { $count } taken out
plan-column-mirror = device › mirror
plan-column-version = version
plan-column-note = note
plan-number-delete = Number of mirrors to delete
plan-number-restore = Number of mirrors to restore
plan-hint-reading = counts once everything is read
plan-hint-apply = typed in full, then Enter applies
plan-hint-tab = { KEY("plan/next", "Tab") } goes there

# What there is to notice about a row, and why one is left out.
plan-taken-out = taken out
plan-no-version = no version
plan-out-moved = left out: moved, was { $was }; { KEY("plan/mark", "Space") } takes it in
plan-out-not-saved = left out: moved, was { $was }; not what was saved
plan-out-gone = left out: gone
plan-out-no-version = left out: no version, delete it singly
plan-out-standing = left out: a mirror stands there
plan-out-too-long = left out: name too long to show
plan-out-error = left out, { KEY("plan/try-again", "r") } reads again: { $error }
plan-out-unread = left out, { KEY("plan/try-again", "r") } reads again
plan-nothing-there = nothing stands there
plan-changed = changed, was { $was }
plan-live = ⚠ live, reported { $ago }

# Why a row that is left out stays so.
plan-stays-no-version = the saved plan names no version of it: it stays out
plan-stays-moved = it is not at the version that the saved plan names any more: it stays out
plan-stays-gone = it is gone: there is nothing to delete
plan-stays-unlocked = it came without a version, so it cannot be locked: delete it singly, with { KEY("mirrors/delete", "d") } in the mirrors pane
plan-stays-standing = a mirror stands there: bring this copy back singly, from the trash ({ KEY("devices/trash", "t") })
plan-stays-unread = it could not be read: { KEY("plan/try-again", "r") } reads it again
plan-stays-too-long = its name does not fit here in full: it stays out until the window is larger

# What is wrong with the number.
plan-still-reading = still reading: the number counts once everything is read
plan-just-changed = the plan has only just changed: look at it first
plan-nothing-in = no mirror goes in: there is nothing to do
plan-no-number = type the number of mirrors that go in: it stands above
plan-no-digits = the number has digits only
plan-other-number = that is not the number of mirrors that go in: it stands above
plan-one-run = one run at a time: the run of { $what } is not over; { KEY("devices/tasks", "T") } shows it

# Answers to keys.
plan-left-marks = nothing was deleted; the marks stay
plan-left-delete = nothing was deleted
plan-left-restore = nothing was restored
plan-all-read = every row was read
plan-deleting = deleting { $mirrors }: { KEY("tasks/pause", "p") } pauses, { KEY("tasks/stop", "x") } cancels what is queued
plan-restoring = restoring { $mirrors }: { KEY("tasks/pause", "p") } pauses, { KEY("tasks/stop", "x") } cancels what is queued
plan-read-only-delete = read-only: nothing is deleted. { $advice }
plan-read-only-restore = read-only: nothing is restored. { $advice }
plan-nothing-to-try = nothing in this run can be tried again
plan-only-unknown = what is unknown is not tried again: the trash ({ KEY("devices/trash", "t") }) lists it, { KEY("trash/read-again", "r") } there looks at it
plan-without-unknown = { $count } of unknown outcome are not in the plan: the trash ({ KEY("devices/trash", "t") }) lists them, { KEY("trash/read-again", "r") } there looks again
plan-nothing-to-bring-back = this run has deleted nothing that can be brought back

# Plans as files.
plan-save-none = there is no plan
plan-save-restore = only a plan of deletions can be saved
plan-save-reading = still reading: a plan is saved once everything is read
plan-file-none = this is no plan of mirrordeck: { $cause }
plan-file-no-deletions = this is no plan of deletions of mirrordeck
plan-file-form = this plan has form { $form }, this mirrordeck knows form { $known } only
plan-file-account = this plan is for another account ({ $address }, key { $key }): start mirrordeck with it
plan-file-empty = this plan names no mirror
plan-file-too-many = this plan names more than { $most } mirrors
plan-file-bad-name = mirror { $number } of this plan has a name that is empty or too long
plan-file-twice = this plan names { $target } twice
plan-file-no-version = this plan names no version of { $target }
