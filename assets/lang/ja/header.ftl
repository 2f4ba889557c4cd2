# The account.
header-read-only = 読取専用
header-key = キー { $tail }

# What is not as it should be.
header-clock = ⚠ 時計 { $off }
header-unknown = ⚠ 不明 { $count }

# What is under way, at the right edge.
header-in-flight = 通信中 { $count }
header-limit = 上限 { $limit }
header-in-flight-of = 通信中 { $count }/{ $limit }
header-of = { $count }/{ $limit }
header-rate = { $rate }/秒
header-waits = 待機 { $span }
