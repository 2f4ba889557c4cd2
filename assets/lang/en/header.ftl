# The account.
header-read-only = READ-ONLY
header-key = key { $tail }

# What is not as it should be.
header-clock = ⚠ clock { $off }
header-unknown = ⚠ { $count } unknown

# What is under way, at the right edge.
header-in-flight = { $count } in flight
header-limit = limit { $limit }
header-in-flight-of = { $count } of { $limit } in flight
header-of = { $count } of { $limit }
header-rate = { $rate }/s
header-waits = waits { $span }
