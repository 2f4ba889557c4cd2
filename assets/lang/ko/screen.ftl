# A terminal that is too small: a line each.
screen-more-room = 화면이 너무 작습니다:
screen-at-least = 최소 { $columns } x { $rows },
screen-this-is = 지금은 { $columns } x { $rows }입니다.
screen-enlarge = 터미널 창을 키우십시오. { KEY("devices/quit", "q") } 종료.
