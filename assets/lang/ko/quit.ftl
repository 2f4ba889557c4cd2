# The question before quitting in the middle of a run.
quit-title = 실행 도중에 종료하시겠습니까?
quit-run = 실행({ $what }): 끝남 { $ended }, 전송 중 { $sent }, 대기 { $queued }.
quit-leave-means = 종료하면 새로 시작하지 않고 전송 중인 것만 기다립니다. 대기 중인 것은 그대로 남으며, 다음에 시작한 뒤 { KEY("devices/tasks", "T") }에서 이어 갑니다.
quit-run-over = 그사이에 실행이 끝났습니다.
quit-action = { $target }의 응답도 기다립니다.
quit-stay = 머무르기
quit-leave = 종료
quit-goes-on = 실행을 그대로 이어 갑니다

# While the end waits for answers.
quit-waits = { $what }: 응답을 최대 { $seconds }초 기다립니다. { KEY("devices/quit", "q") }를 다시 누르면 바로 끝나며, 결과는 다음에 시작할 때 확인합니다
quit-deletion-open = { $target } 삭제가 끝나지 않음
quit-restore-open = { $target } 복원이 끝나지 않음
quit-run-open = 실행({ $what })의 { $count }건이 전송 중이며 더 시작하지 않음

# Said when the screen is gone.
quit-unknown-preparing = { $word } { $target }: 무언가 보내는 것이 확인되기 전에 mirrordeck이 끝났습니다. 보냈다면 다음에 시작할 때 그 결과를 알립니다
quit-unknown-sent = { $word } { $target }: 분명한 응답이 오기 전에 mirrordeck이 끝났습니다. 사본은 보관되어 있으며, 다음에 시작할 때 미러를 확인해 알립니다
quit-run-stopped = 실행 멈춤: { $parts }
quit-just-begun = 방금 시작한 것이 전송 중일 수 있으며 다음에 시작할 때 확인합니다
quit-on-the-wire = 전송 중 { $count }건: { $word }, 다음에 시작할 때 확인합니다
quit-not-begun = 시작하지 않은 것 { $count }건은 다음에 시작한 뒤 { KEY("devices/tasks", "T") }에서 이어 갑니다
