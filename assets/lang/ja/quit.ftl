# The question before quitting in the middle of a run.
quit-title = 実行の途中で終了しますか?
quit-run = 実行（{ $what }）: 終了 { $ended }、送信中 { $sent }、待機 { $queued }。
quit-leave-means = 終了すると新たには始めず、送信中のものだけを待ちます。待機中のものはそのまま残り、次の起動後に { KEY("devices/tasks", "T") } で再開できます。
quit-run-over = その間に実行は終わりました。
quit-action = { $target } の応答も待ちます。
quit-stay = とどまる
quit-leave = 終了
quit-goes-on = 実行はそのまま続きます

# While the end waits for answers.
quit-waits = { $what }: 応答を最大{ $seconds }秒待ちます。もう一度 { KEY("devices/quit", "q") } で今すぐ終了し、結果は次の起動時に確認します
quit-deletion-open = { $target } の削除が未完了
quit-restore-open = { $target } の復元が未完了
quit-run-open = 実行（{ $what }）は{ $count }件を送信中で、新たには始めません

# Said when the screen is gone.
quit-unknown-preparing = { $word } { $target }: 何かを送るのを確認する前に mirrordeck が終了しました。送っていた場合は次の起動時に結果をお知らせします
quit-unknown-sent = { $word } { $target }: 明確な応答が届く前に mirrordeck が終了しました。控えは保管され、次の起動時にミラーを確認してお知らせします
quit-run-stopped = 実行を停止: { $parts }
quit-just-begun = 始めたばかりのものが送信中の可能性があり、次の起動時に確認します
quit-on-the-wire = 送信中{ $count }件: { $word }、次の起動時に確認します
quit-not-begun = 未着手{ $count }件は次の起動後に { KEY("devices/tasks", "T") } で再開できます
