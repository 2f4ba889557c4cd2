# What the file is for.
prompt-save-sweep = 행을 CSV(.csv) 또는 JSON Lines(.jsonl)로 저장
prompt-save-plan = 계획을 JSON으로 저장
prompt-open-plan = 저장한 계획 열기

# The keys, and the buttons of the question.
prompt-keys = { KEY("prompt/accept", "Enter") } 이 파일 사용 · { KEY("prompt/empty", "Ctrl-U") } 비우기 · { KEY("prompt/cancel", "Esc") } 닫기
prompt-keys-question = { KEY("prompt/next", "Tab") } 다른 버튼 · { KEY("prompt/accept", "Enter") } 선택 · { KEY("prompt/cancel", "Esc") } 이름으로 돌아가기
prompt-keep = 유지
prompt-overwrite = 덮어쓰기

# What came of it.
prompt-saved = 저장됨: { $path }
prompt-no-name = 파일 이름을 입력하십시오
prompt-already-there = 같은 이름의 파일이 이미 있습니다
prompt-is-a-folder = 폴더입니다. 그 안의 파일 이름을 입력하십시오
prompt-unwritten = 쓸 수 없습니다: { $cause }. 다른 위치를 선택하십시오
prompt-disk-full = 디스크가 가득 찼습니다: { $cause }. 공간을 확보하거나 다른 위치를 선택하십시오
prompt-may-not-write = 쓰기 권한이 없습니다: { $cause }. 다른 위치를 선택하십시오
prompt-no-folder = 그런 폴더가 없습니다: { $cause }. 폴더를 만들거나 다른 위치를 선택하십시오
prompt-bad-name = 사용할 수 없는 파일 이름입니다: { $cause }. 다른 이름을 선택하십시오
prompt-unread = 읽을 수 없습니다: { $cause }
prompt-no-file = 파일이 아닙니다
prompt-too-large = { $mib } MiB보다 큽니다
prompt-crashed = mirrordeck의 내부 작업이 중간에 끝났습니다. 자세한 내용은 로그에 있습니다
