# What can be copied, as the list names it.
clipboard-device = 디바이스 이름
clipboard-mirror = 미러 이름
clipboard-json = 수신한 JSON 그대로
clipboard-desired = desired JSON
clipboard-reported = reported JSON
clipboard-path = 키 경로
clipboard-value = 값
clipboard-value-desired = desired 값
clipboard-value-reported = reported 값
clipboard-command = curl 명령

# The same, as the status line names it.
clipboard-the-device = 디바이스 이름 { $name }
clipboard-the-mirror = 미러 이름 { $name }
clipboard-the-json = { $mirror }의 JSON
clipboard-the-desired = { $mirror }의 desired
clipboard-the-reported = { $mirror }의 reported
clipboard-the-path = 키 경로
clipboard-the-value = { $key }의 값
clipboard-the-value-desired = { $key }의 desired 값
clipboard-the-value-reported = { $key }의 reported 값
clipboard-the-command = { $mirror }의 curl 명령

# The list.
clipboard-title = 복사
clipboard-keys = { KEY("copy-menu/accept", "Enter") } 또는 번호 복사 · { KEY("copy-menu/cancel", "Esc") } 닫기

# What came of it.
clipboard-copied = 복사됨: { $what }, { $size }. 터미널에서 허용해야 할 수 있습니다(OSC 52)
clipboard-copied-tmux = 복사됨: { $what }, { $size }. tmux에는 set-clipboard on 또는 allow-passthrough on 설정이 필요합니다
clipboard-missing = 이 터미널에는 프로그램이 쓸 수 있는 클립보드가 없습니다. 문서는 { KEY("mirrors/export", "x") } 키로 저장합니다
clipboard-nothing = 여기에는 복사할 것이 없습니다
clipboard-empty = { $what }: 비어 있어 복사하지 않았습니다
clipboard-too-large = { $what }: 터미널이 받는 한도인 { $most }를 넘습니다. 전체 문서는 { KEY("mirrors/export", "x") } 키로 저장합니다
clipboard-too-large-json = 문서가 터미널이 받는 한도인 { $most }를 넘습니다. { KEY("mirrors/export", "x") } 키로 파일에 저장합니다
