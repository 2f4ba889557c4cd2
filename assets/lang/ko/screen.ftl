# A terminal that is too small: a line each.
screen-more-room = mirrordeck에 자리가 모자랍니다:
screen-at-least = 최소 { $columns } x { $rows },
screen-this-is = 지금은 { $columns } x { $rows }입니다.
screen-enlarge = 창을 키우세요. { KEY("devices/quit", "q") } 종료.
