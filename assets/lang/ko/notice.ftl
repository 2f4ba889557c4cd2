# How a deletion or restore ended: the word, what it is about, then why and a warning, if there are.
notice-outcome = { $word } { $target }, { $time }
notice-outcome-version = { $word } { $target } (v{ $version }), { $time }
notice-because = { $outcome }, { $reason }
notice-warned = { $outcome } ⚠ { $warning }
notice-copy-kept = 사본 보관됨: { KEY("devices/bring-back", "u") }로 복원
notice-copy-kept-too = { $reason }, 사본 보관됨: { KEY("devices/bring-back", "u") }로 복원
notice-crashed = { $word } { $target }: mirrordeck의 내부 작업이 중간에 끝났습니다. 미러를 확인합니다

# How far it is.
notice-copying = 삭제하기 전에 { $target } 사본 만드는 중
notice-deleting = { $target } 삭제 중
notice-looking = { $target }: 아직 분명한 응답이 없어 다시 확인하는 중
notice-restoring = { $target } 복원 중
notice-reading-back = 사본과 비교하려고 { $target } 다시 읽는 중

# Why nothing is deleted or restored.
notice-read-only-delete = 읽기 전용: 아무것도 삭제하지 않습니다. { $advice }
notice-read-only-restore = 읽기 전용: 아무것도 복원하지 않습니다. { $advice }
notice-only-mirrors = 미러만 삭제하며 디바이스는 삭제하지 않습니다. { KEY("devices/into", "Enter") }를 누르면 미러 패널로 갑니다
notice-no-mirror = 선택한 미러가 없습니다
notice-one-at-a-time = 한 번에 하나씩만: { $target }의 응답을 아직 기다립니다
notice-kept = { $target } 유지함
notice-not-restored = 복원하지 않음: { $target } 그대로 둠
notice-nothing-to-bring-back = 복원할 것이 없습니다. 이 계정에서 삭제한 미러는 모두 복원됐습니다. { KEY("devices/trash", "t") }에서 모든 사본을 볼 수 있습니다
notice-copy-unreadable = 사본을 읽을 수 없습니다: { $problem }
notice-other-service = { $target }: 다른 서비스({ $url })에서 삭제했습니다. 복원하려면 mirrordeck을 그 서비스로 시작하십시오

# A deleted mirror that a device has written back.
notice-came-back = 되살아남: { $what }; 디바이스가 다시 씀, { KEY("mirrors/delete", "d") }로 다시 삭제
notice-at-version = { $target } v{ $version }
notice-reported = { $what }, { $ago } 보고

# Reads.
notice-unread = { $what } 읽기 실패: { $error }
notice-the-devices = 디바이스
notice-all-devices = 모든 디바이스
notice-mirrors-of = { $device }의 미러
notice-reading-again = 다시 읽는 중
notice-read-again = 다시 읽었습니다

# Everything that a query finds.
notice-fuzzy-scope = 유사 검색 결과는 삭제 범위로 쓸 수 없습니다. ~ 없는 글자로 찾거나 { KEY("devices/mark", "Space") }로 디바이스를 표시하십시오
notice-not-looked-for = 찾지 않았습니다: { $problem }
notice-what-is-found = 서비스가 찾은 디바이스
notice-reading-scope = { $what } 읽는 중; { KEY("devices/out-of", "Esc") } 그만두기
notice-reading-scope-of = { $what } 읽는 중: { $read }/{ $total }; { KEY("devices/out-of", "Esc") } 그만두기
notice-too-many = 서비스가 알린 수는 { $total }: 한 번에 다룰 수 있는 것보다 많습니다. 필터로 좁히십시오
notice-no-device = 여기에는 디바이스가 없습니다
notice-fleet-changed = 그사이 디바이스 목록이 바뀌었습니다. 일부가 빠졌을 수 있습니다
notice-given-up = 그만두었습니다. 표시하거나 조회한 것이 없습니다

# Marks.
notice-nothing-marked = 표시한 것이 없습니다
notice-devices-marked = 디바이스 { $count }대 표시됨: { KEY("devices/sweep", "S") }로 전체 조회
notice-mirrors-marked = 미러 { $count }개 표시됨: { KEY("mirrors/delete", "d") }로 삭제 계획
notice-both-marked = 디바이스 { $devices }대, 미러 { $mirrors }개 표시됨

# Keys and pastes.

# The clock.
notice-clock-ahead = 이 컴퓨터의 시계가 { $span } 빠릅니다. 바로잡을 때까지 요청을 서비스의 시각으로 서명합니다
notice-clock-behind = 이 컴퓨터의 시계가 { $span } 느립니다. 바로잡을 때까지 요청을 서비스의 시각으로 서명합니다
notice-clock-right = 이 컴퓨터의 시계가 다시 맞습니다
