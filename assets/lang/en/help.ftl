# The help itself.
help-title = Help
help-scroll = { $down } { $up } scroll, { $close } closes
help-here = Here: { $place }
help-sweep-forms = Filter of a sweep: all words must hold

# The places in which keys have a meaning.
help-place-devices = Devices
help-place-mirrors = Mirrors
help-place-detail = Detail
help-place-detail-else = Detail: in other views, and when watched
help-place-filter = Filter line
help-place-sweep-filter = Filter line of a sweep
help-place-delete-dialog = Delete dialog
help-place-restore-dialog = Restore dialog
help-place-trash = Trash
help-place-sweep = Sweep
help-place-plan = Plan
help-place-plan-number = Number of a plan
help-place-tasks = Tasks
help-place-prompt = File
help-place-quit = Question before quitting
help-place-help = Help
help-place-copy-menu = Copy
help-place-palette = Actions

# What keys do: moving.
help-down = down
help-up = up
help-down-up = down and up
help-page-up = a page up
help-page-down = a page down
help-pages = a page up and down
help-first = first row
help-last = last row
help-ends = first and last row
help-next-pane = next pane
help-previous-pane = previous pane
help-out-of = clear the filter, or out of what is selected
help-into = into what is selected

# What keys do: in the panes.
help-delete = delete the selected or marked mirrors; asks first
help-bring-back = bring back the mirror deleted last; a dialog asks first
help-trash = the trash: deleted mirrors, and outcomes not known
help-filter = filter the pane; { KEY("filter/accept", "Enter") } keeps it, { KEY("filter/cancel", "Esc") } clears it
help-watch = watch: read the mirror again and again, and mark what changes
help-export = save the document as it was received
help-view = the next view: compare, document, raw
help-fold = fold the selected key, or unfold it
help-fold-all = fold all, or unfold all
help-differing = only what differs, and back
help-next-hit = next hit of a search
help-previous-hit = previous hit of a search
help-hits = next and previous hit of a search
help-older = older version seen by a watch
help-newer = newer version seen by a watch
help-versions = older and newer version seen by a watch
help-copy = copy: a name, the JSON, a value, the request
help-palette = all actions and their keys
help-read-again = read again what is shown
help-help = this help
help-quit = quit; what is on the wire is waited for
help-mark = mark: mirrors for { KEY("mirrors/delete", "d") }, devices for { KEY("devices/sweep", "S") }
help-mark-all = mark all that match the filter
help-unmark = take all marks away
help-sweep = sweep: the mirrors of the marked devices, or of all that match
help-tasks = tasks: running and past work

# What keys do: in text fields and dialogs.
help-keep-filter = keep the filter
help-clear-filter = clear the filter
help-empty = empty the field
help-quit-in-text = quit, in text fields too
help-next-field = next field
help-previous-field = previous field
help-fields = next and previous field
help-press-delete = on a field: to the next; on Delete: delete
help-press-restore = on the field: to the next; on Restore: restore
help-change-nothing = change nothing and close
help-take-file = save, or open
help-close = close

# What keys do: in the trash.
help-bring-back-copy = bring the copy back; a dialog asks first
help-close-trash = out of the preview, clear the filter, close the trash
help-view-copy = the copy, or where it differs from now
help-filter-trash = filter by device and mirror
help-look-again = look again: at the trash, and at an outcome not known
help-preview = to the preview and back
help-acknowledge = take an outcome that stays unknown off the list

# What keys do: in a sweep.
help-filter-sweep = filter: mirror:legacy* age:>90d drift:yes device:hall3-*
help-mark-row = mark the mirror, for { KEY("sweep/delete", "d") }
help-mark-rows = mark all rows that match the filter
help-plan-deletion = plan the deletion of the marked mirrors
help-leave-sweep = back to the panes; the sweep goes on
help-pause-sweep = pause the sweep, and go on
help-sort = sort by the next column
help-turn-around = sort the other way round
help-columns = names only, or version, age, drift and size too
help-save-rows = save the rows as CSV or JSON Lines
help-stop-sweep = stop the sweep
help-failed-devices = show the devices that failed, and back
help-read-failed = read again what failed
help-sweep-anew = sweep the same devices anew
help-to-panes = to this mirror in the panes

# What keys do: in a plan.
help-to-number = to the number that confirms, and back
help-in-or-out = leave the row out, or take it in
help-close-plan = change nothing and close; the marks stay
help-save-plan = save the plan as JSON
help-read-rows = read again the rows that could not be read
help-apply = apply the plan, where the number is that of its mirrors
help-to-rows = back to the rows

# What keys do: in tasks.
help-into-run = into the items of a run, or the rows of a sweep
help-out-of-run = out of the items, or close
help-pause-run = pause, and go on; go on with a run that was cut off
help-cancel-run = cancel what is queued
help-bring-back-run = bring back all of a run, by way of a plan
help-try-again = try again what failed, by way of a plan
help-failed-items = show only what did not end well, and back
help-open-plan = open a saved plan
help-to-items = to the items and back
help-file-next = to the other button, where it asks
