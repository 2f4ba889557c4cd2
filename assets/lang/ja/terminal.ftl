# Where the terminal is in the way.
terminal-input = 標準入力
terminal-output = 標準出力
terminal-none = { $stream }がターミナルではありません。パイプやリダイレクトなしで、ターミナルの画面から mirrordeck を起動してください (スクリプト用のサービスには: mirrordeck simulate)
terminal-refused = ターミナルを準備できません: { $cause }。別のターミナルプログラムを試してください
terminal-not-written = ターミナルに書き込めません: { $cause }
terminal-not-read = ターミナルから読み取れません: { $cause }

# Where the program cannot go on.
terminal-worker-gone = バックグラウンドのタスクが終了しました。原因はログにあります
terminal-no-set-up = プログラムを準備できません: { $cause }
terminal-no-log-home = ログを残しません: このアカウントにはホームフォルダーがありません
terminal-no-log = ログを残しません: { $folder }: { $cause }

# The simulator.
terminal-not-loopback = { $address } はループバックアドレスではありません。シミュレーターはこのコンピューターだけで使えるので、--listen 127.0.0.1:8787 のように指定してください
terminal-empty-pages = デバイスが0台のページには何もありません。--max-page-size に1以上を指定してください
terminal-cannot-listen = { $address } で待ち受けできません: { $cause }。別のポートを選ぶか、空きポートには 0 を指定してください
terminal-no-signals = Ctrl-C を待てません: { $cause }
terminal-no-output = アドレスを出力できません: { $cause }
terminal-cannot-serve = これ以上接続を受け付けられません: { $cause }
terminal-output-lost = 標準出力に書き込めません: { $cause }
