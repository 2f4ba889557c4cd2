# The frame of a pane.
pane-marked = { $marked } marked
pane-marked-of = { $marked } marked · { $count }
pane-place = { $at } of { $all }
pane-place-found = { $at } of { $all } found
pane-found = { $count } found

# Hints below words that stand in place of rows.
pane-read-again = { KEY("devices/read-again", "r") } reads again
pane-clear-filter = { KEY("devices/out-of", "Esc") } clears the filter

# How many keys a document has, and that it has no version.
pane-keys = { $count ->
    [one] 1 key
   *[other] { $count } keys
}
pane-no-version = no version
