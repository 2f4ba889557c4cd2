# The frame of a pane.
pane-marked = マーク{ $marked }
pane-marked-of = マーク{ $marked } · { $count }
pane-place = { $at }/{ $all }
pane-place-found = 該当{ $at }/{ $all }
pane-found = 該当{ $count }

# Hints below words that stand in place of rows.
pane-read-again = { KEY("devices/read-again", "r") } 再読み込み
pane-clear-filter = { KEY("devices/out-of", "Esc") } フィルター解除

# How many keys a document has, and that it has no version.
pane-keys = キー{ $count }個
pane-no-version = バージョンなし
