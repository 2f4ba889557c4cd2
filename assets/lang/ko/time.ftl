# Ages and spans, in one unit each.
time-seconds = { $number }초
time-minutes = { $number }분
time-hours = { $number }시간
time-days = { $number }일

# How old something is, in a column of a table.
time-now = 지금
time-ahead = { $span } 앞섬

# How long ago something was, in a sentence.
time-just-now = 방금
time-since = { $span } 전
time-since-ahead = { $span } 앞선 시각
