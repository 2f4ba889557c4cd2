# Ages and spans, in one unit each.
time-seconds = { $number } s
time-minutes = { $number } min
time-hours = { $number } h
time-days = { $number } d

# How old something is, in a column of a table.
time-now = now
time-ahead = ahead { $span }

# How long ago something was, in a sentence.
time-just-now = just now
time-since = { $span } ago
time-since-ahead = { $span } ahead
