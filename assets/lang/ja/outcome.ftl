# The words of outcomes. Logs, journal and files have the English ones whatever the language.
outcome-deleted = 削除済み(deleted)
outcome-version-conflict = バージョン競合(version conflict)
outcome-already-gone = すでに無し(already gone)
outcome-refused = 拒否(refused)
outcome-unknown = 結果不明(outcome unknown)
outcome-not-deleted = 未削除(not deleted)
outcome-restored = 復元済み(restored)
outcome-not-restored = 未復元(not restored)
