# 상세 창. `desired`와 `reported`는 서비스의 용어 그대로.
detail-title = 상세

# 보기의 이름과 바꾸는 키.
detail-view-compare = { KEY("detail/other-view", "v") } 비교
detail-view-document = { KEY("detail/other-view", "v") } 문서
detail-view-raw = { KEY("detail/other-view", "v") } 원문

# 아래 테두리.
detail-rows = { $count }행
detail-rows-shown = { $count }행 중 { $shown }행
detail-only-differing = 다른 것만
detail-hit = { $count }건 중 { $nth }번째
detail-hits = { $count }건 찾음
detail-not-found = 찾은 것 없음

# 문서 대신.
detail-device-gone = 이 미러의 디바이스가 없습니다
detail-unread = 이 미러를 읽지 못했습니다
detail-no-default = 이 디바이스에는 기본 미러가 없습니다.
detail-no-mirror = 이 미러는 더 이상 없습니다.
detail-looked = { $time }에 확인; { KEY("detail/read-again", "r") } 키로 다시 확인
detail-how-made = 미러는 디바이스가 처음 업데이트할 때, 또는 콘솔에서 추가할 때 만들어집니다.
detail-reading = … 읽는 중
detail-was-absent = { $time }에는 이 미러가 없었습니다.
detail-walk = { KEY("detail/older", "[") } 키와 { KEY("detail/newer", "]") } 키로 앞뒤에 본 버전으로 이동합니다.
detail-empty = 문서가 비어 있습니다
detail-no-rows = 맞는 행이 없습니다
detail-no-json = JSON이 아닙니다. { KEY("detail/other-view", "v") } 키로 바이트를 봅니다
detail-no-bytes = 바이트 없음

# 값 위.
detail-version = 버전 { $version }
detail-v = v{ $version }
detail-no-version = 버전 없음
detail-nothing-differs = 다른 키 없음
detail-no-drift = 차이 없음
detail-differ = ≠ 키 { $keys }개 중 { $differing }개 다름
detail-differ-short = ≠ { $differing }/{ $keys }
detail-old = ⚠ { $count }개는 하루 이상
detail-old-short = ⚠ 1일 이상 { $count }
detail-failed-again = ⚠ { $time }에 읽은 내용; 다시 읽기 실패
detail-read = 읽음 { $time }
detail-read-and-service = 읽음 { $time }   서비스 시각 { $service }
detail-reported = reported { $time } ({ $age })
detail-reported-ago = reported { $age }
detail-never-reported = reported 기록 없음
detail-desired = desired { $time } ({ $age })

# 표.
detail-column-key = 키
detail-column-desired = desired
detail-column-reported = reported
detail-column-age = 경과
detail-fold-differs = 키 { $keys }개 중 { $differing }개 다름
detail-fold-same = 키 { $count }개, 차이 없음

# 문서와 바이트.
detail-line = { $count }줄 중 { $line }번째 줄
detail-byte = { $count }바이트 중 { $byte }번째부터
detail-keys = 키 { $count }개
detail-items = 항목 { $count }개

# 값 아래.
detail-ago = ({ $age })
detail-ago-unreported = ({ $age }, 이후 보고 없음)
detail-oldest = ⚠ { $path }: { $age } desired 설정, 이후 보고 없음
detail-oldest-fresh = ≠ { $path }: { $age } desired 설정, 디바이스가 곧 응답할 수 있습니다

# 상태 줄.
detail-no-branch = ▾ 또는 ▸ 표시가 있는 가지만 접을 수 있습니다
detail-no-folds-in-raw = 바이트는 접을 수 없습니다. { KEY("detail/other-view", "v") } 키로 다음 보기로 이동합니다
detail-differing-in-compare = 다른 것만 보기는 "비교"에서만 됩니다. { KEY("detail/other-view", "v") } 키로 이동합니다
detail-search-elsewhere = 여기서 { KEY("detail/filter", "/") } 키는 행을 거릅니다. { KEY("detail/next-hit", "n") } 키로 찾으려면 { KEY("detail/other-view", "v") } 키로 다른 보기로 이동합니다
detail-no-search = 찾는 말이 없습니다. { KEY("detail/filter", "/") } 키로 시작합니다
detail-hit-from-the-top = { $count }건 중 { $nth }번째, 처음부터 다시
detail-hit-from-the-bottom = { $count }건 중 { $nth }번째, 끝부터 다시
# Instead of keys, where a half is no tree.
detail-whole = (전체)
