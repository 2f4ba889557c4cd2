# The restore dialog: title, labels and buttons. Labels have ten columns.
restore-title = ミラーの復元
restore-title-overwrite = ミラーの上書き
restore-copy = 控え
restore-now = 現在
restore-restore = 復元
restore-asks = 復元…
restore-overwrite = 上書き
restore-overwrite-version = v{ $version } を上書き
restore-keys = Tab 次へ · Ctrl-U 空にする · Esc 残す · [復元]で Enter で復元
restore-keys-short = Tab 次へ · Esc 残す · [復元]で Enter で復元
restore-keys-overwrite = Tab 次へ · Esc 残す · [上書き]で Enter で実行

# What comes back, and what stands there now.
restore-not-back = 戻らない: バージョン番号とメタデータ時刻（新たに始まる）
restore-comes = { $time } の { $version }: { $keys }、{ $size }
restore-comes-again = { $time } の { $version }: { $keys }、{ $size }、復元歴あり
restore-unversioned = バージョンなし
restore-one-unversioned = バージョンなしの物
restore-none = 存在しません
restore-same = { $version } が同じ状態で存在します
restore-stands = { $version } が存在: { $differing }
restore-will-overwrite = { $version } を上書き、控えを保管({ KEY("devices/trash", "t") }): { $differing }
restore-other-key = キー { $key }（{ $source }）で削除、現在は { $here }: 同じアカウントか確認してください
restore-more = … ほか{ $count }個

# Why nothing comes of an Enter.
restore-still-reading = 現在の状態を読み込み中です。応答をお待ちください
restore-not-read = 現在の状態を読み取れず復元しません。Esc 後やり直してください
restore-nothing-to-do = 同じ状態で存在します。復元するものはありません
restore-no-lock = 現在のミラーにバージョンがなく、ロックして上書きできません
