# ミラーの監視。
watch-began = { $target } の監視を開始: 見ている間 { $seconds }秒ごとに再読み込みします。{ KEY("mirrors/watch", "w") } で停止します
watch-stopped = { $target } の監視を停止しました
watch-nothing = ここには監視するミラーがありません
watch-left = { $target } の監視を停止しました: { $why }

# 監視が終わった理由。
watch-unfocused = ターミナルがフォーカスを失いました
watch-elsewhere = 別の場所に移りました
watch-ending = プログラムを終了します

# 監視で分かったこと。
watch-version = { $time } v{ $version }: { $changes }
watch-unnumbered = { $time } 別のバージョン: { $changes }
watch-changed = キー{ $count }個を変更
watch-added = 新しいキー{ $count }個
watch-removed = 消えたキー{ $count }個
watch-same-values = 値の変更なし
watch-gone = { $target } は { $time } になくなりました。監視は続けます
watch-back = { $target } は { $time } に戻りました
watch-failed = { $target } を読み込めません: { $cause }。{ $seconds }秒後に再読み込みします
watch-gave-up = { $target } の監視を停止しました: { $count }回続けて読み込めませんでした。最後の原因: { $cause }

# 詳細ペインの枠。
watch-every = 監視 { $seconds }秒
watch-seen = { $count }件中{ $nth }件目

# 値の上: どのバージョンか、何が変わったか。
watch-which = { $version }、読み込んだ{ $count }件中{ $nth }件目、読込 { $time }
watch-since = { $since } 以後  { $changes }
watch-same-since = { $since } 以後、値の変更なし
watch-mark-changed = ✎ 変更 { $count }
watch-mark-added = + 新規 { $count }
watch-mark-removed = - 消失 { $count }

# バージョン間の移動。
watch-no-versions = このミラーの他のバージョンは見ていません。{ KEY("detail/watch", "w") } で監視します
watch-oldest = 読み込んだ中で最も古いバージョンです
watch-newest = 最も新しいバージョンです
