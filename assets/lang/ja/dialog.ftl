# The delete dialog: title, labels and buttons. Labels have ten columns, those of fields may have more.
dialog-title = ミラーの削除
dialog-account = 接続先
dialog-device = デバイス
dialog-mirror = ミラー
dialog-lost = 失う内容
dialog-version = バージョン
dialog-token = クライアントトークン
dialog-keep = 残す
dialog-delete = 削除
dialog-keys = Tab 次へ · Ctrl-U 空にする · Esc 残す · [削除]で Enter で削除
dialog-keys-short = Tab 次へ · Esc 残す · [削除]で Enter で削除

# What would be lost.
dialog-reading = 読み込み中…
dialog-absent = なし: サービスによると、このミラーは存在しません
dialog-unread = 読み取れませんでした: { $error }
dialog-loses = { $keys }、{ $size }、{ $drift }; 控えを保管({ KEY("devices/trash", "t") })
dialog-loses-unlocked = { $keys }、{ $size }、{ $drift }; 最後に読んだ状態を保管({ KEY("devices/trash", "t") })
dialog-differ = { $count ->
    [0] 差異なし
   *[other] 差異{ $count }個
}
dialog-live = { $ago }に報告: 稼働中のデバイスが書き戻す可能性
dialog-live-short = { $ago }に報告: 復活の可能性
dialog-no-version = バージョンなしで届いたためロックできません
dialog-no-version-short = バージョンがなくロックできません
dialog-names-cut = 名前が収まりません。削除するにはウィンドウを広げてください

# What the fields mean.
dialog-bad-version = 64ビット整数ではない
dialog-no-lock = ロックなし: 何であれ削除
dialog-other-version = 現在 { $version }
dialog-lock = ロック: この版だけ削除
dialog-no-token = 送信なし   0/{ $most }バイト
dialog-token-bytes = { $length }/{ $most }バイト

# Why nothing comes of an Enter.
dialog-version-wrong = バージョンは64ビット整数です。空ならロックしません
dialog-token-long = クライアントトークンが{ $bytes }バイトあります。上限は{ $most }バイトです
dialog-still-reading = 読み込み中です。応答をお待ちください
dialog-nothing-there = 削除するものがありません
dialog-not-read = 読み取れないため削除しません。Esc で戻りやり直してください
dialog-look-first = 表示されたばかりです。まず内容を確認してください
dialog-names-do-not-fit = 名前が画面に収まりません。先に広げてください
