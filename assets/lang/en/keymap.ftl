# What is wrong with [keys] in config.toml. Names of places, actions and keys stay as they are.
keymap-place = there are no keys of `{ $place }`; there are { $all }
keymap-place-near = there are no keys of `{ $place }`; did you mean `{ $near }`?
keymap-fixed = the keys of `{ $place }` are fixed, so that nothing is confirmed by a key that means something else elsewhere; take the section out
keymap-action = unknown action `{ $action }`; in `{ $place }` there are { $all }
keymap-action-near = unknown action `{ $action }`; did you mean `{ $near }`?
keymap-no-such-action-here = `{ $action }` does nothing in `{ $place }`; there are { $all }
keymap-no-text = the keys of `{ $action }` must be texts in quotes, like ["d", "Delete"]
keymap-key = `{ $key }` is no key; write a character, Space, Enter, Esc, Tab, Shift-Tab, Up, Down, Left, Right, PgUp, PgDn, Home, End, Delete, Backspace or Ctrl with a letter, like Ctrl-U
keymap-conflict = `{ $key }` cannot be the key of `{ $action }` in `{ $place }`: it is that of `{ $other }`; give one of the two another key
keymap-no-key-left = `{ $action }` has no key left in `{ $place }`; it must have one
keymap-same-byte = a terminal cannot tell { $key } from { $other }; write another key
keymap-ctrl-c = { $key } always quits; write another key
keymap-ctrl-z = { $key } belongs to the shell, which it brings back; write another key
keymap-ctrl-letter = { $key } cannot be sent by every terminal; Ctrl goes with the letters A to Z
keymap-is-text = `{ $key }` is text in `{ $place }`, as every printable key is; write another key
keymap-hangul = `{ $key }` is the key { $letter } of a keyboard in Hangul mode, and is read as that; write the letter
