# The frame of a pane.
pane-marked = 표시 { $marked }
pane-marked-of = 표시 { $marked } · { $count }
pane-place = { $at }/{ $all }
pane-place-found = 찾음 { $at }/{ $all }
pane-found = 찾음 { $count }

# Hints below words that stand in place of rows.
pane-read-again = { KEY("devices/read-again", "r") } 다시 읽기
pane-clear-filter = { KEY("devices/out-of", "Esc") } 필터 지우기

# How many keys a document has, and that it has no version.
pane-keys = 키 { $count }개
pane-no-version = 버전 없음
