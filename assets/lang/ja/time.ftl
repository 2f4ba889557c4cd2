# Ages and spans, in one unit each.
time-seconds = { $number }秒
time-minutes = { $number }分
time-hours = { $number }時間
time-days = { $number }日

# How old something is, in a column of a table.
time-now = 今
time-ahead = { $span }先

# How long ago something was, in a sentence.
time-just-now = たった今
time-since = { $span }前
time-since-ahead = { $span }先
