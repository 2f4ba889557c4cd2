# The detail pane. `desired` and `reported` are the service's own words.
detail-title = Detail

# The views, as the border names them, with the key that changes them.
detail-view-compare = { KEY("detail/other-view", "v") } compare
detail-view-document = { KEY("detail/other-view", "v") } document
detail-view-raw = { KEY("detail/other-view", "v") } raw

# In the lower border.
detail-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
detail-rows-shown = { $shown } of { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
detail-only-differing = only what differs
detail-hit = hit { $nth } of { $count }
detail-hits = { $count ->
    [one] { $count } hit
   *[other] { $count } hits
}
detail-not-found = nothing found

# In place of a document.
detail-device-gone = The device of this mirror is gone
detail-unread = Could not read this mirror
detail-no-default = This device has no default mirror.
detail-no-mirror = This mirror does not exist any more.
detail-looked = looked at { $time }; { KEY("detail/read-again", "r") } looks again
detail-how-made = A device makes its mirror with its first update, the console when one is added.
detail-reading = … reading
detail-was-absent = There was no such mirror at { $time }.
detail-walk = { KEY("detail/older", "[") } and { KEY("detail/newer", "]") } go to the versions seen before and after.
detail-empty = the document is empty
detail-no-rows = nothing here matches
detail-no-json = this is not JSON; { KEY("detail/other-view", "v") } shows the bytes
detail-no-bytes = no bytes

# Above the values.
detail-version = version { $version }
detail-v = v{ $version }
detail-no-version = no version
detail-nothing-differs = nothing differs
detail-no-drift = no drift
detail-differ = { $differing ->
    [one] ≠ { $differing } of { $keys } keys differs
   *[other] ≠ { $differing } of { $keys } keys differ
}
detail-differ-short = ≠ { $differing } of { $keys }
detail-old = ⚠ { $count } for over a day
detail-old-short = ⚠ { $count } over a day
detail-failed-again = ⚠ as read at { $time }; reading again failed
detail-read = read { $time }
detail-read-and-service = read { $time }   service time { $service }
detail-reported = reported { $time } ({ $age })
detail-reported-ago = reported { $age }
detail-never-reported = never reported
detail-desired = desired { $time } ({ $age })

# The table.
detail-column-key = key
detail-column-desired = desired
detail-column-reported = reported
detail-column-age = age
detail-fold-differs = { $differing ->
    [one] { $differing } of { $keys } keys differs
   *[other] { $differing } of { $keys } keys differ
}
detail-fold-same = { $count ->
    [one] { $count } key, no difference
   *[other] { $count } keys, no difference
}

# The document and the bytes.
detail-line = line { $line } of { $count }
detail-byte = from byte { $byte } of { $count }
detail-keys = { $count ->
    [one] { $count } key
   *[other] { $count } keys
}
detail-items = { $count ->
    [one] { $count } item
   *[other] { $count } items
}

# Below the values.
detail-ago = ({ $age })
detail-ago-unreported = ({ $age }, not reported since)
detail-oldest = ⚠ { $path }: desired { $age } and not reported since
detail-oldest-fresh = ≠ { $path }: desired { $age }, the device may still answer

# In the status line.
detail-no-branch = only a branch can be folded: ▾ or ▸ marks it
detail-no-folds-in-raw = bytes are not folded; { KEY("detail/other-view", "v") } shows the next view
detail-differing-in-compare = only the view "compare" shows what differs; { KEY("detail/other-view", "v") } goes there
detail-search-elsewhere = here { KEY("detail/filter", "/") } filters the rows; { KEY("detail/other-view", "v") } goes to the views in which { KEY("detail/next-hit", "n") } looks for the next hit
detail-no-search = nothing is looked for; { KEY("detail/filter", "/") } begins
detail-hit-from-the-top = hit { $nth } of { $count }, from the top again
detail-hit-from-the-bottom = hit { $nth } of { $count }, from the bottom again
# Instead of keys, where a half is no tree.
detail-whole = (whole)
