# The pane and its rows.
mirror-title = Mirrors
mirror-title-of = Mirrors of { $device }
mirror-deleting = deleting…
mirror-restoring = restoring…
mirror-unknown = ⚠ outcome unknown
mirror-none = none
mirror-not-read = ⚠ not read
mirror-came-back = came back
mirror-back = back

# Below the rows or in place of them.
mirror-no-match = No mirror contains “{ $text }”.
mirror-device-gone = This device is gone
mirror-failed = Could not read the mirrors
mirror-reading = … reading the named mirrors
mirror-unusable = { $count ->
    [one] ⚠ 1 entry of the list is no usable name
   *[other] ⚠ { $count } entries of the list are no usable names
}
# The mirror without a name, where a named one could stand (DEFAULT_MIRRORS in src/model/text.rs).
mirror-default = default (no name)
