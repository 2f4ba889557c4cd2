# The help itself.
help-title = 도움말
help-scroll = { $down } { $up } 스크롤, { $close } 닫기
help-here = 여기: { $place }
help-sweep-forms = 전체 조회의 필터: 모든 낱말이 맞아야 합니다

# The places in which keys have a meaning.
help-place-devices = 디바이스
help-place-mirrors = 미러
help-place-detail = 상세
help-place-detail-else = 상세: 다른 보기와 감시 중일 때
help-place-filter = 필터 입력란
help-place-sweep-filter = 전체 조회의 필터 입력란
help-place-delete-dialog = 삭제 대화상자
help-place-restore-dialog = 복원 대화상자
help-place-trash = 휴지통
help-place-sweep = 전체 조회
help-place-plan = 계획
help-place-plan-number = 계획의 개수
help-place-tasks = 작업
help-place-prompt = 파일
help-place-quit = 종료 전 확인
help-place-help = 도움말
help-place-copy-menu = 복사
help-place-palette = 동작 목록

# What keys do: moving.
help-down = 아래로
help-up = 위로
help-down-up = 아래로, 위로
help-page-up = 한 쪽 위로
help-page-down = 한 쪽 아래로
help-pages = 한 쪽 위로, 아래로
help-first = 첫 줄
help-last = 마지막 줄
help-ends = 첫 줄, 마지막 줄
help-next-pane = 다음 패널
help-previous-pane = 이전 패널
help-out-of = 필터를 지우거나 선택한 것에서 나오기
help-into = 선택한 것 열기

# What keys do: in the panes.
help-delete = 선택한 미러나 표시한 미러 삭제 (먼저 확인)
help-bring-back = 마지막으로 삭제한 미러 복원 (먼저 확인)
help-trash = 휴지통: 삭제한 미러와 결과를 모르는 작업
help-filter = 이 패널 필터 ({ KEY("filter/accept", "Enter") } 유지, { KEY("filter/cancel", "Esc") } 지우기)
help-watch = 감시: 미러를 계속 다시 읽고 바뀐 곳 표시
help-export = 수신한 문서를 그대로 저장
help-view = 다음 보기: 비교, 문서, 원문
help-fold = 선택한 키 접기, 펼치기
help-fold-all = 모두 접기, 모두 펼치기
help-differing = 다른 것만 보기, 모두 보기
help-next-hit = 다음 검색 결과
help-previous-hit = 이전 검색 결과
help-hits = 다음, 이전 검색 결과
help-older = 감시 중에 본 더 오래된 버전
help-newer = 감시 중에 본 더 새로운 버전
help-versions = 감시 중에 본 이전, 이후 버전
help-copy = 복사: 이름, JSON, 값, 요청
help-palette = 모든 동작과 키
help-read-again = 보이는 내용 다시 읽기
help-help = 이 도움말
help-quit = 종료 (전송 중인 요청은 기다림)
help-mark = 표시: 미러는 { KEY("mirrors/delete", "d") }, 디바이스는 { KEY("devices/sweep", "S") }에 사용
help-mark-all = 필터에 맞는 것 모두 표시
help-unmark = 표시 모두 해제
help-sweep = 전체 조회: 표시하거나 필터에 맞는 디바이스의 미러
help-tasks = 작업: 진행 중인 것과 지난 것

# What keys do: in text fields and dialogs.
help-keep-filter = 필터 유지
help-clear-filter = 필터 지우기
help-empty = 입력란 비우기
help-quit-in-text = 종료 (입력란에서도)
help-next-field = 다음 칸
help-previous-field = 이전 칸
help-fields = 다음 칸, 이전 칸
help-press-delete = 입력란에서는 다음 칸, 삭제 버튼에서는 삭제
help-press-restore = 입력란에서는 다음 칸, 복원 버튼에서는 복원
help-change-nothing = 변경하지 않고 닫기
help-take-file = 저장 또는 열기
help-close = 닫기

# What keys do: in the trash.
help-bring-back-copy = 이 사본 복원 (먼저 확인)
help-close-trash = 미리보기에서 나오기, 필터 지우기, 휴지통 닫기
help-view-copy = 사본, 또는 지금과 다른 곳
help-filter-trash = 디바이스와 미러로 필터
help-look-again = 다시 확인: 휴지통과 알 수 없는 결과
help-preview = 미리보기로, 목록으로
help-acknowledge = 끝내 알 수 없는 결과를 목록에서 빼기

# What keys do: in a sweep.
help-filter-sweep = 필터: mirror:legacy* age:>90d drift:yes device:hall3-*
help-mark-row = 미러 표시 ({ KEY("sweep/delete", "d") }의 대상)
help-mark-rows = 필터에 맞는 행 모두 표시
help-plan-deletion = 표시한 미러의 삭제 계획
help-leave-sweep = 패널로 돌아가기 (조회는 계속됨)
help-pause-sweep = 전체 조회 일시 정지, 계속
help-sort = 다음 열로 정렬
help-turn-around = 정렬 순서 뒤집기
help-columns = 이름만, 또는 버전·경과 시간·차이·크기까지
help-save-rows = 행을 CSV 또는 JSON Lines로 저장
help-stop-sweep = 전체 조회 중지
help-failed-devices = 실패한 디바이스 보기, 돌아가기
help-read-failed = 실패한 것 다시 읽기
help-sweep-anew = 같은 디바이스 처음부터 다시 조회
help-to-panes = 패널에서 이 미러 보기

# What keys do: in a plan.
help-to-number = 확인용 개수 입력란으로, 목록으로
help-in-or-out = 이 행 빼기, 넣기
help-close-plan = 변경하지 않고 닫기 (표시는 남음)
help-save-plan = 계획을 JSON으로 저장
help-read-rows = 읽지 못한 행 다시 읽기
help-apply = 개수가 미러 수와 같으면 계획 적용
help-to-rows = 목록으로 돌아가기

# What keys do: in tasks.
help-into-run = 실행의 항목이나 조회의 행 열기
help-out-of-run = 항목에서 나오기, 또는 닫기
help-pause-run = 일시 정지, 계속; 중단된 실행 계속
help-cancel-run = 대기 중인 것 취소
help-bring-back-run = 실행의 미러 모두 복원 (계획을 거침)
help-try-again = 실패한 것 재시도 (계획을 거침)
help-failed-items = 잘 끝나지 않은 것만 보기, 모두 보기
help-open-plan = 저장한 계획 열기
help-to-items = 항목으로, 목록으로
help-file-next = 확인 질문에서 다른 버튼으로
