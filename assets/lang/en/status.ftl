# A request that is sent again.
status-retry = trying again at { $at }, attempt { $next } of { $of }: { $why }; { KEY("devices/out-of", "Esc") } gives up
status-retry-others = trying again at { $at } (and { $others } more), attempt { $next } of { $of }: { $why }; { KEY("devices/out-of", "Esc") } gives up
