# Watching a mirror.
watch-began = watching { $target }: read again every { $seconds } s while you look at it; { KEY("mirrors/watch", "w") } stops
watch-stopped = stopped watching { $target }
watch-nothing = there is no mirror here to watch
watch-left = stopped watching { $target }: { $why }

# Why a watch ended.
watch-unfocused = the terminal is not in focus
watch-elsewhere = you look elsewhere
watch-ending = the program ends

# What a watch finds.
watch-version = v{ $version } at { $time }: { $changes }
watch-unnumbered = another version at { $time }: { $changes }
watch-changed = { $count ->
    [one] { $count } key changed
   *[other] { $count } keys changed
}
watch-added = { $count ->
    [one] { $count } new key
   *[other] { $count } new keys
}
watch-removed = { $count ->
    [one] { $count } key gone
   *[other] { $count } keys gone
}
watch-same-values = no value changed
watch-gone = { $target } was gone at { $time }; it is watched on
watch-back = { $target } was back at { $time }
watch-failed = could not read { $target }: { $cause }; trying again in { $seconds } s
watch-gave-up = stopped watching { $target }: { $count ->
    [one] { $count } read
   *[other] { $count } reads
} failed one after the other, the last: { $cause }

# In the border of the detail.
watch-every = watch { $seconds } s
watch-seen = { $nth } of { $count } seen

# Above the values: which version this is, and what has changed.
watch-which = { $version }, { $nth } of { $count } seen, read { $time }
watch-since = { $changes }  since { $since }
watch-same-since = no value changed since { $since }
watch-mark-changed = ✎ { $count } changed
watch-mark-added = + { $count } new
watch-mark-removed = - { $count } gone

# Walking through the versions.
watch-no-versions = no other version of this mirror was seen; { KEY("detail/watch", "w") } watches it
watch-oldest = this is the oldest version that was seen
watch-newest = this is the newest version
