# The list of runs.
task-title = 작업
task-no-list = ✖ 지난 실행을 불러오지 못했습니다
task-none = 아직 실행한 것이 없습니다. { KEY("mirrors/mark", "Space") }로 미러를 표시한 뒤 { KEY("mirrors/delete", "d") }로 삭제를 계획합니다.
task-none-hint = { KEY("tasks/open-plan", "o") } 저장된 계획 열기, { KEY("tasks/cancel", "Esc") } 돌아가기
task-sweep = { $devices } 전체 조회: { KEY("tasks/into", "Enter") }로 보기
task-phase-running = 실행 중
task-phase-paused = 일시 정지
task-phase-stopping = 멈추는 중
task-phase-done = 완료
task-phase-cancelled = 취소됨
task-phase-cut-off = 중단됨

# How far an item is; how it ended is in outcome.ftl.
task-state-queued = 대기
task-state-sent = 전송됨
task-state-came-back = 되살아남
task-state-cancelled = 취소됨
task-tally = { $word } { $count }

# The items of a run.
task-items = 항목
task-only-failed = { $what }: 잘 끝나지 않은 항목
task-all-well = 잘 끝나지 않은 항목이 없습니다. { KEY("tasks/failed", "f") }로 모두 봅니다.
task-began = { $phase }, 시작 { $began }
task-paused = 스스로 일시 정지: { $why }
task-hint-unresolved = 전송한 항목의 결과를 확인하는 중
task-hint-go-on = { KEY("tasks/pause", "p") } 계속, { KEY("tasks/stop", "x") } 취소
task-hint-go-on-unresolved = { KEY("tasks/pause", "p") }로 시작하지 않은 항목을 계속
task-came-back-why = 되살아남: 삭제했으나 디바이스가 다시 썼습니다

# Answers to keys.
task-none-selected = 선택한 실행이 없습니다
task-pauses = 일시 정지했습니다. 전송한 것은 끝까지 확인합니다. { KEY("tasks/pause", "p") }로 계속합니다
task-goes-on = 계속합니다. { KEY("tasks/pause", "p") } 일시 정지
task-goes-on-with = { $count }건을 계속합니다. { KEY("tasks/pause", "p") } 일시 정지
task-goes-on-without = { $count }건을 계속합니다. 전송했던 { $unresolved }건은 다시 보내지 않고 결과를 확인하는 중입니다. { KEY("tasks/pause", "p") } 일시 정지
task-stopping = 취소했습니다. 전송한 것만 남았습니다
task-over = 끝난 실행입니다. { KEY("tasks/try-again", "r") }로 실패한 것을 다시 시도, { KEY("tasks/bring-back", "u") }로 모두 복원합니다
task-read-only = 읽기 전용이라 실행을 계속하지 않습니다. { $advice }
task-about-to-end = mirrordeck이 곧 종료됩니다
task-one-run = 한 번에 하나만 실행합니다. { $what } 실행이 끝나지 않았습니다
task-nothing-to-begin = 시작할 항목이 남아 있지 않습니다. 전송했던 것은 결과를 확인하는 중입니다
task-cancels = 대기 중인 항목을 취소했습니다. 전송한 것은 끝까지 확인합니다
task-cancelled-before = 이미 취소했습니다
task-nothing-queued = 끝난 실행입니다. 대기 중인 항목이 없습니다
task-closed = 취소했습니다. 시작하지 않은 것은 그대로 남습니다
task-not-closed = 목록에 남습니다: { $problem }
task-strange-account = 다른 계정의 실행입니다({ $account }, 키 { $key }). 그 계정으로 mirrordeck을 시작하십시오

# What is said of runs elsewhere.
task-not-listed = 지난 실행을 불러오지 못했습니다: { $problem }
task-cut-off = { $what } 실행이 중단되어 { $not_begun }건을 시작하지 못했습니다. { KEY("devices/tasks", "T") }에서 { KEY("tasks/pause", "p") }로 계속합니다
task-cut-off-unresolved = { $what } 실행이 중단되어 { $not_begun }건을 시작하지 못했고 { $unresolved }건은 결과를 모릅니다. { KEY("devices/tasks", "T") }에서 { KEY("tasks/pause", "p") }로 계속합니다
task-stopped = { $what } 실행이 멈췄습니다({ $tally }): { $problem }
task-crashed = { $what } 실행이 멈췄습니다: mirrordeck의 내부 작업이 중간에 끝났습니다. 시작했던 것을 확인합니다
task-crashed-unknown = { $what } 실행이 멈췄습니다({ $unknown }): mirrordeck의 내부 작업이 중간에 끝났습니다. 시작했던 것을 확인합니다
task-came-back = 되살아남: { $target }, 디바이스가 다시 썼습니다. { KEY("devices/tasks", "T") }에서 실행을 볼 수 있습니다
task-many-came-back = 되살아남: 이 실행의 { $mirrors }, 디바이스가 다시 썼습니다. { KEY("devices/tasks", "T") }에서 { KEY("tasks/failed", "f") }로 볼 수 있습니다
task-paused-itself = { $what } 실행이 스스로 일시 정지했습니다: { $why }. { KEY("devices/tasks", "T") }에서 { KEY("tasks/pause", "p") }로 계속합니다
task-ended = 실행 종료: { $tally }. 자세한 내용은 { KEY("devices/tasks", "T") }에 있습니다
task-ended-back = 실행 종료: { $tally }. 자세한 내용은 { KEY("devices/tasks", "T") }에 있고, { KEY("tasks/bring-back", "u") }로 모두 복원합니다
