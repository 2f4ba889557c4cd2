# What is wrong with [keys] in config.toml. Names of places, actions and keys stay as they are.
keymap-place = `{ $place }` という場所はありません。使える名前: { $all }
keymap-place-near = `{ $place }` という場所はありません。`{ $near }` のことですか?
keymap-fixed = `{ $place }` のキーは変更できません。別の意味のキーで誤って確認しないためです。この節を削除してください
keymap-action = `{ $action }` という操作はありません。`{ $place }` の操作: { $all }
keymap-action-near = `{ $action }` という操作はありません。`{ $near }` のことですか?
keymap-no-such-action-here = `{ $place }` に `{ $action }` の操作はありません。あるのは { $all }
keymap-no-text = `{ $action }` のキーは ["d", "Delete"] のように引用符で囲みます
keymap-key = `{ $key }` はキーではありません。1 文字、Space、Enter、Esc、Tab、Shift-Tab、Up、Down、Left、Right、PgUp、PgDn、Home、End、Delete、Backspace、または Ctrl-U のような Ctrl と英字を書いてください
keymap-conflict = `{ $place }` で `{ $key }` を `{ $action }` のキーにできません。すでに `{ $other }` のキーです。どちらかに別のキーを割り当ててください
keymap-no-key-left = `{ $place }` の `{ $action }` にキーが残っていません。1 つは必要です
keymap-same-byte = ターミナルは { $key } と { $other } を区別できません。別のキーを書いてください
keymap-ctrl-c = { $key } は常に終了です。別のキーを書いてください
keymap-ctrl-z = { $key } はシェルに戻るキーです。別のキーを書いてください
keymap-ctrl-letter = { $key } を送れないターミナルがあります。Ctrl と組み合わせるのは A から Z です
keymap-is-text = `{ $place }` では文字キーはすべて入力なので `{ $key }` も文字です。別のキーを書いてください
keymap-hangul = `{ $key }` はハングル入力での { $letter } のキーで、その文字として読まれます。英字を書いてください
