# The words of outcomes. Logs, journal and files have the English ones whatever the language.
outcome-deleted = 削除済み(deleted)
outcome-version-conflict = バージョン競合(version conflict)
outcome-already-gone = すでに無し(already gone)
outcome-refused = 拒否(refused)
outcome-unknown = 結果不明(outcome unknown)
outcome-not-deleted = 未削除(not deleted)
outcome-restored = 復元済み(restored)
outcome-not-restored = 未復元(not restored)

# How a mirror stands or was found.
outcome-at = v{ $version } で
outcome-at-none = バージョンなしで
outcome-mirror-version = v{ $version } のミラー
outcome-mirror-without = バージョンのないミラー
outcome-unchanged-version = 変わっていない v{ $version } のミラー
outcome-unchanged-without = 変わっていないミラー
outcome-values-differ = { $count }個の値が異なります
outcome-values-differ-in = { $values }: { $paths }

# Deletions: what the answer and the look afterwards tell.
outcome-only-accepted = サービスはリクエストを受け付けただけです ({ $status })
outcome-gone-with-device = デバイスごとすでにありません
outcome-refused-gone = サービスが拒否し ({ $refusal })、ミラーはありません
outcome-refused-gone-with-device = サービスが拒否し ({ $refusal })、デバイスごとミラーがありません
outcome-found-gone = { $answer }。もう一度調べたところ、無くなっています
outcome-found-gone-with-device = { $answer }。もう一度調べたところ、デバイスごと無くなっています
outcome-conflict = v{ $locked } でロックしましたが、今は v{ $found } です。何も削除していません
outcome-moved = v{ $locked } でロックしましたが、今は v{ $found } です
outcome-yet-found = { $refusal }。しかしもう一度調べたところ、{ $found }があります。{ KEY("mirrors/delete", "d") } でもう一度試してください
outcome-still-found = { $answer }。もう一度調べたところ、{ $found }がまだあります
outcome-found-unchanged = { $answer }。もう一度調べたところ、v{ $version } のまま変わっていません
outcome-found = { $answer }。もう一度調べたところ、{ $found }があります
outcome-look-failed = その後の確認に失敗しました: { $error }
outcome-unseen = { $answer }。その後の確認にも失敗しました: { $error }。{ $advice }
outcome-token-back = トークンが返ってきました
outcome-token-other = 別のトークンが返ってきました
outcome-token-lost = トークンが返ってきませんでした
outcome-token-lost-with-lock = トークンが返ってきませんでした。バージョンのロックが途中で失われた可能性があります
outcome-other-fell = v{ $locked } でロックしましたが、サービスは v{ $last } を削除したと答えています

# Restores.
outcome-accepted = サービスは受け付けました
outcome-accepted-none = サービスは受け付けましたが、ミラーがありません
outcome-no-attempt = 受け付けられた試行はなく、最後の試行は送信できませんでした: { $cause }
outcome-read-back-failed = { $answer }。読み直しに失敗しました: { $error }。{ $advice }
outcome-stands-same = { $at }同じ状態で存在します
outcome-stands-other = { $at }存在しますが、{ $differing }
outcome-conflict-at = 今は { $at }存在します。何も上書きしていません
outcome-conflict-none = そこにミラーはありません。何も上書きしていません
outcome-refused-found = { $refusal }。もう一度調べたところ、{ $at }存在します。控えはゴミ箱に残っています。{ KEY("devices/trash", "t") } でもう一度試してください
outcome-refused-found-none = { $refusal }。もう一度調べたところ、ミラーはありません。控えはゴミ箱に残っています。{ KEY("devices/trash", "t") } でもう一度試してください
outcome-half-unsent = desired は復元しましたが、reported は送信できませんでした: { $why }
outcome-half-refused = desired は復元しましたが、reported は拒否されました: { $why }
outcome-half-stands = { $half }。{ $at }存在し、{ $differing }
outcome-desired-then = desired は受け付けられ、その後 { $error }
outcome-seen-same = { $error }。もう一度調べたところ、{ $at }同じ状態で存在します
outcome-seen-unchanged = { $error }。もう一度調べたところ、{ $at }変わらずに存在します
outcome-seen-other = { $error }。もう一度調べたところ、{ $at }存在しますが、{ $differing }
outcome-seen-none = { $error }。もう一度調べたところ、ミラーはありません

# Restores whose program was ended before the answer.
outcome-abandoned-same = { $cause }。{ $at }同じ状態で存在します
outcome-abandoned-untouched = { $cause }。{ $at }存在し、上書きしていません
outcome-abandoned-other = { $cause }。{ $at }存在し、{ $differing }
outcome-abandoned-none = { $cause }。そこにミラーはありません
outcome-abandoned-unseen = { $cause }。確認に失敗しました: { $error }。{ $advice }
