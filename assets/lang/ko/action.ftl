# What earlier runs of the program left.
action-open-unknown = 이전 실행에서 끝나지 않은 작업을 알 수 없습니다: { $problem }
action-trash-over = 휴지통이 한도를 { $over } 넘었습니다. 남은 것은 7일이 지나지 않았거나 아직 필요합니다. trash_mib를 늘리거나 사본을 직접 치우십시오
action-cause-ended = 그사이 mirrordeck이 종료되었습니다
action-cause-unclear = 분명한 응답이 없었습니다

# Runs over many mirrors.
action-written-back = 디바이스가 다시 기록했습니다
action-unreachable = 서비스에 연결할 수 없습니다: { $why }

# Why nothing was sent, or what became of copy and journal.
action-journal-unwritten = 기록 파일(journal)을 쓸 수 없어 아무것도 보내지 않았습니다: { $problem }
action-copy-unwritten = 사본을 쓸 수 없어 아무것도 보내지 않았습니다: { $problem }
action-overwritten-uncopied = 덮어쓸 대상의 사본을 만들 수 없어 아무것도 보내지 않았습니다: { $problem }
action-copy-unreadable = 사본을 더는 읽을 수 없습니다: { $problem }
action-copy-gone = 사본을 더는 읽을 수 없습니다
action-no-end = 기록 파일(journal)에 끝이 적히지 않았습니다: { $problem }
action-absent-before-copy = 사본을 만들려고 다시 읽어 보니 미러가 없습니다. 아무것도 보내지 않았습니다
action-unread-before-copy = 사본을 만들려고 다시 읽지 못했습니다: { $error }. { $advice } 아무것도 보내지 않았습니다
action-conflict = v{ $locked } 버전으로 잠갔으나 지금은 { $at } 있습니다. 아무것도 보내지 않았습니다
action-device-gone = 디바이스가 없어졌습니다. 아무것도 보내지 않았습니다
action-stands-meanwhile = 그사이 미러가 { $at } 생겼습니다. 아무것도 보내지 않았습니다
action-stands-unread = 그 자리에 미러가 있는지 읽지 못했습니다: { $error }. { $advice } 아무것도 보내지 않았습니다
action-ended-gone = 아무것도 보내기 전에 mirrordeck이 종료되었고, 미러는 없습니다
action-ended-stands = 아무것도 보내기 전에 mirrordeck이 종료되었습니다. 미러는 { $at } 있습니다
action-ended-unseen = 아무것도 보내기 전에 mirrordeck이 종료되었습니다. 조회에 실패했습니다: { $error }

# Items of runs.
action-plan-no-item = 계획에 그런 항목이 없습니다
action-plan-no-copy = 계획에 이 항목의 사본이 없습니다
action-plan-conflict = 계획은 v{ $version } 버전이지만 지금은 { $at } 있습니다. 아무것도 보내지 않았습니다
action-no-version = 버전이 없어 잠글 수 없습니다. 아무것도 보내지 않았습니다
action-absent-afresh = 새로 읽어 보니 미러가 없습니다. 아무것도 보내지 않았습니다
action-unread-afresh = 새로 읽지 못했습니다: { $error }. { $advice } 아무것도 보내지 않았습니다
action-copy-of-other = 이 사본은 { $target }의 것입니다
action-copy-unread = 사본을 읽을 수 없습니다: { $problem }
