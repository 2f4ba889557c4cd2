# What the file is for.
prompt-save-sweep = 行を CSV (.csv) または JSON Lines (.jsonl) で保存
prompt-save-plan = 計画を JSON で保存
prompt-open-plan = 保存した計画を開く

# The keys, and the buttons of the question.
prompt-keys = { KEY("prompt/accept", "Enter") } このファイルを使う · { KEY("prompt/empty", "Ctrl-U") } 空にする · { KEY("prompt/cancel", "Esc") } 閉じる
prompt-keys-question = { KEY("prompt/next", "Tab") } 別のボタン · { KEY("prompt/accept", "Enter") } 決定 · { KEY("prompt/cancel", "Esc") } 名前に戻る
prompt-keep = 残す
prompt-overwrite = 上書き

# What came of it.
prompt-saved = 保存しました: { $path }
prompt-no-name = ファイル名を入力してください
prompt-already-there = 同じ名前のファイルがすでにあります
prompt-is-a-folder = フォルダーです。その中のファイル名を入力してください
prompt-unwritten = 書き込めません: { $cause }。別の場所を選んでください
prompt-disk-full = ディスクがいっぱいです: { $cause }。空きを作るか、別の場所を選んでください
prompt-may-not-write = 書き込む権限がありません: { $cause }。別の場所を選んでください
prompt-no-folder = そのフォルダーはありません: { $cause }。作成するか、別の場所を選んでください
prompt-bad-name = 使えないファイル名です: { $cause }。別の名前を選んでください
prompt-unread = 読み込めません: { $cause }
prompt-no-file = ファイルではありません
prompt-too-large = { $mib } MiBを超えています
prompt-crashed = mirrordeck の内部処理が途中で終了しました。詳細はログにあります
