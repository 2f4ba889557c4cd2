# A request that is sent again.
status-retry = { $at }에 다시 시도({ $next }/{ $of }회): { $why }; { KEY("devices/out-of", "Esc") } 그만두기
status-retry-others = { $at }에 다시 시도(그 밖에 { $others }건), { $next }/{ $of }회: { $why }; { KEY("devices/out-of", "Esc") } 그만두기
