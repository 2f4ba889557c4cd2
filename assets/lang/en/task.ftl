# The list of runs.
task-title = Tasks
task-no-list = ✖ Past runs could not be listed
task-none = Nothing was run yet. Mark mirrors with { KEY("mirrors/mark", "Space") }, then { KEY("mirrors/delete", "d") } plans their deletion.
task-none-hint = { KEY("tasks/open-plan", "o") } opens a saved plan, { KEY("tasks/cancel", "Esc") } goes back
task-sweep = sweep of { $devices }: { KEY("tasks/into", "Enter") } shows it
task-phase-running = running
task-phase-paused = paused
task-phase-stopping = stopping
task-phase-done = done
task-phase-cancelled = cancelled
task-phase-cut-off = cut off

# How far an item is; how it ended is in outcome.ftl.
task-state-queued = queued
task-state-sent = sent
task-state-came-back = came back
task-state-cancelled = cancelled
task-tally = { $count } { $word }

# The items of a run.
task-items = Items
task-only-failed = { $what }: what did not end well
task-all-well = Nothing that did not end well; { KEY("tasks/failed", "f") } shows all.
task-began = { $phase }, began { $began }
task-paused = paused itself: { $why }
task-hint-unresolved = what was on the wire is not resolved yet
task-hint-go-on = { KEY("tasks/pause", "p") } goes on, { KEY("tasks/stop", "x") } cancels
task-hint-go-on-unresolved = { KEY("tasks/pause", "p") } goes on with what was not begun
task-came-back-why = came back: it was deleted, and a device has written it back

# Answers to keys.
task-none-selected = no run is selected
task-pauses = paused: what is on the wire is seen through; { KEY("tasks/pause", "p") } goes on
task-goes-on = going on; { KEY("tasks/pause", "p") } pauses
task-goes-on-with = going on with { $count }; { KEY("tasks/pause", "p") } pauses
task-goes-on-without = going on with { $count }; { $unresolved } that were on the wire are not sent again, they are still being found out; { KEY("tasks/pause", "p") } pauses
task-stopping = it was cancelled: only what is on the wire is left
task-over = it is over; { KEY("tasks/try-again", "r") } tries again what failed, { KEY("tasks/bring-back", "u") } brings all back
task-read-only = read-only: no run goes on. { $advice }
task-about-to-end = mirrordeck is about to end
task-one-run = one run at a time: that of { $what } is not over
task-nothing-to-begin = nothing of it is left to begin; what was on the wire is still being found out
task-cancels = cancelled what is queued; what is on the wire is seen through
task-cancelled-before = it was cancelled already
task-nothing-queued = it is over: nothing is queued
task-closed = cancelled: what was not begun stays as it is
task-not-closed = it stays on the list: { $problem }
task-strange-account = this run belongs to another account ({ $account }, key { $key }): start mirrordeck with it

# What is said of runs elsewhere.
task-not-listed = past runs could not be listed: { $problem }
task-cut-off = a run of { $what } was cut off with { $not_begun } not begun: { KEY("devices/tasks", "T") } shows it, { KEY("tasks/pause", "p") } there goes on
task-cut-off-unresolved = a run of { $what } was cut off with { $not_begun } not begun and { $unresolved } not resolved: { KEY("devices/tasks", "T") } shows it, { KEY("tasks/pause", "p") } there goes on
task-stopped = the run of { $what } stopped, { $tally }: { $problem }
task-crashed = the run of { $what } stopped: a task of mirrordeck ended early; looking at what it had begun
task-crashed-unknown = the run of { $what } stopped, { $unknown }: a task of mirrordeck ended early; looking at what it had begun
task-came-back = came back: { $target }; a device writes it, { KEY("devices/tasks", "T") } shows its run
task-many-came-back = came back: { $mirrors } of the run; devices write them, { KEY("tasks/failed", "f") } in { KEY("devices/tasks", "T") } shows which
task-paused-itself = the run of { $what } paused itself: { $why }; { KEY("devices/tasks", "T") } shows it, { KEY("tasks/pause", "p") } there goes on
task-ended = run ended: { $tally }; { KEY("devices/tasks", "T") } has the rest
task-ended-back = run ended: { $tally }; { KEY("devices/tasks", "T") } has the rest, { KEY("tasks/bring-back", "u") } there brings all back
