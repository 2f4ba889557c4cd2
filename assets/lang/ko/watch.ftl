# 미러 감시.
watch-began = { $target } 감시 시작: 보는 동안 { $seconds }초마다 다시 읽습니다. { KEY("mirrors/watch", "w") } 키로 멈춥니다
watch-stopped = { $target } 감시를 멈췄습니다
watch-nothing = 여기에는 감시할 미러가 없습니다
watch-left = { $target } 감시를 멈췄습니다: { $why }

# 감시가 끝난 이유.
watch-unfocused = 터미널이 포커스를 잃음
watch-elsewhere = 다른 곳을 봄
watch-ending = 프로그램 종료

# 감시에서 알게 된 것.
watch-version = { $time } v{ $version }: { $changes }
watch-unnumbered = { $time } 다른 버전: { $changes }
watch-changed = 키 { $count }개 바뀜
watch-added = 새 키 { $count }개
watch-removed = 키 { $count }개 사라짐
watch-same-values = 바뀐 값 없음
watch-gone = { $target }: { $time }에 없어졌습니다. 감시는 계속합니다
watch-back = { $target }: { $time }에 다시 생겼습니다
watch-failed = { $target } 읽기 실패: { $cause }. { $seconds }초 뒤에 다시 읽습니다
watch-gave-up = { $target } 감시를 멈췄습니다: { $count }번 연속으로 읽지 못했습니다. 마지막 원인: { $cause }

# 상세 창의 테두리.
watch-every = 감시 { $seconds }초
watch-seen = { $count }개 중 { $nth }번째

# 값 위: 어느 버전이고 무엇이 바뀌었는지.
watch-which = { $version }, 본 버전 { $count }개 중 { $nth }번째, 읽음 { $time }
watch-since = { $since } 이후  { $changes }
watch-same-since = { $since } 이후 바뀐 값 없음
watch-mark-changed = ✎ 바뀜 { $count }
watch-mark-added = + 새 키 { $count }
watch-mark-removed = - 사라짐 { $count }

# 버전 사이 이동.
watch-no-versions = 이 미러의 다른 버전을 본 적이 없습니다. { KEY("detail/watch", "w") } 키로 감시합니다
watch-oldest = 본 것 중 가장 오래된 버전입니다
watch-newest = 가장 새로운 버전입니다
