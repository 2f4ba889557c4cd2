# The screen of a plan.
plan-title-delete = 계획: 미러 삭제
plan-title-saved = 저장된 계획: 미러 삭제
plan-title-restore = 계획: 미러 복원
plan-account = 계정
plan-reading = { $all }개 중 { $done }개 읽음…
plan-to-delete = 삭제할 미러 { $count }개
plan-to-restore = 복원할 미러 { $count }개
plan-left-out = { $going_in }, 제외 { $count }개: { $why }
plan-count-moved = 바뀜 { $count }
plan-count-gone = 없음 { $count }
plan-count-no-version = 버전 없음 { $count }
plan-count-standing = 이미 있음 { $count }
plan-count-unreadable = 못 읽음 { $count }
plan-count-too-long = 너무 긺 { $count }
plan-count-taken-out = 직접 뺌 { $count }
plan-column-mirror = 디바이스 › 미러
plan-column-version = 버전
plan-column-note = 비고
plan-number-delete = 삭제할 미러 수
plan-number-restore = 복원할 미러 수
plan-hint-reading = 모두 읽은 뒤에 입력합니다
plan-hint-apply = 숫자를 모두 입력하고 Enter로 적용
plan-hint-tab = { KEY("plan/next", "Tab") }으로 이동

# What there is to notice about a row, and why one is left out.
plan-taken-out = 직접 뺌
plan-no-version = 버전 없음
plan-out-moved = 제외: 바뀜(전: { $was }), { KEY("plan/mark", "Space") }로 포함
plan-out-not-saved = 제외: 저장 때와 다름(전: { $was })
plan-out-gone = 제외: 이미 없음
plan-out-no-version = 제외: 버전 없음, 따로 삭제
plan-out-standing = 제외: 그 자리에 미러가 있음
plan-out-too-long = 제외: 이름이 화면보다 긺
plan-out-error = 제외, { KEY("plan/try-again", "r") }로 다시 읽기: { $error }
plan-out-unread = 제외, { KEY("plan/try-again", "r") }로 다시 읽기
plan-nothing-there = 그 자리에 미러 없음
plan-changed = 바뀜(전: { $was })
plan-live = ⚠ 동작 중, { $ago } 보고

# Why a row that is left out stays so.
plan-stays-no-version = 저장된 계획에 버전이 없어 포함할 수 없습니다
plan-stays-moved = 저장된 계획의 버전과 달라져 포함할 수 없습니다
plan-stays-gone = 이미 없는 미러여서 삭제할 것이 없습니다
plan-stays-unlocked = 버전이 없어 잠글 수 없습니다. 미러 목록에서 { KEY("mirrors/delete", "d") }로 따로 삭제하십시오
plan-stays-standing = 그 자리에 미러가 있습니다. 이 사본은 휴지통({ KEY("devices/trash", "t") })에서 따로 복원하십시오
plan-stays-unread = 읽지 못했습니다. { KEY("plan/try-again", "r") }로 다시 읽습니다
plan-stays-too-long = 이름 전체가 화면에 들어가지 않습니다. 터미널 창을 넓힐 때까지 제외됩니다

# What is wrong with the number.
plan-still-reading = 아직 읽는 중입니다. 모두 읽은 뒤에 숫자를 입력하십시오
plan-just-changed = 계획이 방금 바뀌었습니다. 먼저 확인하십시오
plan-nothing-in = 포함된 미러가 없어 할 일이 없습니다
plan-no-number = 위에 나온 대상 미러의 수를 입력하십시오
plan-no-digits = 숫자만 입력할 수 있습니다
plan-other-number = 대상 미러의 수와 다릅니다. 위의 숫자를 확인하십시오
plan-one-run = 한 번에 하나만 실행합니다. { $what } 실행이 끝나지 않았습니다. { KEY("devices/tasks", "T") }로 볼 수 있습니다

# Answers to keys.
plan-left-marks = 아무것도 삭제하지 않았습니다. 표시는 남아 있습니다
plan-left-delete = 아무것도 삭제하지 않았습니다
plan-left-restore = 아무것도 복원하지 않았습니다
plan-all-read = 모든 행을 읽었습니다
plan-deleting = { $mirrors } 삭제 중: { KEY("tasks/pause", "p") } 일시 정지, { KEY("tasks/stop", "x") } 대기 중인 항목 취소
plan-restoring = { $mirrors } 복원 중: { KEY("tasks/pause", "p") } 일시 정지, { KEY("tasks/stop", "x") } 대기 중인 항목 취소
plan-read-only-delete = 읽기 전용: 아무것도 삭제하지 않습니다. { $advice }
plan-read-only-restore = 읽기 전용: 아무것도 복원하지 않습니다. { $advice }
plan-nothing-to-try = 이 실행에는 다시 시도할 항목이 없습니다
plan-only-unknown = 결과를 모르는 항목은 다시 시도하지 않습니다. 휴지통({ KEY("devices/trash", "t") })에서 { KEY("trash/read-again", "r") }로 확인하십시오
plan-without-unknown = 결과를 모르는 { $count }건은 계획에 넣지 않았습니다. 휴지통({ KEY("devices/trash", "t") })에서 { KEY("trash/read-again", "r") }로 확인하십시오
plan-nothing-to-bring-back = 이 실행이 삭제한 것 중 복원할 것이 없습니다

# Plans as files.
plan-save-none = 열린 계획이 없습니다
plan-save-restore = 삭제 계획만 저장할 수 있습니다
plan-save-reading = 아직 읽는 중입니다. 모두 읽은 뒤에 저장할 수 있습니다
plan-file-none = mirrordeck의 계획 파일이 아닙니다: { $cause }
plan-file-no-deletions = mirrordeck의 삭제 계획이 아닙니다
plan-file-form = 이 계획의 형식은 { $form }입니다. 이 mirrordeck은 형식 { $known }만 읽습니다
plan-file-account = 다른 계정의 계획입니다({ $address }, 키 { $key }). 그 계정으로 mirrordeck을 시작하십시오
plan-file-empty = 이 계획에는 미러가 없습니다
plan-file-too-many = 이 계획에는 미러가 { $most }개보다 많습니다
plan-file-bad-name = 이 계획의 { $number }번째 미러는 이름이 비었거나 너무 깁니다
plan-file-twice = 이 계획에 { $target } 미러가 두 번 나옵니다
plan-file-no-version = 이 계획에 { $target } 미러의 버전이 없습니다
