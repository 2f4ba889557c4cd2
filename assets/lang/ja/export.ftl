# Saving the document of a mirror.
export-title = 受信した文書をそのまま保存
export-nothing = 保存する文書がありません。{ KEY("detail/read-again", "r") }キーで再読み込みします
