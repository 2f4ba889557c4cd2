# What earlier runs of the program left.
action-open-unknown = 以前の実行で残った未完了の操作がわかりません: { $problem }
action-trash-over = ゴミ箱が上限を { $over } 超えています。残っているものは7日以内のものか、まだ必要なものです。trash_mib を増やすか、控えを自分で片付けてください
action-cause-ended = その間に mirrordeck が終了しました
action-cause-unclear = 明確な応答がありませんでした

# Runs over many mirrors.
action-written-back = デバイスが書き戻しました
action-unreachable = サービスに接続できません: { $why }
