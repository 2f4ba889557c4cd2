# A terminal that is too small: a line each.
screen-more-room = mirrordeck には狭すぎます:
screen-at-least = 最小 { $columns } x { $rows }、
screen-this-is = 現在 { $columns } x { $rows } です。
screen-enlarge = ウィンドウを広げてください。{ KEY("devices/quit", "q") } 終了。
