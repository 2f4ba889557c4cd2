# The screen where there are no credentials.
welcome-no-credentials = 認証情報がまだないため、表示できるアカウントがありません。認証情報は次の2通りの方法で指定できます。
welcome-by-environment = 1. 起動前に環境変数で指定:
welcome-by-file = 2. ファイル { $file } に記述:
welcome-other-profiles = ファイルにあるプロファイル: { $profiles }。--profile NAME で選びます。
welcome-keys-title = 2つのキーの入手先
welcome-keys-made = コンソールで発行します。専用のサブアカウントをお勧めします: Services > Management & Governance > Sub Account > Sub Accounts から、そのアカウントのAccess Key。APIアクセスとポリシーNCP_CLOUD_IOT_CORE_MANAGERが必要です。メインアカウントのキーも使えます。
welcome-demo = またはdキー: アカウントもネットワークも使わず、サンプルのデバイスでデモを開きます。

# Its keys.
welcome-key-demo = デモを開く
welcome-key-leave = 終了
welcome-key-scroll = スクロール
welcome-q-itself = 終了は英字のqキーです。キーボードを切り替えるか、Escを押してください

# An account without devices.
welcome-no-devices = このアカウントには仮想デバイスがありません。
welcome-device-is = 仮想デバイスは実際のデバイスに対応し、そのミラーを持ちます。
welcome-device-made = コンソールで作成します: Services > Internet of Things > Cloud IoT Core > Virtual Devices。
welcome-read-again = { KEY("devices/read-again", "r") } 再読み込み

# What a mirror is.
welcome-mirror-title = ミラーとは？
welcome-mirror-is = サービスが仮想デバイスごとに保持するJSON文書です。desiredはデバイスに求める状態、reportedはデバイスが報告した状態です。
welcome-mirror-kinds = デバイスには、名前のないデフォルトミラーが1つと、名前付きのミラーがいくつでもあります。

# How a mirror is made.
welcome-mirror-how = 作り方: 最初の更新がミラーを作ります
welcome-mirror-console = - コンソール: Virtual Devices > 編集 > ミラー設定
welcome-mirror-api = - API: POST { $path }、本文 { $body }
welcome-mirror-device = - デバイス（MQTT）: トピック { $topic } に発行

# A device without mirrors.
welcome-no-mirrors = まだミラーがありません
welcome-no-mirrors-how = 最初の更新がミラーを作ります（詳細を参照）。{ KEY("devices/read-again", "r") } 再読み込み
welcome-no-names = 名前付きミラーなし
