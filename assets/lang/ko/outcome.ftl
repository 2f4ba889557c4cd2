# The words of outcomes. Logs, journal and files have the English ones whatever the language.
outcome-deleted = 삭제됨(deleted)
outcome-version-conflict = 버전 충돌(version conflict)
outcome-already-gone = 이미 없음(already gone)
outcome-refused = 거부됨(refused)
outcome-unknown = 결과 불명(outcome unknown)
outcome-not-deleted = 삭제 안 됨(not deleted)
outcome-restored = 복원됨(restored)
outcome-not-restored = 복원 안 됨(not restored)
