# Words of the footer: what a key does, in one or two words.
key-into = 開く
key-delete = 削除
key-bring-back = 復元
key-trash = ゴミ箱
key-filter = フィルター
key-watch = 監視
key-save = 保存
key-view = 表示
key-fold = 折りたたみ
key-differing = 差異のみ
key-copy = コピー
key-palette = 操作一覧
key-read-again = 再読み込み
key-help = ヘルプ
key-quit = 終了
key-mark = マーク
key-mark-all = すべてマーク
key-sweep = 一括調査
key-tasks = タスク
key-keep-filter = フィルターを残す
key-clear-filter = 消去
key-move = 移動
key-empty = 空にする
key-next-field = 次へ
key-enter-field = 次の欄
key-keep = 残す
key-keep-mirror = ミラーを残す
key-delete-mirror = ミラーを削除
key-change-nothing = 何も変えない
key-restore-mirror = ミラーを復元
key-close = 閉じる
key-look-again = 再確認
key-preview = プレビュー
key-acknowledge = 確認済みにする
key-plan-deletion = 削除計画
key-back = 戻る
key-pause = 一時停止
key-sort = 並べ替え
key-columns = 列
key-to-number = 件数の入力
key-in-or-out = 入れる/外す
key-apply = 適用
key-to-rows = 一覧へ
key-pause-run = 停止/続行
key-cancel-run = 取り消し
key-try-again = 再試行
key-failed = 失敗のみ
key-open-plan = 計画を開く
key-take-file = このファイルを使う
key-other-button = 別のボタン
key-take-it = 決定
key-stay = とどまる

# What is said of a key that does nothing, or not yet.
key-other = このキー
key-nothing = { $key } はここでは何もしません。{ $help } でキーの一覧を表示します
key-outermost = いちばん外側のペインです。終了は { $quit } です
key-again = { $key } が押し続けたときのようにすぐ再び届きました。もう一度押してください
key-rushed = { $key } が貼り付けのように文字と一緒に届きました。単独で押してください

# A keyboard in Hangul mode: the letter, and the key on which it stands.
key-hangul-again = { $hangul } は { $key } のキーです。英字入力（한/영）に切り替えて { $key } をもう一度押してください
key-hangul-nothing = { $hangul } は { $key } のキーで、ここでは何もしません。{ $help } でキーの一覧を表示します

# Pastes.
key-long-paste = 貼り付けは { $length } 文字です。受け付けるのは { $most } 文字までなので、何も挿入していません
key-number-pasted = 件数は貼り付けず、直接入力します
key-paste = 貼り付けはキーではなく文字です。先に { KEY("devices/filter", "/") }（フィルター）などの入力欄を開いてください
