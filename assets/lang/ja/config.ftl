# Lists of names.
config-list-and = { $first }, { $last }
config-list-or = { $first } または { $last }

# The account, in the header.
config-environment = 環境変数
config-profile = プロファイル { $profile }
config-embedded = 内蔵サービス

# Credentials.
config-no-credentials = 認証情報がありません。NCLOUD_ACCESS_KEY_ID と NCLOUD_SECRET_ACCESS_KEY を設定するか、{ $file } の [DEFAULT] に ncloud_access_key_id と ncloud_secret_access_key を書いてください。アカウントなしで試すには: mirrordeck --demo
config-no-credentials-others = 認証情報がありません。NCLOUD_ACCESS_KEY_ID と NCLOUD_SECRET_ACCESS_KEY を設定するか、{ $file } の [DEFAULT] に ncloud_access_key_id と ncloud_secret_access_key を書いてください (このファイルには { $profiles } があり、--profile で選べます)。アカウントなしで試すには: mirrordeck --demo
config-in-environment = 環境変数
config-in-profile = { $file } のプロファイル `{ $profile }`
config-access-key = アクセスキー
config-secret-key = シークレットキー
config-half-a-pair = { $place }にキーが片方しかありません。{ $present } はありますが{ $missing }がないので、{ $names } を設定してください
config-unusable-key = { $place }の { $name } の値に、空白、制御文字、または ASCII 以外の文字があります。キーにそのような文字はないので、キーをコピーし直してください (コメントには別の行が必要です)
config-two-spellings = { $place }の { $first } と { $second } の値が異なります。{ $first } を使うので、どちらかを消してください
config-unknown-profile = { $asked_by }: { $file } にプロファイル `{ $profile }` がありません。あるもの: { $profiles }
config-unknown-profile-near = { $asked_by }: { $file } にプロファイル `{ $profile }` がありません。`{ $near }` のことですか? あるもの: { $profiles }
config-no-profiles = { $asked_by }: { $file } にプロファイル `{ $profile }` がありません。プロファイルが1つもないので、[名前] と2つのキーを追加してください
config-profile-without-keys = { $asked_by }: { $file } のプロファイル `{ $profile }` にキーがありません。ncloud_access_key_id と ncloud_secret_access_key を追加してください (DEFAULT のキーは引き継がれません)
config-no-configure-file = { $asked_by }: プロファイル `{ $profile }` のキーを読む { $file } がありません。ファイルを作るか、{ $asked_by } を外して環境変数を使ってください
config-bad-configure-file = { $file }:{ $line }: { $cause }。[プロファイル] または 名前 = 値 の形で書いてください
config-stranger = { $place }: { $file } にプロファイル `{ $profile }` がありません。あるもの: { $profiles }
config-stranger-near = { $place }: { $file } にプロファイル `{ $profile }` がありません。`{ $near }` のことですか?

# Files, variables and addresses.
config-unreadable = { $file } を読み取れません: { $cause }。ファイルか権限を直すか、ファイルを取り除いてください
config-configure-unreadable = { $file } を読み取れません: { $cause }。読み取れる UTF-8 テキストで保存してください
config-not-utf8 = UTF-8 テキストではありません
config-no-file = { $asked_by }: { $file } がありません。パスを直すか、{ $asked_by } を外してください
config-left-out = 設定ファイルを使いません: { $problems }
config-bad-variable = { $name }: `{ $value }` は不明な値です。{ $allowed } に設定するか、変数を消してください
config-bad-url = { $asked_by }: { $cause }
config-url-malformed = `{ $url }` は URL ではありません ({ $cause })。{ $example } のように書いてください
config-url-not-encrypted = `{ $url }` は https:// で始まる必要があります。http:// はループバックアドレスにだけ使えます
config-url-superfluous = `{ $url }` に書けるのはスキーム、ホスト、パスだけです。{ $part }を取り除いてください
config-url-user = ユーザー名とパスワード
config-url-query = クエリ
config-url-fragment = フラグメント
config-url-hidden = (非表示)

# Entries of the configuration file.
config-no-toml = TOML ではありません: { $cause }
config-no-toml-quotes = TOML ではありません: { $cause }。ほかの文字を含む名前は [profiles."공장 1"] のように引用符で囲んでください
config-keys-elsewhere = `{ $entry }` はここには書けません。キーは環境変数か ~/.ncloud/configure に置いてください
config-unknown-entry = 不明な項目 `{ $entry }`。あるもの: { $names }
config-unknown-entry-near = 不明な項目 `{ $entry }`。`{ $near }` のことですか?
config-both-colours = `color` と `colour` は同じ項目です。どちらか1つにしてください
config-wrong-type = `{ $entry }`: { $wanted }が必要ですが、{ $kind } 型の値です
config-type-string = テキスト
config-type-integer = 整数
config-type-float = 小数
config-type-boolean = 真偽
config-type-datetime = 日時
config-type-array = リスト
config-type-table = テーブル
config-out-of-range = `{ $entry }`: { $wanted }が必要ですが、{ $found } です
config-wanted-table = 角括弧の見出しで始まるテーブル
config-wanted-truth = true または false の値
config-wanted-number = { $least } から { $most } までの整数
config-wanted-text = 引用符で囲んだテキスト
config-no-choice = `{ $entry }` に `{ $value }` は使えません。使える値: { $names }
config-no-choice-near = `{ $entry }` に `{ $value }` は使えません。`{ $near }` のことですか?
config-wrong-url = `{ $entry }` が正しくありません: { $cause }
config-blank-label = `{ $entry }` が空です。名前を書くか、項目を取り除いてください
config-long-label = `{ $entry }` は{ $length }文字です。表示できるのは{ $longest }文字までです
