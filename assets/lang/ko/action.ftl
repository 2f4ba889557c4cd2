# What earlier runs of the program left.
action-open-unknown = 이전 실행에서 끝나지 않은 작업을 알 수 없습니다: { $problem }
action-trash-over = 휴지통이 한도를 { $over } 넘었습니다. 남은 것은 7일이 지나지 않았거나 아직 필요합니다. trash_mib를 늘리거나 사본을 직접 치우십시오
action-cause-ended = 그사이 mirrordeck가 종료되었습니다
action-cause-unclear = 분명한 응답이 없었습니다

# Runs over many mirrors.
action-written-back = 디바이스가 다시 기록했습니다
action-unreachable = 서비스에 연결할 수 없습니다: { $why }
