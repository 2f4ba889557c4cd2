# The screen of a plan.
plan-title-delete = 計画: ミラーの削除
plan-title-saved = 保存した計画: ミラーの削除
plan-title-restore = 計画: ミラーの復元
plan-account = アカウント
plan-reading = { $all }件中{ $done }件を読み込み…
plan-to-delete = 削除対象{ $count }件
plan-to-restore = 復元対象{ $count }件
plan-left-out = { $going_in }、除外{ $count }件: { $why }
plan-count-moved = 変更あり{ $count }
plan-count-gone = 消滅{ $count }
plan-count-no-version = バージョンなし{ $count }
plan-count-standing = 存在{ $count }
plan-count-unreadable = 読込不可{ $count }
plan-count-too-long = 長すぎ{ $count }
plan-count-taken-out = 手動{ $count }
plan-column-mirror = デバイス › ミラー
plan-column-version = バージョン
plan-column-note = 備考
plan-number-delete = 削除するミラーの数
plan-number-restore = 復元するミラーの数
plan-hint-reading = 全件の読み込み後に入力
plan-hint-apply = 数をすべて入力し Enter で適用
plan-hint-tab = { KEY("plan/next", "Tab") } で移動

# What there is to notice about a row, and why one is left out.
plan-taken-out = 手動で除外
plan-no-version = バージョンなし
plan-out-moved = 除外: 変更(前 { $was })、{ KEY("plan/mark", "Space") } 追加
plan-out-not-saved = 除外: 保存時と異なる(前 { $was })
plan-out-gone = 除外: 消滅
plan-out-no-version = 除外: バージョンなし、個別削除
plan-out-standing = 除外: ミラーが存在
plan-out-too-long = 除外: 名前が画面に収まらない
plan-out-error = 除外、{ KEY("plan/try-again", "r") } で再読み込み: { $error }
plan-out-unread = 除外、{ KEY("plan/try-again", "r") } で再読み込み
plan-nothing-there = ミラーは存在しない
plan-changed = 変更あり(前 { $was })
plan-live = ⚠ 稼働中、{ $ago }に報告

# Why a row that is left out stays so.
plan-stays-no-version = 保存した計画にバージョンがないため、対象にできません
plan-stays-moved = 保存した計画のバージョンと異なるため、対象にできません
plan-stays-gone = 既になく、削除するものがありません
plan-stays-unlocked = バージョンがなくロックできません。ミラーの一覧で { KEY("mirrors/delete", "d") } を使い個別に削除してください
plan-stays-standing = ミラーが存在します。この控えはゴミ箱({ KEY("devices/trash", "t") })から個別に復元してください
plan-stays-unread = 読み込めませんでした。{ KEY("plan/try-again", "r") } で読み直します
plan-stays-too-long = 名前全体がこの画面に収まりません。画面を広げるまで除外されます

# What is wrong with the number.
plan-still-reading = 読み込み中です。数は全件の読み込み後に入力してください
plan-just-changed = 計画が変わったばかりです。先に確認してください
plan-nothing-in = 対象のミラーがなく、することがありません
plan-no-number = 上に示した対象ミラーの数を入力してください
plan-no-digits = 数字だけを入力できます
plan-other-number = 対象ミラーの数と違います。上の数を確認してください
plan-one-run = 実行は一度に一つです。{ $what }の実行が終わっていません。{ KEY("devices/tasks", "T") } で表示します

# Answers to keys.
plan-left-marks = 何も削除していません。マークは残っています
plan-left-delete = 何も削除していません
plan-left-restore = 何も復元していません
plan-all-read = すべての行を読み込み済みです
plan-deleting = { $mirrors }を削除中: { KEY("tasks/pause", "p") } 一時停止、{ KEY("tasks/stop", "x") } 待機分を取消
plan-restoring = { $mirrors }を復元中: { KEY("tasks/pause", "p") } 一時停止、{ KEY("tasks/stop", "x") } 待機分を取消
plan-read-only-delete = 読取専用: 何も削除しません。{ $advice }
plan-read-only-restore = 読取専用: 何も復元しません。{ $advice }
plan-nothing-to-try = この実行に再試行できるものはありません
plan-only-unknown = 結果不明のものは再試行しません。ゴミ箱({ KEY("devices/trash", "t") })で { KEY("trash/read-again", "r") } を使い確認してください
plan-without-unknown = 結果不明の{ $count }件は計画に入れていません。ゴミ箱({ KEY("devices/trash", "t") })で { KEY("trash/read-again", "r") } を使い確認してください
plan-nothing-to-bring-back = この実行が削除したもので復元できるものはありません

# Plans as files.
plan-save-none = 開いている計画がありません
plan-save-restore = 保存できるのは削除の計画だけです
plan-save-reading = 読み込み中です。計画は全件の読み込み後に保存できます
plan-file-none = mirrordeck の計画ファイルではありません: { $cause }
plan-file-no-deletions = mirrordeck の削除の計画ではありません
plan-file-form = この計画の形式は { $form } です。この mirrordeck は形式 { $known } だけを扱います
plan-file-account = 別のアカウントの計画です({ $address }、キー { $key })。そのアカウントで mirrordeck を起動してください
plan-file-empty = この計画にミラーがありません
plan-file-too-many = この計画のミラーは{ $most }件を超えています
plan-file-bad-name = この計画の{ $number }番目のミラーは名前が空か長すぎます
plan-file-twice = この計画に { $target } が2回あります
plan-file-no-version = この計画に { $target } のバージョンがありません
