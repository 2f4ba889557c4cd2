# Words of the footer: what a key does, in one or two words.
key-into = open
key-delete = delete
key-bring-back = bring back
key-trash = trash
key-filter = filter
key-watch = watch
key-save = save
key-view = view
key-fold = fold
key-differing = differing
key-copy = copy
key-palette = actions
key-read-again = read again
key-help = help
key-quit = quit
key-mark = mark
key-mark-all = mark all
key-sweep = sweep
key-tasks = tasks
key-keep-filter = keep filter
key-clear-filter = clear
key-move = move
key-empty = empty
key-next-field = next
key-enter-field = next field
key-keep = keep
key-keep-mirror = keep the mirror
key-delete-mirror = delete the mirror
key-change-nothing = change nothing
key-restore-mirror = restore the mirror
key-close = close
key-look-again = look again
key-preview = preview
key-acknowledge = take note
key-plan-deletion = plan deletion
key-back = back
key-pause = pause
key-sort = sort
key-columns = columns
key-to-number = to the number
key-in-or-out = in or out
key-apply = apply
key-to-rows = to the rows
key-pause-run = pause, go on
key-cancel-run = cancel
key-try-again = try again
key-failed = failed
key-open-plan = open plan
key-take-file = take this file
key-other-button = other button
key-take-it = take it
key-stay = stay

# What is said of a key that does nothing, or not yet.
key-other = this key
key-nothing = { $key } does nothing here; { $help } shows the keys
key-outermost = this is the outermost pane; { $quit } quits
key-again = { $key } came right after itself, as from a held key: press it once more
key-rushed = { $key } came in one go with text, as from a paste: press it by itself

# A keyboard in Hangul mode: the letter, and the key on which it stands.
key-hangul-again = { $hangul } is { $key } on this keyboard: switch to English (한/영) and press { $key } again
key-hangul-nothing = { $hangul } is { $key } on this keyboard and does nothing here; { $help } shows the keys

# Pastes.
key-long-paste = the paste has { $length } characters, at most { $most } are taken: nothing was inserted
key-number-pasted = the number is typed, not pasted
key-paste = a paste is text, never keys: open a text field first, such as { KEY("devices/filter", "/") } for the filter
