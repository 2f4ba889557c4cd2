# 何かを変更するボタンをクリックしたときの案内
mouse-delete = クリックでは削除されません。削除ボタンで Enter を押すと削除し、Esc でミラーを残します
mouse-restore = クリックでは復元されません。ボタンで Enter を押すと復元し、Esc では何も変わりません
mouse-leave = クリックでは終了しません。終了ボタンで Enter を押すと終了し、Esc でとどまります
mouse-palette = この操作はクリックでは実行されません。{ KEY("palette/accept", "Enter") } で実行、{ KEY("palette/cancel", "Esc") } で閉じる
