# The pane and its rows.
device-title = 디바이스
device-row-failed = ⚠ 읽지 못함; { KEY("devices/read-again", "r") } 다시 읽기
device-row-unnamed = ⚠ 쓸 수 있는 이름이 없는 행
device-double = 목록에 두 번 있음; { KEY("devices/read-again", "r") } 다시 읽기

# What the query looked through, each in a long and a short form.
device-no-answer = ⚠ 응답 없음
device-asking = 조회 중…
device-fuzzy-loaded = 읽은 { $count }건만 유사 검색
device-fuzzy-loaded-short = 읽은 { $count }건
device-from-service = 서비스에서 { $count }건
device-loaded-and = 읽은 것 { $count }건, { $words }
device-loaded-hits = 읽은 것 { $loaded }건, 서비스 +{ $hits }건
device-loaded-hits-short = { $loaded }건, +{ $hits }

# In place of rows.
device-failed = 디바이스를 읽지 못했습니다
device-search-failed = 디바이스를 검색하지 못했습니다
device-reading = … 디바이스 읽는 중
device-unnamed = ⚠ 쓸 수 있는 이름이 없는 행이 { $count }건 있습니다
device-asking-for = 서비스에서 “{ $text }” 조회 중입니다.
device-no-fuzzy = 읽은 디바이스 중에 “{ $text }”에 맞는 것이 없습니다.
device-none-loaded = 읽은 디바이스 중에 “{ $text }” 포함 항목이 없습니다.
device-no-match = “{ $text }”에 맞는 디바이스가 없습니다.
device-hint-name = 대소문자를 구분합니다. ~글자는 유사 검색입니다. 그 밖에 desc:글자, prop:키=값.
device-hint-case = 대소문자를 구분합니다.
