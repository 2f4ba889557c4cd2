# What earlier runs left open.
open-finding-out = 以前の実行が残したものを確認中です。少し後でやり直してください
open-waiting = 以前の実行の結果不明{ $count }件: { KEY("devices/trash", "t") } で一覧、そこで { KEY("trash/read-again", "r") } で再確認
open-more = { $last }; 以前の実行のものがほか{ $count }件: { KEY("devices/tasks", "T") } と { KEY("devices/trash", "t") } で確認できます
open-beside = { $said }; { $words }
open-beside-earlier = { $said }; 以前の実行: { $words }
open-deletion = { $word } { $target }（{ $began } の削除）: { $reason }
open-restore = { $word } { $target }（{ $began } の復元）: { $reason }

# Another look, or none.
open-looking = { $target } を再確認中
open-strange-account = { $target } は別のアカウントのものです（{ $source }、キー { $key }）。そのアカウントで mirrordeck を起動して確認してください
open-closed = 一覧から外しました。控えはゴミ箱に残ります
open-stays = 一覧に残ります: { $problem }
