# The words of outcomes. Logs, journal and files have the English ones whatever the language.
outcome-deleted = 삭제됨(deleted)
outcome-version-conflict = 버전 충돌(version conflict)
outcome-already-gone = 이미 없음(already gone)
outcome-refused = 거부됨(refused)
outcome-unknown = 결과 불명(outcome unknown)
outcome-not-deleted = 삭제 안 됨(not deleted)
outcome-restored = 복원됨(restored)
outcome-not-restored = 복원 안 됨(not restored)

# How a mirror stands or was found.
outcome-at = v{ $version } 버전으로
outcome-at-none = 버전 없이
outcome-mirror-version = v{ $version } 미러
outcome-mirror-without = 버전 없는 미러
outcome-unchanged-version = 바뀌지 않은 v{ $version } 미러
outcome-unchanged-without = 바뀌지 않은 미러
outcome-values-differ = 값 { $count }개가 다릅니다
outcome-values-differ-in = { $values }: { $paths }

# Deletions: what the answer and the look afterwards tell.
outcome-only-accepted = 서비스가 요청을 접수하기만 했습니다({ $status })
outcome-gone-with-device = 디바이스와 함께 이미 없습니다
outcome-refused-gone = 서비스가 거부했고({ $refusal }) 미러가 없습니다
outcome-refused-gone-with-device = 서비스가 거부했고({ $refusal }) 디바이스와 함께 미러가 없습니다
outcome-found-gone = { $answer }. 다시 조회해 보니 없어졌습니다
outcome-found-gone-with-device = { $answer }. 다시 조회해 보니 디바이스와 함께 없어졌습니다
outcome-conflict = v{ $locked } 버전으로 잠갔으나 지금은 v{ $found } 버전입니다. 아무것도 삭제하지 않았습니다
outcome-moved = v{ $locked } 버전으로 잠갔으나 지금은 v{ $found } 버전입니다
outcome-yet-found = { $refusal }. 그러나 다시 조회해 보니 { $found }가 있습니다. { KEY("mirrors/delete", "d") }로 다시 시도하십시오
outcome-still-found = { $answer }. 다시 조회해 보니 { $found }가 아직 있습니다
outcome-found-unchanged = { $answer }. 다시 조회해 보니 v{ $version } 버전 그대로 있습니다
outcome-found = { $answer }. 다시 조회해 보니 { $found }가 있습니다
outcome-look-failed = 뒤이은 조회에 실패했습니다: { $error }
outcome-unseen = { $answer }. 뒤이은 조회에도 실패했습니다: { $error }. { $advice }
outcome-token-back = 토큰이 돌아왔습니다
outcome-token-other = 다른 토큰이 돌아왔습니다
outcome-token-lost = 토큰이 돌아오지 않았습니다
outcome-token-lost-with-lock = 토큰이 돌아오지 않았습니다. 버전 잠금이 도중에 사라졌을 수 있습니다
outcome-other-fell = v{ $locked } 버전으로 잠갔으나 서비스는 v{ $last } 버전을 삭제했다고 합니다

# Restores.
outcome-accepted = 서비스가 받아들였습니다
outcome-accepted-none = 서비스가 받아들였으나 미러가 없습니다
outcome-no-attempt = 받아들여진 시도가 없고 마지막 시도는 보내지 못했습니다: { $cause }
outcome-read-back-failed = { $answer }. 다시 읽지 못했습니다: { $error }. { $advice }
outcome-stands-same = { $at } 같은 상태로 있습니다
outcome-stands-other = { $at } 있으나 { $differing }
outcome-conflict-at = 지금 { $at } 있습니다. 아무것도 덮어쓰지 않았습니다
outcome-conflict-none = 그 자리에 미러가 없습니다. 아무것도 덮어쓰지 않았습니다
outcome-refused-found = { $refusal }. 다시 조회해 보니 { $at } 있습니다. 사본은 휴지통에 그대로 있으니 { KEY("devices/trash", "t") }로 다시 시도하십시오
outcome-refused-found-none = { $refusal }. 다시 조회해 보니 미러가 없습니다. 사본은 휴지통에 그대로 있으니 { KEY("devices/trash", "t") }로 다시 시도하십시오
outcome-half-unsent = desired는 복원되었으나 reported는 보내지 못했습니다: { $why }
outcome-half-refused = desired는 복원되었으나 reported는 거부되었습니다: { $why }
outcome-half-stands = { $half }. { $at } 있으며 { $differing }
outcome-desired-then = desired는 받아들여졌고, 그다음 { $error }
outcome-seen-same = { $error }. 다시 조회해 보니 { $at } 같은 상태로 있습니다
outcome-seen-unchanged = { $error }. 다시 조회해 보니 { $at } 바뀌지 않고 있습니다
outcome-seen-other = { $error }. 다시 조회해 보니 { $at } 있으나 { $differing }
outcome-seen-none = { $error }. 다시 조회해 보니 미러가 없습니다

# Restores whose program was ended before the answer.
outcome-abandoned-same = { $cause }. { $at } 같은 상태로 있습니다
outcome-abandoned-untouched = { $cause }. { $at } 있으며 덮어쓰지 않았습니다
outcome-abandoned-other = { $cause }. { $at } 있으며 { $differing }
outcome-abandoned-none = { $cause }. 그 자리에 미러가 없습니다
outcome-abandoned-unseen = { $cause }. 조회에 실패했습니다: { $error }. { $advice }
