# A request that is sent again.
status-retry = { $at } に再試行（{ $next }/{ $of }回目）: { $why }; { KEY("devices/out-of", "Esc") } で中止
status-retry-others = { $at } に再試行（ほか{ $others }件）、{ $next }/{ $of }回目: { $why }; { KEY("devices/out-of", "Esc") } で中止
