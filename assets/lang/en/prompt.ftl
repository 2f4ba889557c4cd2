# What the file is for.
prompt-save-sweep = Save the rows as CSV (.csv) or JSON Lines (.jsonl)
prompt-save-plan = Save the plan as JSON
prompt-open-plan = Open a saved plan

# The keys, and the buttons of the question.
prompt-keys = { KEY("prompt/accept", "Enter") } take this file · { KEY("prompt/empty", "Ctrl-U") } empty · { KEY("prompt/cancel", "Esc") } close
prompt-keys-question = { KEY("prompt/next", "Tab") } other button · { KEY("prompt/accept", "Enter") } take it · { KEY("prompt/cancel", "Esc") } back to the name
prompt-keep = Keep it
prompt-overwrite = Overwrite

# What came of it.
prompt-saved = saved { $path }
prompt-no-name = name a file
prompt-already-there = it is there already
prompt-is-a-folder = it is a folder; name a file in it
prompt-unwritten = it cannot be written: { $cause }; choose another place
prompt-disk-full = the disk is full: { $cause }; make room, or choose another place
prompt-may-not-write = you may not write there: { $cause }; choose another place
prompt-no-folder = there is no such folder: { $cause }; make it, or choose another place
prompt-bad-name = no file can be called that: { $cause }; choose another name
prompt-unread = it cannot be read: { $cause }
prompt-no-file = it is no file
prompt-too-large = it is larger than { $mib } MiB
prompt-crashed = a task of mirrordeck ended early; its log has the details
