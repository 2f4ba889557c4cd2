# The list.
trash-title = ゴミ箱
trash-searching = 検索中
trash-failed-beside = ✖ ゴミ箱を読み取れませんでした: { $problem }
trash-failed = ✖ ゴミ箱を読み取れませんでした
trash-look-again = { KEY("trash/read-again", "r") } 再確認
trash-no-match = 「{ $text }」を含む控えはありません。
trash-empty = まだ何も削除していません。削除したミラーはここに保管され、復元できます。
trash-close-hint = { KEY("trash/cancel", "Esc") } ゴミ箱を閉じる

# Remarks behind a row; twelve columns have to do where room is short.
trash-restored = 復元済み
trash-looking = 確認中…
trash-unknown = 結果不明
trash-other-service = 別サービス
trash-pre-restore = 復元前
trash-version-conflict = 競合
trash-already-gone = すでに無し
trash-refused = 拒否
trash-outcome-unknown = 結果不明
trash-not-deleted = 未削除
trash-not-restored = 未復元

# The preview.
trash-copy = 控え
trash-difference = 差異
trash-shows-difference = { KEY("trash/other-view", "v") } 差異を表示
trash-shows-copy = { KEY("trash/other-view", "v") } 控えを表示
trash-no-copy = ✖ 復元できる控えがありません
trash-unknown-because = ⚠ { $word }: { $reason }
trash-ended-before = 応答が届く前に mirrordeck が終了しました
trash-unknown-hint = { KEY("trash/read-again", "r") } 再確認、{ KEY("trash/acknowledge", "a") } 一覧から外す
trash-read = { $time } 読込
trash-by = 削除元 { $source }
trash-restored-at = { $time } 復元
trash-token = トークン { $token }
trash-deleted-at = 削除した場所: { $url }

# What the service has now.
trash-now-failed = 現在: 読み取れません: { $error }
trash-now-reading = 現在: …
trash-now-none = 現在: なし
trash-now-same = 現在: { $version }、同じ状態
trash-now-differs = 現在: { $version }、{ $differing }
trash-column-value = 値
trash-column-copy = 控え
trash-column-now = 現在
trash-all-comes-back = ミラーは存在しません。控えの全体が復元されます。
trash-same = 同じ状態で存在します。
trash-not-known = 現在の状態は不明です。

# Answers to keys.
trash-not-restorable = この控えは復元できません: { $problem }
trash-still-reading = ディスクから控えを読み込み中です
trash-none-selected = 控えが選択されていません
trash-only-unknown = 一覧から外せるのは結果不明のものだけです
