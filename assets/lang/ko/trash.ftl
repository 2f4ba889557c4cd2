# The list.
trash-title = 휴지통
trash-searching = 아직 검색 중
trash-failed-beside = ✖ 휴지통을 읽지 못했습니다: { $problem }
trash-failed = ✖ 휴지통을 읽지 못했습니다
trash-look-again = { KEY("trash/read-again", "r") } 다시 확인
trash-no-match = “{ $text }” 포함 사본이 없습니다.
trash-empty = 아직 삭제한 것이 없습니다. 삭제한 미러는 여기에 보관되며 복원할 수 있습니다.
trash-close-hint = { KEY("trash/cancel", "Esc") } 휴지통 닫기

# Remarks behind a row; twelve columns have to do where room is short.
trash-restored = 복원됨
trash-looking = 확인 중…
trash-unknown = 결과 불명
trash-other-service = 다른 서비스
trash-pre-restore = 복원 전
trash-version-conflict = 버전 충돌
trash-already-gone = 이미 없음
trash-refused = 거부됨
trash-outcome-unknown = 결과 불명
trash-not-deleted = 삭제 안 됨
trash-not-restored = 복원 안 됨

# The preview.
trash-copy = 사본
trash-difference = 차이
trash-shows-difference = { KEY("trash/other-view", "v") } 차이 보기
trash-shows-copy = { KEY("trash/other-view", "v") } 사본 보기
trash-no-copy = ✖ 복원할 사본이 없습니다
trash-unknown-because = ⚠ { $word }: { $reason }
trash-ended-before = 응답이 오기 전에 mirrordeck이 끝났습니다
trash-unknown-hint = { KEY("trash/read-again", "r") } 다시 확인, { KEY("trash/acknowledge", "a") } 목록에서 빼기
trash-read = { $time } 읽음
trash-by = 삭제 계정 { $source }
trash-restored-at = { $time } 복원됨
trash-token = 토큰 { $token }
trash-deleted-at = 삭제한 곳: { $url }

# What the service has now.
trash-now-failed = 현재: 읽지 못함: { $error }
trash-now-reading = 현재: …
trash-now-none = 현재: 없음
trash-now-same = 현재: { $version }, 같은 상태
trash-now-differs = 현재: { $version }, { $differing }
trash-column-value = 값
trash-column-copy = 사본
trash-column-now = 현재
trash-all-comes-back = 그 자리에 미러가 없습니다. 사본 전체가 복원됩니다.
trash-same = 같은 상태로 있습니다.
trash-not-known = 현재 상태를 알 수 없습니다.

# Answers to keys.
trash-not-restorable = 이 사본은 복원할 수 없습니다: { $problem }
trash-still-reading = 디스크에서 사본을 아직 읽는 중입니다
trash-none-selected = 선택한 사본이 없습니다
trash-only-unknown = 결과 불명인 항목만 목록에서 뺄 수 있습니다
