# The table of a sweep.
sweep-title = 디바이스 { $count }대 전체 조회
sweep-column-device = 디바이스
sweep-column-mirror = 미러
sweep-column-version = 버전
sweep-column-age = 경과
sweep-column-drift = 다름
sweep-column-size = 크기
sweep-column-moment = 마지막 보고
sweep-failed = ⚠ 실패
sweep-none-so-far = 아직 일치하는 미러가 없습니다.
sweep-reading = … 미러를 읽는 중
sweep-none-matches = 일치하는 미러가 없습니다.
sweep-none-named = 이 디바이스들에는 이름 있는 미러가 없습니다.
sweep-nothing-read = 읽은 것이 없습니다.
sweep-look-at-defaults = { KEY("sweep/columns", "c") }를 누르면 목록에 나오지 않는 기본 미러도 확인합니다
sweep-change-filter = { KEY("sweep/filter", "/") }로 필터를 바꿉니다
sweep-facts-to-come = { $count }개는 아직 알 수 없습니다. 내용을 더 읽어야 합니다

# How far it is, and what came of it.
sweep-all-devices = 디바이스 { $count }대 모두
sweep-devices = 디바이스 { $done }/{ $all }
sweep-to-read = 읽을 미러 { $count }개
sweep-done = { $time } 만에 완료
sweep-paused = 일시 정지, { KEY("sweep/pause", "p") }로 계속
sweep-cut-off = ⚠ 서비스에 연결할 수 없어 일시 정지, { KEY("sweep/pause", "p") }로 계속
sweep-stopped = 중지됨, { KEY("sweep/pause", "p") }로 계속
sweep-a-second = 초당 { $count }건
sweep-a-minute = 분당 { $count }건
sweep-left = { $time } 남음
sweep-not-known = { $count }개 확인 전
sweep-errors = ⚠ 오류 { $count }건: { KEY("sweep/failed", "f") } 목록, { KEY("sweep/try-again", "r") } 다시 시도
sweep-nothing-marked = 표시 없음
sweep-marked = { $count }개 표시
sweep-marked-hidden = { $count }개 표시, { $hidden }개 숨김
sweep-span-seconds = { $seconds }초
sweep-span-minutes = { $minutes }분 { $seconds }초
sweep-span-hours = { $hours }시간 { $minutes }분

# What could not be read.
sweep-failures = 읽지 못한 항목: { KEY("sweep/try-again", "r") } 모두 다시 시도, { KEY("sweep/failed", "f") } 표로 돌아가기
sweep-all-named = 이름 있는 미러 모두

# Answers to keys, and what is said of it elsewhere.
sweep-no-device = 조회할 디바이스가 없습니다
sweep-begins = { $devices } 조회 중: { KEY("sweep/cancel", "Esc") }로 나가도 계속됩니다, { KEY("sweep/pause", "p") } 일시 정지
sweep-unreachable = 전체 조회: 서비스에 연결할 수 없어 일시 정지했습니다. { KEY("sweep/pause", "p") }로 계속합니다
sweep-over = 전체 조회 완료: { $devices }, { $mirrors }
sweep-over-with-errors = 전체 조회 완료: { $devices }, { $mirrors }, { $errors }건은 읽지 못했습니다
sweep-nothing-failed = 실패한 항목이 없습니다
sweep-nothing-to-try = 실패한 항목이 없습니다. { KEY("sweep/sweep", "S") }로 같은 디바이스를 새로 조회합니다
sweep-tries-again = { $count }건을 다시 시도합니다
sweep-marked-some = { $marked }개를 표시했습니다. 다른 { $unknown }개는 일치하는지 아직 알 수 없습니다
sweep-mark-first = 표시한 미러가 없습니다. { KEY("sweep/mark", "Space") }로 하나, { KEY("sweep/mark-all", "*") }로 일치하는 것을 모두 표시한 뒤 { KEY("sweep/delete", "d") }로 삭제를 계획합니다
sweep-pauses = 일시 정지했습니다. 더 묻지 않습니다. { KEY("sweep/pause", "p") }로 계속합니다
sweep-goes-on = 계속합니다
sweep-stops = 중지했습니다. 읽은 내용은 남습니다. { KEY("sweep/pause", "p") }로 계속, { KEY("sweep/sweep", "S") }로 새로 시작합니다
sweep-all-read = 모두 읽었습니다. { KEY("sweep/sweep", "S") }로 같은 디바이스를 새로 조회합니다
sweep-no-row = 저장할 행이 없습니다
sweep-save-none = 저장할 조회 결과가 없습니다
sweep-save-ending = 파일 이름은 .csv로, JSON Lines라면 .jsonl로 끝나야 합니다
