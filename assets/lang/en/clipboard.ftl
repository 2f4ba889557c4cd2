# What can be copied, as the list names it.
clipboard-device = device name
clipboard-mirror = mirror name
clipboard-json = JSON as it came
clipboard-desired = desired as JSON
clipboard-reported = reported as JSON
clipboard-path = path of the key
clipboard-value = value
clipboard-value-desired = desired value
clipboard-value-reported = reported value
clipboard-command = curl command

# The same, as the status line names it.
clipboard-the-device = the device name { $name }
clipboard-the-mirror = the mirror name { $name }
clipboard-the-json = the JSON of { $mirror }
clipboard-the-desired = desired of { $mirror }
clipboard-the-reported = reported of { $mirror }
clipboard-the-path = the path of the key
clipboard-the-value = the value of { $key }
clipboard-the-value-desired = the desired value of { $key }
clipboard-the-value-reported = the reported value of { $key }
clipboard-the-command = the curl command for { $mirror }

# The list.
clipboard-title = Copy
clipboard-keys = { KEY("copy-menu/accept", "Enter") } or its number copies · { KEY("copy-menu/cancel", "Esc") } closes

# What came of it.
clipboard-copied = copied { $what }, { $size }; a terminal may need to allow it (OSC 52)
clipboard-copied-tmux = copied { $what }, { $size }; tmux hands it on with set-clipboard on or allow-passthrough on
clipboard-missing = this terminal has no clipboard for programs; { KEY("mirrors/export", "x") } saves the document
clipboard-nothing = there is nothing to copy here
clipboard-empty = { $what }: it is empty, so nothing was copied
clipboard-too-large = { $what }: longer than { $most }, which is what terminals take; { KEY("mirrors/export", "x") } saves the whole document
clipboard-too-large-json = the document is longer than { $most }, which is what terminals take; { KEY("mirrors/export", "x") } saves it to a file
