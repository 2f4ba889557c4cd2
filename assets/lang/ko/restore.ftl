# The restore dialog: title, labels and buttons. Labels have ten columns.
restore-title = 미러 복원
restore-title-overwrite = 미러 덮어쓰기
restore-copy = 사본
restore-now = 현재
restore-restore = 복원
restore-asks = 복원…
restore-overwrite = 덮어쓰기
restore-overwrite-version = v{ $version } 덮어쓰기
restore-keys = Tab 다음 · Ctrl-U 비우기 · Esc 유지 · [복원]에서 Enter로 복원
restore-keys-short = Tab 다음 · Esc 유지 · [복원]에서 Enter로 복원
restore-keys-overwrite = Tab 다음 · Esc 유지 · [덮어쓰기]에서 Enter

# What comes back, and what stands there now.
restore-not-back = 복원 제외: 버전 번호, 메타데이터 시각(둘 다 새로 시작)
restore-comes = { $time }에 읽은 { $version }: { $keys }, { $size }
restore-comes-again = { $time }에 읽은 { $version }: { $keys }, { $size }, 복원함
restore-unversioned = 버전 없음
restore-one-unversioned = 버전 없는 미러
restore-none = 그 자리에 없음
restore-same = 같은 상태로 { $version } 있음
restore-stands = { $version } 있음: { $differing }
restore-will-overwrite = { $version } 덮어씀, 사본을 보관함({ KEY("devices/trash", "t") }): { $differing }
restore-other-key = 키 { $key }({ $source })로 삭제했고 지금은 { $here }입니다. 같은 계정인지 확인하십시오
restore-more = … 그 밖에 { $count }개

# Why nothing comes of an Enter.
restore-still-reading = 현재 상태를 아직 읽는 중입니다. 응답을 기다리십시오
restore-not-read = 현재 상태를 읽지 못해 복원하지 않습니다. Esc 후 다시 시도하십시오
restore-nothing-to-do = 같은 상태로 이미 있습니다. 복원할 것이 없습니다
restore-no-lock = 현재 미러에 버전이 없어 잠그고 덮어쓸 수 없습니다
