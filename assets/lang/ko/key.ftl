# Words of the footer: what a key does, in one or two words.
key-into = 열기
key-delete = 삭제
key-bring-back = 복원
key-trash = 휴지통
key-filter = 필터
key-watch = 감시
key-save = 저장
key-view = 보기
key-fold = 접기
key-differing = 다른 것만
key-copy = 복사
key-palette = 동작 목록
key-read-again = 다시 읽기
key-help = 도움말
key-quit = 종료
key-mark = 표시
key-mark-all = 모두 표시
key-sweep = 전체 조회
key-tasks = 작업
key-keep-filter = 필터 유지
key-clear-filter = 지우기
key-move = 이동
key-empty = 비우기
key-next-field = 다음
key-enter-field = 다음 칸
key-keep = 유지
key-keep-mirror = 미러 유지
key-delete-mirror = 미러 삭제
key-change-nothing = 변경하지 않음
key-restore-mirror = 미러 복원
key-close = 닫기
key-look-again = 다시 확인
key-preview = 미리보기
key-acknowledge = 확인함
key-plan-deletion = 삭제 계획
key-back = 뒤로
key-pause = 일시 정지
key-sort = 정렬
key-columns = 열
key-to-number = 개수 입력
key-in-or-out = 넣기/빼기
key-apply = 적용
key-to-rows = 목록으로
key-pause-run = 정지/계속
key-cancel-run = 취소
key-try-again = 재시도
key-failed = 실패만
key-open-plan = 계획 열기
key-take-file = 이 파일 사용
key-other-button = 다른 버튼
key-take-it = 선택
key-stay = 머무르기

# What is said of a key that does nothing, or not yet.
key-other = 이 키
key-nothing = { $key }: 여기서는 동작이 없는 키입니다. { $help } 키를 누르면 키 목록을 봅니다
key-outermost = 가장 바깥 패널입니다. 종료하려면 { $quit } 키를 누르십시오
key-again = 누르고 있는 키처럼 { $key } 키가 곧바로 다시 왔습니다. 한 번 더 누르십시오
key-rushed = 붙여넣기처럼 { $key } 키가 글자와 함께 한꺼번에 왔습니다. 따로 누르십시오

# A keyboard in Hangul mode: the letter, and the key on which it stands.
key-hangul-again = { $hangul }: { $key } 자리의 키입니다. 안전을 위해 한/영 키로 영문으로 바꾼 뒤 { $key } 키를 다시 누르십시오
key-hangul-nothing = { $hangul }({ $key } 자리): 여기서는 동작이 없습니다. { $help } 키를 누르면 키 목록을 봅니다

# Pastes.
key-long-paste = 붙여넣은 글자가 { $length }자입니다. 최대 { $most }자까지만 받으므로 아무것도 넣지 않았습니다
key-number-pasted = 개수는 붙여넣지 않고 직접 입력합니다
key-paste = 붙여넣기는 키가 아니라 글자입니다. 먼저 { KEY("devices/filter", "/") }(필터) 같은 입력란을 여십시오
