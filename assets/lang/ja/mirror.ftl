# The pane and its rows.
mirror-title = ミラー
mirror-title-of = { $device } のミラー
mirror-deleting = 削除中…
mirror-restoring = 復元中…
mirror-unknown = ⚠ 結果不明
mirror-none = なし
mirror-not-read = ⚠ 読取失敗
mirror-came-back = 復活
mirror-back = 復帰

# Below the rows or in place of them.
mirror-no-match = 「{ $text }」を含むミラーはありません。
mirror-device-gone = このデバイスはもうありません
mirror-failed = ミラーを読み取れませんでした
mirror-reading = … 名前付きミラーを読み込み中
mirror-unusable = ⚠ 一覧の{ $count }件は使える名前ではありません
# The mirror without a name, where a named one could stand (DEFAULT_MIRRORS in src/model/text.rs).
mirror-default = default (名前なし)
