# Files that the user names.
storage-crashed = mirrordeck の内部処理が途中で終了しました。詳細はログにあります

# Copies and journal: what happened.
storage-cannot-write = { $path } に書き込めません: { $cause }
storage-cannot-read = { $path } を読み取れません: { $cause }
storage-damaged = { $path } が破損しています: { $damage }
storage-foreign = { $path } はこのバージョンの mirrordeck で読める控えではありません
storage-not-found = ゴミ箱に控え { $id } がありません
storage-already-there = { $path } はすでにあるため上書きしません
storage-too-large = { $path } に書き込めません: { $bytes } は上限の { $limit } を超えています
storage-no-folder = ミラーの控えを置くフォルダーがありません。HOME を自分のホームに設定してください
storage-no-mirror = { $target } の控えはミラーではありません: { $error }

# What the system had against it, in front of its own words.
storage-disk-full = ディスクがいっぱいです: { $cause }
storage-read-only = ファイルシステムが読み取り専用です: { $cause }
storage-not-allowed = このユーザーには権限がありません: { $cause }

# In what way a copy is damaged.
storage-damage-cut-short = 終わりの部分がありません
storage-damage-too-long = 終わりの後に続きがあります
storage-damage-altered = 書き込まれたバイトと異なります
storage-damage-misnamed = 名前とは別の削除の控えが入っています

# What to do.
storage-advice-full = そのディスクの空きを増やしてから、もう一度試してください。
storage-advice-read-only = そのファイルシステムを書き込み可能にするか、データフォルダーを別の場所に置いてください。
storage-advice-not-writable = そのフォルダーの所有者を自分にし、書き込みを許可してください。
storage-advice-not-readable = 所有者を自分にし、読み取りを許可してください。
storage-advice-check = そのディスクとパスを確認してください。
storage-advice-damaged = 完全には復元できません。このコンピューターのバックアップからファイルを探してください。
storage-advice-foreign = より新しい mirrordeck なら読めるかもしれません。そうでなければ別の場所に移してください。
storage-advice-not-found = 古くなったか、別の mirrordeck が整理したため、その間に無くなりました。一覧を再読み込みしてください。
storage-advice-already-there = もう一度試してください。次の削除は別の名前になります。
storage-advice-too-large = このミラーはコンソールを使ってください。
