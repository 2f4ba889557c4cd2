# How a deletion or restore ended: the word, what it is about, then why and a warning, if there are.
notice-outcome = { $word } { $target }、{ $time }
notice-outcome-version = { $word } { $target } (v{ $version })、{ $time }
notice-because = { $outcome }、{ $reason }
notice-warned = { $outcome } ⚠ { $warning }
notice-copy-kept = 控えを保管済み: { KEY("devices/bring-back", "u") } で復元
notice-copy-kept-too = { $reason }、控えを保管済み: { KEY("devices/bring-back", "u") } で復元
notice-crashed = { $word } { $target }: mirrordeck の内部処理が途中で終了しました。ミラーを確認します

# How far it is.
notice-copying = 削除前に { $target } の控えを作成中
notice-deleting = { $target } を削除中
notice-looking = { $target }: まだ明確な応答がなく、再確認中
notice-restoring = { $target } を復元中
notice-reading-back = 控えと比べるため { $target } を再読み込み中

# Why nothing is deleted or restored.
notice-read-only-delete = 読取専用: 何も削除しません。{ $advice }
notice-read-only-restore = 読取専用: 何も復元しません。{ $advice }
notice-only-mirrors = 削除できるのはミラーだけで、デバイスは削除しません。{ KEY("devices/into", "Enter") } でミラーへ
notice-no-mirror = ミラーが選択されていません
notice-one-at-a-time = 一度に1件: { $target } の応答をまだ待っています
notice-kept = { $target } を残しました
notice-not-restored = 復元なし: { $target } はそのまま
notice-nothing-to-bring-back = 復元するものはありません。このアカウントで削除したミラーはすべて復元済みです。{ KEY("devices/trash", "t") } ですべての控えを表示
notice-copy-unreadable = 控えを読み取れません: { $problem }
notice-other-service = { $target } は別のサービス（{ $url }）で削除されました。復元するには、そのサービスで mirrordeck を起動してください

# A deleted mirror that a device has written back.
notice-came-back = 復活: { $what }; デバイスが書き込んでいます。{ KEY("mirrors/delete", "d") } で再び削除
notice-at-version = { $target } v{ $version }
notice-reported = { $what }、{ $ago }に報告

# Reads.
notice-unread = { $what } の読み取りに失敗: { $error }
notice-the-devices = デバイス
notice-all-devices = すべてのデバイス
notice-mirrors-of = { $device } のミラー
notice-reading-again = 再読み込み中
notice-read-again = 再読み込みしました

# Everything that a query finds.
notice-fuzzy-scope = あいまい検索の結果は削除の範囲にできません。~ のない文字で検索するか、{ KEY("devices/mark", "Space") } でデバイスにマークを付けてください
notice-not-looked-for = 検索しませんでした: { $problem }
notice-what-is-found = サービスが見つけたデバイス
notice-reading-scope = { $what } を読み込み中; { KEY("devices/out-of", "Esc") } で中止
notice-reading-scope-of = { $what } を読み込み中: { $read }/{ $total }; { KEY("devices/out-of", "Esc") } で中止
notice-too-many = サービスによると{ $total }件: 一度に扱える数を超えています。フィルターで絞り込んでください
notice-no-device = ここにデバイスはありません
notice-fleet-changed = その間にデバイス一覧が変わりました。一部が欠けている可能性があります
notice-given-up = 中止しました。マークも調査もしていません

# Marks.
notice-nothing-marked = マークはありません
notice-devices-marked = デバイス{ $count }台にマーク: { KEY("devices/sweep", "S") } で一括調査
notice-mirrors-marked = ミラー{ $count }件にマーク: { KEY("mirrors/delete", "d") } で削除を計画
notice-both-marked = デバイス{ $devices }台、ミラー{ $mirrors }件にマーク

# Keys and pastes.

# The clock.
notice-clock-ahead = このコンピューターの時計が{ $span }進んでいます。直るまで、リクエストにはサービスの時刻で署名します
notice-clock-behind = このコンピューターの時計が{ $span }遅れています。直るまで、リクエストにはサービスの時刻で署名します
notice-clock-right = このコンピューターの時計は正しくなりました
