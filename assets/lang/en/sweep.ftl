# The table of a sweep.
sweep-title = Sweep of { $count ->
    [one] { $count } device
   *[other] { $count } devices
}
sweep-column-device = device
sweep-column-mirror = mirror
sweep-column-version = version
sweep-column-age = age
sweep-column-drift = drift
sweep-column-size = size
sweep-column-moment = last report
sweep-failed = ⚠ failed
sweep-none-so-far = No mirror matches so far.
sweep-reading = … reading the mirrors
sweep-none-matches = No mirror matches.
sweep-none-named = None of these devices has a named mirror.
sweep-nothing-read = Nothing was read.
sweep-look-at-defaults = { KEY("sweep/columns", "c") } looks at the default mirrors too, which no list names
sweep-change-filter = { KEY("sweep/filter", "/") } changes the filter
sweep-facts-to-come = of { $count } it is not known yet: their facts are still to be read

# How far it is, and what came of it.
sweep-all-devices = { $count ->
    [one] { $count } device
   *[other] all { $count } devices
}
sweep-devices = { $done } of { $all } devices
sweep-to-read = { $count ->
    [one] { $count } mirror to read
   *[other] { $count } mirrors to read
}
sweep-done = done in { $time }
sweep-paused = paused: { KEY("sweep/pause", "p") } goes on
sweep-cut-off = ⚠ the service cannot be reached: paused; { KEY("sweep/pause", "p") } goes on
sweep-stopped = stopped: { KEY("sweep/pause", "p") } goes on
sweep-a-second = { $count } a second
sweep-a-minute = { $count } a minute
sweep-left = { $time } left
sweep-not-known = { $count } not known yet
sweep-errors = { $count ->
    [one] ⚠ { $count } error: { KEY("sweep/failed", "f") } lists, { KEY("sweep/try-again", "r") } tries again
   *[other] ⚠ { $count } errors: { KEY("sweep/failed", "f") } lists, { KEY("sweep/try-again", "r") } tries again
}
sweep-nothing-marked = nothing marked
sweep-marked = { $count } marked
sweep-marked-hidden = { $count } marked, { $hidden } not shown
sweep-span-seconds = { $seconds } s
sweep-span-minutes = { $minutes } min { $seconds } s
sweep-span-hours = { $hours } h { $minutes } min

# What could not be read.
sweep-failures = Could not be read: { KEY("sweep/try-again", "r") } tries all again, { KEY("sweep/failed", "f") } goes back to the rows
sweep-all-named = all named mirrors

# Answers to keys, and what is said of it elsewhere.
sweep-no-device = there is no device to sweep
sweep-begins = sweeping { $devices }: { KEY("sweep/cancel", "Esc") } leaves it running, { KEY("sweep/pause", "p") } pauses
sweep-unreachable = sweep: the service cannot be reached, so it has paused; { KEY("sweep/pause", "p") } goes on
sweep-over = the sweep is done: { $mirrors } of { $devices }
sweep-over-with-errors = the sweep is done: { $mirrors } of { $devices }, { $errors } could not be read
sweep-nothing-failed = nothing has failed
sweep-nothing-to-try = nothing has failed; { KEY("sweep/sweep", "S") } sweeps the same devices anew
sweep-tries-again = trying { $count } again
sweep-marked-some = { $marked } marked; of { $unknown } more it is not known yet whether they match
sweep-mark-first = nothing is marked: { KEY("sweep/mark", "Space") } marks a mirror, { KEY("sweep/mark-all", "*") } all that match, then { KEY("sweep/delete", "d") } plans their deletion
sweep-pauses = paused: nothing more is asked; { KEY("sweep/pause", "p") } goes on
sweep-goes-on = going on
sweep-stops = stopped: what was read stays; { KEY("sweep/pause", "p") } goes on, { KEY("sweep/sweep", "S") } begins anew
sweep-all-read = everything is read; { KEY("sweep/sweep", "S") } sweeps the same devices anew
sweep-no-row = there is no row to save
sweep-save-none = there is no sweep to save
sweep-save-ending = the name must end in .csv, or in .jsonl for JSON Lines
