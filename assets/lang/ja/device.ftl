# The pane and its rows.
device-title = デバイス
device-row-failed = ⚠ 読み取れません; { KEY("devices/read-again", "r") } 再読み込み
device-row-unnamed = ⚠ 使える名前のない行
device-double = 一覧に2回あり; { KEY("devices/read-again", "r") } 再読み込み

# What the query looked through, each in a long and a short form.
device-no-answer = ⚠ 応答なし
device-asking = 照会中…
device-fuzzy-loaded = 読み込んだ{ $count }件のみあいまい検索
device-fuzzy-loaded-short = 読込{ $count }件
device-from-service = サービスから{ $count }件
device-loaded-and = 読込済み{ $count }件、{ $words }
device-loaded-hits = 読込済み{ $loaded }件、サービス +{ $hits }件
device-loaded-hits-short = { $loaded }件、+{ $hits }

# In place of rows.
device-failed = デバイスを読み取れませんでした
device-search-failed = デバイスを検索できませんでした
device-reading = … デバイスを読み込み中
device-unnamed = ⚠ 使える名前のない行が{ $count }件ありました
device-asking-for = サービスに「{ $text }」を照会しています。
device-no-fuzzy = 読み込んだデバイスに「{ $text }」に合うものはありません。
device-none-loaded = 読み込んだデバイスに「{ $text }」を含むものはありません。
device-no-match = 「{ $text }」に合うデバイスはありません。
device-hint-name = 大文字と小文字を区別します。~文字 はあいまい検索、ほかに desc:文字、prop:キー=値。
device-hint-case = 大文字と小文字を区別します。
