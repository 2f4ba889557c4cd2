# Headings of the help, and what clap adds itself.
cli-usage = 使い方:
cli-options = オプション
cli-commands = コマンド
cli-arguments = 引数
cli-values = 指定できる値:
cli-with-default = { $help } [既定値: { $default }]
cli-with-values = { $help } [指定できる値: { $values }]
cli-help = ヘルプを表示します
cli-help-short = ヘルプを表示します (詳細は '--help')
cli-help-long = ヘルプを表示します (要約は '-h')
cli-help-command = このヘルプ、または指定したコマンドのヘルプを表示します
cli-version = バージョンを表示します

# What stands for options and values in the usage, and behind the names of options.
cli-for-any-options = オプション
cli-for-command = コマンド
cli-for-name = 名前
cli-for-file = ファイル
cli-for-name-or-file = 名前|ファイル
cli-for-language = 言語
cli-for-level = レベル
cli-for-address = アドレス
cli-for-number = 数
cli-for-milliseconds = ミリ秒
cli-for-shell = シェル

# The dashboard.
cli-about = NCP Cloud IoT Core の仮想デバイスのミラーを扱うターミナルダッシュボード
cli-demo = サンプルのデバイスが入った内蔵サービスを開きます。アカウントもネットワークも設定も不要です
cli-api-url = サービスのベース URL。http:// はループバックアドレスにだけ使えます [環境変数: MIRRORDECK_API_URL] [既定値: { $url }]
cli-profile = キーがある ~/.ncloud/configure のセクション [環境変数: NCLOUD_PROFILE] [既定値: DEFAULT]
cli-read-only = 何も削除しません。読み取りのリクエストだけを送信します [環境変数: MIRRORDECK_READ_ONLY=1]
cli-config = 設定ファイル [環境変数: MIRRORDECK_CONFIG] [既定値: プラットフォームの設定フォルダーの config.toml]
cli-lang = 言語: { $languages } [環境変数: MIRRORDECK_LANG] [既定値: LC_ALL、LC_MESSAGES、LANG の言語、なければ en]
cli-theme = テーマ: { $themes }、または自作のファイル [環境変数: MIRRORDECK_THEME] [既定値: auto、ターミナルの背景に従う]
cli-ascii = 枠と記号を ASCII 文字だけで描きます [環境変数: MIRRORDECK_ASCII=1]
cli-no-mouse = マウスをターミナルに任せます。Shift(macOS では Option)なしで文字を選択できます [環境変数: MIRRORDECK_NO_MOUSE=1]
cli-log-level = ログファイルに残す内容 [環境変数: MIRRORDECK_LOG] [既定値: info]
cli-log-off = なし
cli-log-error = 失敗したこと
cli-log-warn = 不審なことまで
cli-log-info = 各リクエストまで
cli-log-debug = 途中の段階まで
cli-log-trace = このプログラムのすべて
cli-after-precedence = オプションは環境変数より、環境変数は設定ファイルより優先されます。空の環境変数は未設定とみなします。
cli-after-credentials = 認証情報: NCLOUD_ACCESS_KEY_ID (または NCLOUD_ACCESS_KEY) と NCLOUD_SECRET_ACCESS_KEY (または NCLOUD_SECRET_KEY) を使い、なければ ~/.ncloud/configure のプロファイル DEFAULT を使います。--profile か NCLOUD_PROFILE で指定したプロファイルは、そのファイルのキーだけを使います。
cli-after-copies = 削除したミラーの控えと、すべての削除と復元の記録は、プラットフォームのデータフォルダーに残ります。u で最後の控えを復元し、t で控えの一覧、T で多数のミラーに対する実行の一覧を表示します。
cli-after-status = 終了ステータス: 正常終了は 0、先に直すべきことがあれば 2、実行中の失敗は 1 です。

# The simulator.
cli-simulate = Ctrl-C が押されるまで、内蔵サービスをループバックの HTTP で提供します
cli-listen = 待ち受けるループバックアドレスとポート。ポート 0 は空きポートを選びます
cli-devices = デバイスの数。サンプルから始め、残りは生成します。省略するとサンプルだけです
cli-latency = 応答前に待つミリ秒
cli-max-page-size = 要求された数に関係なく、1ページに入るデバイスの最大数
cli-after-simulate-lines = 出力の最初の行は、ベース URL とサービスが受け付けるキーです。
cli-after-simulate-faults = 実行中に、ある操作の次のリクエストに対する障害を予約できます。
cli-after-simulate-kinds =
    操作: list、search、device、mirrors、view、update、delete。省略するとすべての操作です。
    障害: { $kinds }。status のあるものには "code" と "message" を、{ $busy } には "2" のような "retry_after" も付けられます。
cli-after-simulate-throttle = 次の速度を超えると、per_second を 0 に戻すまで、すべての操作に 429 で応答します。
cli-after-simulate-retry = "retry_after" は省略できます。

# What it writes first; scripts read the lines in between.
cli-serving = Ctrl-C を押すまで、{ $url } でデバイス { $devices } 台を提供します。
cli-serving-faults = 障害の予約: { $command }

# What is wrong with a value.
cli-blank-profile = 空です。プロファイル名を指定するか、オプションを外してください
cli-blank-theme = 空です。テーマ名を書くか、オプションを外してください
cli-languages = { $languages } のいずれかを指定してください
cli-not-loopback = ループバックアドレスではありません。127.0.0.1:ポート の形で指定してください
cli-no-address = 127.0.0.1:8787 のように指定してください

# What is written for shells and man.
cli-completions = シェルの補完スクリプトを標準出力に書きます
cli-shell = シェル
cli-man = マニュアルページを標準出力に書きます
cli-man-name = 名前
cli-man-synopsis = 書式
cli-man-description = 説明
cli-man-notes = 注記

# A wrong command line.
cli-see-help = 詳しくは '--help' で確認できます。
cli-did-you-mean = もしかして { $names } ですか?
cli-unknown-argument = ここでは引数 '{ $argument }' は使えません。外してください。
cli-unknown-command = コマンド '{ $command }' はありません。
cli-missing-argument = 必要な引数がありません。{ $arguments } を追加してください。
cli-missing-value = オプション '{ $argument }' には値が必要です。後ろに値を書いてください。
cli-missing-value-of = '{ $argument }' には値が必要です。使える値: { $names }
cli-wrong-value = '{ $argument }' に '{ $value }' は使えません。
cli-wrong-value-of = '{ $argument }' に '{ $value }' は使えません。使える値: { $names }
cli-wrong-value-because = '{ $argument }' の値 '{ $value }' が正しくありません: { $cause }
cli-value-too-many = オプション '{ $argument }' は値を取りません。'{ $value }' を外してください。
cli-number = { $least } から { $most } までの整数を書いてください
cli-conflict = オプション '{ $argument }' は { $others } と一緒に使えません。どちらかを外してください。
cli-command-alone = コマンド '{ $command }' は { $arguments } と一緒に使えません。オプションを外してください。
cli-argument-twice = オプション '{ $argument }' が重複しています。1 つだけ残してください。
cli-not-utf8 = UTF-8 テキストではない引数があります。入力し直してください。
