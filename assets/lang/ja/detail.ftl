# 詳細ペイン。`desired` と `reported` はサービスの用語のまま。
detail-title = 詳細

# 表示の名前と切り替えるキー。
detail-view-compare = { KEY("detail/other-view", "v") } 比較
detail-view-document = { KEY("detail/other-view", "v") } 文書
detail-view-raw = { KEY("detail/other-view", "v") } 原文

# 下の枠。
detail-rows = { $count }行
detail-rows-shown = { $count }行中{ $shown }行
detail-only-differing = 差異のみ
detail-hit = { $count }件中{ $nth }件目
detail-hits = { $count }件
detail-not-found = 該当なし

# 文書の代わりに。
detail-device-gone = このミラーのデバイスがありません
detail-unread = このミラーを読み込めませんでした
detail-no-default = このデバイスにはデフォルトミラーがありません。
detail-no-mirror = このミラーはもうありません。
detail-looked = { $time } に確認。{ KEY("detail/read-again", "r") } で再確認
detail-how-made = ミラーは、デバイスの最初の更新時、またはコンソールで追加した時に作られます。
detail-reading = … 読み込み中
detail-was-absent = { $time } にはこのミラーはありませんでした。
detail-walk = { KEY("detail/older", "[") } と { KEY("detail/newer", "]") } で前後に見たバージョンへ移動します。
detail-empty = 文書は空です
detail-no-rows = 該当する行がありません
detail-no-json = JSON ではありません。{ KEY("detail/other-view", "v") } でバイト列を表示します
detail-no-bytes = バイトなし

# 値の上。
detail-version = バージョン { $version }
detail-v = v{ $version }
detail-no-version = バージョンなし
detail-nothing-differs = 差異なし
detail-no-drift = 差異なし
detail-differ = ≠ キー{ $keys }個中{ $differing }個に差異
detail-differ-short = ≠ { $differing }/{ $keys }
detail-old = ⚠ キー{ $count }個は1日以上
detail-old-short = ⚠ 1日以上 { $count }個
detail-failed-again = ⚠ { $time } の内容。再読み込みに失敗
detail-read = 読込 { $time }
detail-read-and-service = 読込 { $time }   サービス時刻 { $service }
detail-reported = reported { $time } ({ $age })
detail-reported-ago = reported { $age }
detail-never-reported = reported の記録なし
detail-desired = desired { $time } ({ $age })

# 表。
detail-column-key = キー
detail-column-desired = desired
detail-column-reported = reported
detail-column-age = 経過
detail-fold-differs = キー{ $keys }個中{ $differing }個に差異
detail-fold-same = キー{ $count }個、差異なし

# 文書とバイト列。
detail-line = { $count }行中{ $line }行目
detail-byte = { $count }バイト中{ $byte }バイト目から
detail-keys = キー{ $count }個
detail-items = 項目{ $count }個

# 値の下。
detail-ago = ({ $age })
detail-ago-unreported = ({ $age }、以後報告なし)
detail-oldest = ⚠ { $path }: { $age }に desired を設定、以後報告なし
detail-oldest-fresh = ≠ { $path }: { $age }に desired を設定、デバイスの応答待ちかもしれません

# 状態行。
detail-no-branch = 折りたためるのは ▾ か ▸ の付いた枝だけです
detail-no-folds-in-raw = バイト列は折りたためません。{ KEY("detail/other-view", "v") } で次の表示に移ります
detail-differing-in-compare = 差異のみの表示は「比較」だけで使えます。{ KEY("detail/other-view", "v") } で移ります
detail-search-elsewhere = ここでは { KEY("detail/filter", "/") } で行を絞り込みます。{ KEY("detail/next-hit", "n") } で検索するには { KEY("detail/other-view", "v") } で他の表示に移ります
detail-no-search = 検索する語がありません。{ KEY("detail/filter", "/") } で始めます
detail-hit-from-the-top = { $count }件中{ $nth }件目、先頭から再び
detail-hit-from-the-bottom = { $count }件中{ $nth }件目、末尾から再び
# Instead of keys, where a half is no tree.
detail-whole = (全体)
