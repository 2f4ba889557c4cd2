# テーマファイルとテーマの選択。

theme-rich-missing = `{ $role }` に `rich`(色の多い端末で使う色)がありません
theme-bad-colour = 色ではありません。"#rrggbb"、"default"、またはパレットの色名を書いてください{ $near }
theme-bad-few = 16色の場合はパレットの色名を書いてください{ $near }
theme-unknown = { $by }: テーマ `{ $name }` はありません。{ $hint }
theme-no-file = { $by }: テーマファイル { $file } がありません。パスを直すか、テーマ名を書いてください
theme-did-you-mean = `{ $name }` のことですか？
theme-there-are = { $names } から選ぶか、ファイルのパスを書いてください
