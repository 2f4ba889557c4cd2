# The help itself.
help-title = ヘルプ
help-scroll = { $down } { $up } スクロール、{ $close } 閉じる
help-here = ここ: { $place }
help-sweep-forms = 一括調査のフィルター: すべての語が当てはまること

# The places in which keys have a meaning.
help-place-devices = デバイス
help-place-mirrors = ミラー
help-place-detail = 詳細
help-place-detail-else = 詳細: 他の表示と監視のとき
help-place-filter = フィルター欄
help-place-sweep-filter = 一括調査のフィルター欄
help-place-delete-dialog = 削除ダイアログ
help-place-restore-dialog = 復元ダイアログ
help-place-trash = ゴミ箱
help-place-sweep = 一括調査
help-place-plan = 計画
help-place-plan-number = 計画の件数
help-place-tasks = タスク
help-place-prompt = ファイル
help-place-quit = 終了前の確認
help-place-help = ヘルプ
help-place-copy-menu = コピー
help-place-palette = 操作一覧

# What keys do: moving.
help-down = 下へ
help-up = 上へ
help-down-up = 下へ、上へ
help-page-up = 1 ページ上へ
help-page-down = 1 ページ下へ
help-pages = 1 ページ上へ、下へ
help-first = 最初の行
help-last = 最後の行
help-ends = 最初の行、最後の行
help-next-pane = 次のペイン
help-previous-pane = 前のペイン
help-out-of = フィルターを消す、または選択から出る
help-into = 選択したものを開く

# What keys do: in the panes.
help-delete = 選択またはマークしたミラーの削除（先に確認）
help-bring-back = 最後に削除したミラーの復元（先に確認）
help-trash = ゴミ箱: 削除したミラーと結果不明の操作
help-filter = このペインのフィルター（{ KEY("filter/accept", "Enter") } で残す、{ KEY("filter/cancel", "Esc") } で消す）
help-watch = 監視: ミラーを繰り返し読み、変化に印を付ける
help-export = 受信した文書をそのまま保存
help-view = 次の表示: 比較、文書、原文
help-fold = 選択したキーの折りたたみ、展開
help-fold-all = すべて折りたたむ、すべて展開
help-differing = 差異のみ、またはすべて
help-next-hit = 次の検索結果
help-previous-hit = 前の検索結果
help-hits = 次、前の検索結果
help-older = 監視で見た古いバージョン
help-newer = 監視で見た新しいバージョン
help-versions = 監視で見た前、後のバージョン
help-copy = コピー: 名前、JSON、値、リクエスト
help-palette = すべての操作とキー
help-read-again = 表示内容の再読み込み
help-help = このヘルプ
help-quit = 終了（送信中のリクエストは待つ）
help-mark = マーク: ミラーは { KEY("mirrors/delete", "d") }、デバイスは { KEY("devices/sweep", "S") } の対象
help-mark-all = フィルターに合うものをすべてマーク
help-unmark = マークをすべて解除
help-sweep = 一括調査: マーク、または合うデバイスのミラー
help-tasks = タスク: 実行中と過去のもの

# What keys do: in text fields and dialogs.
help-keep-filter = フィルターを残す
help-clear-filter = フィルターを消す
help-empty = 入力欄を空にする
help-quit-in-text = 終了（入力欄でも）
help-next-field = 次の欄
help-previous-field = 前の欄
help-fields = 次の欄、前の欄
help-press-delete = 入力欄では次の欄へ、削除ボタンでは削除
help-press-restore = 入力欄では次の欄へ、復元ボタンでは復元
help-change-nothing = 何も変えずに閉じる
help-take-file = 保存、または開く
help-close = 閉じる

# What keys do: in the trash.
help-bring-back-copy = この控えを復元（先に確認）
help-close-trash = プレビューから出る、フィルターを消す、閉じる
help-view-copy = 控え、または現在との差異
help-filter-trash = デバイスとミラーでフィルター
help-look-again = 再確認: ゴミ箱と不明な結果
help-preview = プレビューへ、一覧へ
help-acknowledge = 不明のままの結果を一覧から外す

# What keys do: in a sweep.
help-filter-sweep = フィルター: mirror:legacy* age:>90d drift:yes device:hall3-*
help-mark-row = ミラーをマーク（{ KEY("sweep/delete", "d") } の対象）
help-mark-rows = フィルターに合う行をすべてマーク
help-plan-deletion = マークしたミラーの削除計画
help-leave-sweep = ペインへ戻る（調査は続く）
help-pause-sweep = 一括調査の一時停止、続行
help-sort = 次の列で並べ替え
help-turn-around = 並び順を逆にする
help-columns = 名前のみ、またはバージョン・経過・差異・サイズも
help-save-rows = 行を CSV または JSON Lines で保存
help-stop-sweep = 一括調査の中止
help-failed-devices = 失敗したデバイスの表示、戻る
help-read-failed = 失敗分の再読み込み
help-sweep-anew = 同じデバイスを最初から調査
help-to-panes = ペインでこのミラーを表示

# What keys do: in a plan.
help-to-number = 確認の件数へ、一覧へ
help-in-or-out = この行を外す、入れる
help-close-plan = 何も変えずに閉じる（マークは残る）
help-save-plan = 計画を JSON で保存
help-read-rows = 読めなかった行の再読み込み
help-apply = 件数がミラーの数と同じなら計画を適用
help-to-rows = 一覧へ戻る

# What keys do: in tasks.
help-into-run = 実行の項目、または調査の行を開く
help-out-of-run = 項目から出る、または閉じる
help-pause-run = 一時停止、続行。途切れた実行の続行も
help-cancel-run = 待機中のものを取り消す
help-bring-back-run = 実行のミラーをすべて復元（計画を経て）
help-try-again = 失敗分の再試行（計画を経て）
help-failed-items = うまく終わらなかったもののみ、またはすべて
help-open-plan = 保存した計画を開く
help-to-items = 項目へ、一覧へ
help-file-next = 確認のとき、もう一方のボタンへ
