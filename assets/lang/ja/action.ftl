# What earlier runs of the program left.
action-open-unknown = 以前の実行で残った未完了の操作がわかりません: { $problem }
action-trash-over = ゴミ箱が上限を { $over } 超えています。残っているものは7日以内のものか、まだ必要なものです。trash_mib を増やすか、控えを自分で片付けてください
action-cause-ended = その間に mirrordeck が終了しました
action-cause-unclear = 明確な応答がありませんでした

# Runs over many mirrors.
action-written-back = デバイスが書き戻しました
action-unreachable = サービスに接続できません: { $why }

# Why nothing was sent, or what became of copy and journal.
action-journal-unwritten = ジャーナルに書き込めないため、何も送信していません: { $problem }
action-copy-unwritten = 控えを書き込めないため、何も送信していません: { $problem }
action-overwritten-uncopied = 上書きされるものの控えを作れないため、何も送信していません: { $problem }
action-copy-unreadable = 控えをもう読み取れません: { $problem }
action-copy-gone = 控えをもう読み取れません
action-no-end = ジャーナルに終わりが記録されていません: { $problem }
action-absent-before-copy = 控えのために読み直したところ、ミラーがありません。何も送信していません
action-unread-before-copy = 控えのために読み直せませんでした: { $error }。{ $advice } 何も送信していません
action-conflict = v{ $locked } でロックしましたが、今は { $at }存在します。何も送信していません
action-device-gone = デバイスがありません。何も送信していません
action-stands-meanwhile = その間にミラーが { $at }作られました。何も送信していません
action-stands-unread = そこにミラーがあるか読み取れませんでした: { $error }。{ $advice } 何も送信していません
action-ended-gone = 何も送信しないうちに mirrordeck が終了し、ミラーはありません
action-ended-stands = 何も送信しないうちに mirrordeck が終了しました。ミラーは { $at }存在します
action-ended-unseen = 何も送信しないうちに mirrordeck が終了しました。確認に失敗しました: { $error }

# Items of runs.
action-plan-no-item = 計画にその項目がありません
action-plan-no-copy = 計画にこの項目の控えがありません
action-plan-conflict = 計画では v{ $version } ですが、今は { $at }存在します。何も送信していません
action-no-version = バージョンがないためロックできません。何も送信していません
action-absent-afresh = 読み直したところ、ミラーがありません。何も送信していません
action-unread-afresh = 読み直せませんでした: { $error }。{ $advice } 何も送信していません
action-copy-of-other = この控えは { $target } のものです
action-copy-unread = 控えを読み取れません: { $problem }
