# The delete dialog: title, labels and buttons. Labels have ten columns, those of fields may have more.
dialog-title = 미러 삭제
dialog-account = 계정
dialog-device = 디바이스
dialog-mirror = 미러
dialog-lost = 삭제 내용
dialog-version = 버전
dialog-token = 클라이언트 토큰
dialog-keep = 유지
dialog-delete = 삭제
dialog-keys = Tab 다음 · Ctrl-U 비우기 · Esc 유지 · [삭제]에서 Enter로 삭제
dialog-keys-short = Tab 다음 · Esc 유지 · [삭제]에서 Enter로 삭제

# What would be lost.
dialog-reading = 읽는 중…
dialog-absent = 없음: 서비스에 따르면 그런 미러가 없습니다
dialog-unread = 읽지 못했습니다: { $error }
dialog-loses = { $keys }, { $size }, { $drift }; 사본을 보관함({ KEY("devices/trash", "t") })
dialog-loses-unlocked = { $keys }, { $size }, { $drift }; 마지막으로 읽은 상태를 보관함({ KEY("devices/trash", "t") })
dialog-differ = { $count ->
    [0] 다른 값 없음
   *[other] { $count }개 다름
}
dialog-live = { $ago } 보고: 살아 있는 디바이스가 다시 쓸 수 있음
dialog-live-short = { $ago } 보고: 되살아날 수 있음
dialog-no-version = 버전 없이 왔으므로 잠글 수 없음
dialog-no-version-short = 버전이 없어 잠글 수 없음
dialog-names-cut = 이름이 다 보이지 않습니다. 삭제하려면 터미널 창을 키우십시오

# What the fields mean.
dialog-bad-version = 64비트 정수가 아님
dialog-no-lock = 잠금 없음: 무엇이든 삭제
dialog-other-version = 현재 { $version }
dialog-lock = 잠금: 이 버전만 삭제
dialog-no-token = 보내지 않음   0/{ $most }바이트
dialog-token-bytes = { $length }/{ $most }바이트

# Why nothing comes of an Enter.
dialog-version-wrong = 버전은 64비트 정수여야 합니다. 비우면 잠그지 않습니다
dialog-token-long = 클라이언트 토큰이 { $bytes }바이트입니다. 최대 { $most }바이트까지입니다
dialog-still-reading = 아직 읽는 중입니다. 응답을 기다리십시오
dialog-nothing-there = 삭제할 것이 없습니다
dialog-not-read = 읽지 못했으므로 삭제하지 않습니다. Esc 후 다시 시도하십시오
dialog-look-first = 방금 표시된 내용입니다. 먼저 확인하십시오
dialog-names-do-not-fit = 이름이 화면에 다 보이지 않습니다. 먼저 터미널 창을 키우십시오
