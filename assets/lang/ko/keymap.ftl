# What is wrong with [keys] in config.toml. Names of places, actions and keys stay as they are.
keymap-place = `{ $place }` 위치는 없습니다. 쓸 수 있는 이름: { $all }
keymap-place-near = `{ $place }` 위치는 없습니다. `{ $near }` 아닙니까?
keymap-fixed = `{ $place }`의 키는 바꿀 수 없습니다. 다른 뜻의 키로 잘못 확인하는 일을 막기 위해서입니다. 이 섹션을 지우십시오
keymap-action = `{ $action }` 동작은 없습니다. `{ $place }`의 동작: { $all }
keymap-action-near = `{ $action }` 동작은 없습니다. `{ $near }` 아닙니까?
keymap-no-such-action-here = `{ $place }`에는 `{ $action }` 동작이 없습니다. 있는 동작: { $all }
keymap-no-text = `{ $action }`의 키는 ["d", "Delete"]처럼 따옴표 안에 써야 합니다
keymap-key = `{ $key }`: 키 이름이 아닙니다. 문자 하나, Space, Enter, Esc, Tab, Shift-Tab, Up, Down, Left, Right, PgUp, PgDn, Home, End, Delete, Backspace, 또는 Ctrl-U 같은 Ctrl과 글자를 쓰십시오
keymap-conflict = `{ $place }`에서 `{ $key }` 키를 `{ $action }` 동작에 쓸 수 없습니다. 이미 `{ $other }` 동작의 키입니다. 둘 중 하나에 다른 키를 지정하십시오
keymap-no-key-left = `{ $place }`의 `{ $action }`에 남은 키가 없습니다. 하나는 있어야 합니다
keymap-same-byte = 터미널은 { $key } 키와 { $other } 키를 구별하지 못합니다. 다른 키를 쓰십시오
keymap-ctrl-c = { $key } 키는 언제나 종료입니다. 다른 키를 쓰십시오
keymap-ctrl-z = { $key } 키는 셸로 돌아가는 키입니다. 다른 키를 쓰십시오
keymap-ctrl-letter = { $key } 키를 보내지 못하는 터미널이 있습니다. Ctrl은 A부터 Z까지의 글자와 함께 씁니다
keymap-is-text = `{ $place }`에서는 모든 글자가 입력이므로 `{ $key }`도 글자입니다. 다른 키를 쓰십시오
keymap-hangul = `{ $key }` 키는 한글 모드에서 { $letter } 자리의 키이므로 그 글자로 읽힙니다. 영문자를 쓰십시오
