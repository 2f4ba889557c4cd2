# What can be copied, as the list names it.
clipboard-device = デバイス名
clipboard-mirror = ミラー名
clipboard-json = 受信したままのJSON
clipboard-desired = desiredのJSON
clipboard-reported = reportedのJSON
clipboard-path = キーのパス
clipboard-value = 値
clipboard-value-desired = desiredの値
clipboard-value-reported = reportedの値
clipboard-command = curlコマンド

# The same, as the status line names it.
clipboard-the-device = デバイス名 { $name }
clipboard-the-mirror = ミラー名 { $name }
clipboard-the-json = { $mirror } のJSON
clipboard-the-desired = { $mirror } のdesired
clipboard-the-reported = { $mirror } のreported
clipboard-the-path = キーのパス
clipboard-the-value = { $key } の値
clipboard-the-value-desired = { $key } のdesired値
clipboard-the-value-reported = { $key } のreported値
clipboard-the-command = { $mirror } のcurlコマンド

# The list.
clipboard-title = コピー
clipboard-keys = { KEY("copy-menu/accept", "Enter") }または番号 コピー · { KEY("copy-menu/cancel", "Esc") } 閉じる

# What came of it.
clipboard-copied = コピー済み: { $what }、{ $size }。ターミナル側で許可が必要な場合があります（OSC 52）
clipboard-copied-tmux = コピー済み: { $what }、{ $size }。tmuxではset-clipboard onまたはallow-passthrough onの設定が必要です
clipboard-missing = このターミナルにはプログラムから使えるクリップボードがありません。文書は{ KEY("mirrors/export", "x") }キーで保存します
clipboard-nothing = ここにはコピーできるものがありません
clipboard-empty = { $what }: 空のため、コピーしませんでした
clipboard-too-large = { $what }: ターミナルが受け付ける上限 { $most } を超えています。文書全体は{ KEY("mirrors/export", "x") }キーで保存します
clipboard-too-large-json = 文書がターミナルの受け付ける上限 { $most } を超えています。{ KEY("mirrors/export", "x") }キーでファイルに保存します
