# The table of a sweep.
sweep-title = デバイス{ $count }台の一括調査
sweep-column-device = デバイス
sweep-column-mirror = ミラー
sweep-column-version = バージョン
sweep-column-age = 経過
sweep-column-drift = 差異
sweep-column-size = サイズ
sweep-column-moment = 最終報告
sweep-failed = ⚠ 失敗
sweep-none-so-far = 一致するミラーはまだありません。
sweep-reading = … ミラーを読み込み中
sweep-none-matches = 一致するミラーはありません。
sweep-none-named = これらのデバイスに名前付きミラーはありません。
sweep-nothing-read = 何も読み込んでいません。
sweep-look-at-defaults = { KEY("sweep/columns", "c") } で、一覧に出ないデフォルトミラーも調べます
sweep-change-filter = { KEY("sweep/filter", "/") } でフィルターを変えます
sweep-facts-to-come = { $count }件はまだ分かりません。内容をこれから読み込みます

# How far it is, and what came of it.
sweep-all-devices = デバイス{ $count }台すべて
sweep-devices = デバイス { $done }/{ $all }
sweep-to-read = 未読ミラー{ $count }件
sweep-done = { $time }で完了
sweep-paused = 一時停止中、{ KEY("sweep/pause", "p") } で再開
sweep-cut-off = ⚠ サービスに接続できず一時停止中、{ KEY("sweep/pause", "p") } で再開
sweep-stopped = 中止済み、{ KEY("sweep/pause", "p") } で再開
sweep-a-second = 毎秒{ $count }件
sweep-a-minute = 毎分{ $count }件
sweep-left = 残り{ $time }
sweep-not-known = { $count }件は未確認
sweep-errors = ⚠ エラー{ $count }件: { KEY("sweep/failed", "f") } 一覧、{ KEY("sweep/try-again", "r") } 再試行
sweep-nothing-marked = マークなし
sweep-marked = { $count }件マーク
sweep-marked-hidden = { $count }件マーク、{ $hidden }件は非表示
sweep-span-seconds = { $seconds }秒
sweep-span-minutes = { $minutes }分{ $seconds }秒
sweep-span-hours = { $hours }時間{ $minutes }分

# What could not be read.
sweep-failures = 読み込めなかったもの: { KEY("sweep/try-again", "r") } すべて再試行、{ KEY("sweep/failed", "f") } 表に戻る
sweep-all-named = 名前付きミラーすべて

# Answers to keys, and what is said of it elsewhere.
sweep-no-device = 調べるデバイスがありません
sweep-begins = { $devices }を調査中: { KEY("sweep/cancel", "Esc") } で離れても続きます、{ KEY("sweep/pause", "p") } 一時停止
sweep-unreachable = 一括調査: サービスに接続できず一時停止しました。{ KEY("sweep/pause", "p") } で再開します
sweep-over = 一括調査完了: { $devices }、{ $mirrors }
sweep-over-with-errors = 一括調査完了: { $devices }、{ $mirrors }、{ $errors }件は読み込めませんでした
sweep-nothing-failed = 失敗したものはありません
sweep-nothing-to-try = 失敗したものはありません。{ KEY("sweep/sweep", "S") } で同じデバイスを調べ直します
sweep-tries-again = { $count }件を再試行します
sweep-marked-some = { $marked }件をマークしました。ほかの{ $unknown }件は一致するかまだ分かりません
sweep-mark-first = マークがありません。{ KEY("sweep/mark", "Space") } で1件、{ KEY("sweep/mark-all", "*") } で一致する全件をマークし、{ KEY("sweep/delete", "d") } で削除を計画します
sweep-pauses = 一時停止しました。問い合わせを止めます。{ KEY("sweep/pause", "p") } で再開します
sweep-goes-on = 再開します
sweep-stops = 中止しました。読み込んだ分は残ります。{ KEY("sweep/pause", "p") } で再開、{ KEY("sweep/sweep", "S") } で最初からやり直します
sweep-all-read = すべて読み込みました。{ KEY("sweep/sweep", "S") } で同じデバイスを調べ直します
sweep-no-row = 保存する行がありません
sweep-save-none = 保存する調査結果がありません
sweep-save-ending = ファイル名の末尾は .csv、JSON Lines なら .jsonl にしてください
