# The list of runs.
task-title = タスク
task-no-list = ✖ 過去の実行を一覧できませんでした
task-none = まだ何も実行していません。{ KEY("mirrors/mark", "Space") } でミラーをマークし、{ KEY("mirrors/delete", "d") } で削除を計画します。
task-none-hint = { KEY("tasks/open-plan", "o") } 保存した計画を開く、{ KEY("tasks/cancel", "Esc") } 戻る
task-sweep = { $devices }の一括調査: { KEY("tasks/into", "Enter") } で表示
task-phase-running = 実行中
task-phase-paused = 一時停止
task-phase-stopping = 停止中
task-phase-done = 完了
task-phase-cancelled = 取消済み
task-phase-cut-off = 中断

# How far an item is; how it ended is in outcome.ftl.
task-state-queued = 待機
task-state-sent = 送信済み
task-state-came-back = 復活
task-state-cancelled = 取消済み
task-tally = { $word } { $count }

# The items of a run.
task-items = 項目
task-only-failed = { $what }: うまくいかなかった項目
task-all-well = うまくいかなかった項目はありません。{ KEY("tasks/failed", "f") } で全件を表示します。
task-began = { $phase }、開始 { $began }
task-paused = 自動で一時停止: { $why }
task-hint-unresolved = 送信した分の結果を確認中
task-hint-go-on = { KEY("tasks/pause", "p") } 再開、{ KEY("tasks/stop", "x") } 取消
task-hint-go-on-unresolved = { KEY("tasks/pause", "p") } で未着手の分を再開
task-came-back-why = 復活: 削除しましたが、デバイスが書き戻しました

# Answers to keys.
task-none-selected = 実行が選ばれていません
task-pauses = 一時停止しました。送信した分は最後まで確認します。{ KEY("tasks/pause", "p") } で再開します
task-goes-on = 再開します。{ KEY("tasks/pause", "p") } 一時停止
task-goes-on-with = { $count }件を再開します。{ KEY("tasks/pause", "p") } 一時停止
task-goes-on-without = { $count }件を再開します。送信した{ $unresolved }件は再送せず、結果を確認中です。{ KEY("tasks/pause", "p") } 一時停止
task-stopping = 取り消しました。送信した分だけが残っています
task-over = 終わった実行です。{ KEY("tasks/try-again", "r") } で失敗した分を再試行、{ KEY("tasks/bring-back", "u") } ですべて復元します
task-read-only = 読み取り専用のため実行を再開しません。{ $advice }
task-about-to-end = mirrordeck はまもなく終了します
task-one-run = 実行は一度に一つです。{ $what }の実行が終わっていません
task-nothing-to-begin = 始める項目は残っていません。送信した分は結果を確認中です
task-cancels = 待機分を取り消しました。送信した分は最後まで確認します
task-cancelled-before = 既に取り消しています
task-nothing-queued = 終わった実行です。待機分はありません
task-closed = 取り消しました。未着手の分はそのまま残ります
task-not-closed = 一覧に残ります: { $problem }
task-strange-account = 別のアカウントの実行です({ $account }、キー { $key })。そのアカウントで mirrordeck を起動してください

# What is said of runs elsewhere.
task-not-listed = 過去の実行を一覧できませんでした: { $problem }
task-cut-off = { $what }の実行が中断し、{ $not_begun }件が未着手です。{ KEY("devices/tasks", "T") } の { KEY("tasks/pause", "p") } で再開します
task-cut-off-unresolved = { $what }の実行が中断し、{ $not_begun }件が未着手、{ $unresolved }件が結果不明です。{ KEY("devices/tasks", "T") } の { KEY("tasks/pause", "p") } で再開します
task-stopped = { $what }の実行が止まりました({ $tally }): { $problem }
task-crashed = { $what }の実行が止まりました: mirrordeck の内部処理が途中で終了しました。着手した分を確認します
task-crashed-unknown = { $what }の実行が止まりました({ $unknown }): mirrordeck の内部処理が途中で終了しました。着手した分を確認します
task-came-back = 復活: { $target }、デバイスが書き戻しました。{ KEY("devices/tasks", "T") } で実行を表示します
task-many-came-back = 復活: この実行の{ $mirrors }、デバイスが書き戻しました。{ KEY("devices/tasks", "T") } の { KEY("tasks/failed", "f") } で表示します
task-paused-itself = { $what }の実行が自動で一時停止しました: { $why }。{ KEY("devices/tasks", "T") } の { KEY("tasks/pause", "p") } で再開します
task-ended = 実行終了: { $tally }。詳しくは { KEY("devices/tasks", "T") } にあります
task-ended-back = 実行終了: { $tally }。詳しくは { KEY("devices/tasks", "T") } にあり、{ KEY("tasks/bring-back", "u") } ですべて復元します
