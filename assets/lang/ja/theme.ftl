# テーマファイル。
theme-rich-missing = `{ $role }` に `rich`(色の多いターミナルで使う色)がありません
theme-bad-colour = 色ではありません。"#rrggbb"、"default"、またはパレットの色名を書いてください
theme-bad-colour-near = 色ではありません。"#rrggbb"、"default"、またはパレットの色名を書いてください。`{ $near }` のことですか？
theme-bad-few = 16色のターミナル用の色は次の中から書いてください: { $names }
theme-bad-few-near = 16色のターミナル用の色はパレットの色名で書いてください。`{ $near }` のことですか？

# テーマの選択。
theme-unknown = { $by }: テーマ `{ $name }` はありません。{ $names } から選ぶか、ファイルのパスを書いてください
theme-unknown-near = { $by }: テーマ `{ $name }` はありません。`{ $near }` のことですか？
theme-no-file = { $by }: テーマファイル { $file } がありません。パスを直すか、テーマ名を書いてください
