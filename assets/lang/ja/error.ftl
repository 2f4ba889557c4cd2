# What happened instead of an answer.
error-not-sent = 何も送信していません: { $cause }
error-no-answer = 応答がありませんでした: { $cause }
error-refused = 拒否されました: { $refusal }
error-unreadable = ステータス { $status } の応答を読み取れません: { $cause }
error-in-doubt = エラー { $refusal }
error-leads-elsewhere = { $words } (転送先: { $place })
error-in-full = { $error }。{ $advice }

# What was in the way.
error-cause-read-only = mirrordeck は読み取り専用で起動されています
error-cause-given-up = 待っている間に中止しました
error-cause-crashed = mirrordeck の内部処理が途中で終了しました
error-cause-no-lock = 前半を書き込んだ後のバージョンが不明で、バージョンをロックできません
error-cause-name-too-long = 名前がリクエスト行に収まらない長さです
error-cause-name-in-path = `{ $device }` という名前のデバイスはパスに書けません
error-cause-path-changed = パスが { $path } に変わって送信されてしまいます
error-cause-header = ヘッダー { $header } に使えない文字があります
error-cause-timed-out = { $limit }以内に応答が完了しませんでした
error-cause-milliseconds = { $number }ミリ秒

# What was wrong with an answer.
error-cause-too-long = { $limit } MiB を超えています
error-cause-empty = 空です
error-cause-no-mirror = ミラーが含まれていません
error-cause-no-device = デバイスが含まれていません
error-cause-no-devices = デバイスの一覧が含まれていません
error-cause-no-mirrors = ミラーの一覧が含まれていません
error-cause-no-receipt = 削除の確認応答ではありません
error-cause-reserved-key = { $key } で始まるキーがあります
error-cause-too-many-parts = 項目が多すぎて { $limit } MiB を超えるメモリーが必要です
error-cause-too-deep = { $levels } 階層より深く入れ子になっています
error-cause-not-json = JSON ではありません: { $cause }

# What to do.
error-advice-read-only = 変更するには --read-only、MIRRORDECK_READ_ONLY、read_only を外して起動してください。
error-advice-unreachable = ネットワーク、プロキシ、アドレス (--api-url) を確認してください。
error-advice-name = この名前は HTTP のアドレスにできません。コンソールを使ってください。
error-advice-invalid = アドレス (--api-url) とアクセスキーを確認してください。
error-advice-given-up = サービスが空いているときにもう一度試してください。
error-advice-timed-out = サービスが遅いか、回線が切れています。{ KEY("devices/read-again", "r") } で再読み込みします。
error-advice-broken = 接続が切れました。{ KEY("devices/read-again", "r") } で再読み込みします。
error-advice-crashed = mirrordeck の不具合です。詳細はログにあります。
error-advice-unreadable = アドレス (--api-url) とプロキシを確認し、問題がなければこの項目はコンソールを使ってください。
error-advice-permission = キーは有効ですが権限がありません。NCP_CLOUD_IOT_CORE_MANAGER か、ミラーの表示と変更を許すポリシーを追加してもらってください。
error-advice-bad-request = ゲートウェイがリクエストを読み取れませんでした。名前に特殊な文字があれば、コンソールを使ってください。
error-advice-no-address = ゲートウェイが知らないアドレスです。--api-url を確認してください。権限がない場合もこう見えることがあります。
error-advice-not-its-word = この 404 はサービス自身の応答ではありません。--api-url とプロキシを確認してください。
error-advice-gone = もう存在しません。{ KEY("devices/read-again", "r") } で一覧を再読み込みします。
error-advice-quota = アカウントの割り当てを使い切りました。待つか、コンソールで増やしてください。
error-advice-quota-wait = アカウントの割り当てを使い切りました。{ $seconds }秒待つか、コンソールで増やしてください。
error-advice-rate = リクエストが多すぎます。少し待ってからもう一度試してください。
error-advice-rate-wait = リクエストが多すぎます。{ $seconds }秒待ってからもう一度試してください。
error-advice-too-large = リクエストがゲートウェイの上限を超えています。この項目はコンソールを使ってください。
error-advice-changed = その間に変わりました。r で再読み込みしてください。
error-advice-redirect = 署名付きヘッダーではリダイレクトに従いません。--api-url を確認してください。
error-advice-fault = サービス側の障害です。後で { KEY("devices/read-again", "r") } で再読み込みしてください。
error-advice-undocumented = サービス独自のコードは文書化されていません。上の文言がすべてです。
error-advice-clock-ahead = このコンピューターの時計が{ $seconds }秒進んでいます。時刻を合わせてください。
error-advice-clock-behind = このコンピューターの時計が{ $seconds }秒遅れています。時刻を合わせてください。
error-advice-clock-and-keys = { $clock } サービスの時刻でも拒否されたので、アクセスキーとシークレットキーも確認してください。
error-advice-encoded = 名前にエンコードが必要な文字があります。ゲートウェイの署名方法が異なることがあり、キーが誤りとは限りません。
error-advice-keys = アクセスキー、シークレットキー、このコンピューターの時計を確認してください。

# Client tokens.
error-token-empty = クライアントトークンは空にできません
error-token-too-long = クライアントトークンは{ $bytes }バイトです。サービスが受け付けるのは{ $limit }バイトまでです
error-no-time-to-connect = 接続の制限時間は 0 より長くしてください
error-no-time-for-request = リクエストの制限時間は 0 より長くしてください
