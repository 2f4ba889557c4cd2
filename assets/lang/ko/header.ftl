# The account.
header-read-only = 읽기 전용
header-key = 키 { $tail }

# What is not as it should be.
header-clock = ⚠ 시계 { $off }
header-unknown = ⚠ 불명 { $count }

# What is under way, at the right edge.
header-in-flight = 요청 { $count }건
header-limit = 한도 { $limit }
header-in-flight-of = 요청 { $count }/{ $limit }
header-of = { $count }/{ $limit }
header-rate = { $rate }/초
header-waits = 대기 { $span }
