# Numbers of things.
count-mirrors = { $count ->
    [one] { $count } mirror
   *[other] { $count } mirrors
}
count-devices = { $count ->
    [one] { $count } device
   *[other] { $count } devices
}
count-deletions = { $count ->
    [one] { $count } deletion
   *[other] { $count } deletions
}
count-restores = { $count ->
    [one] { $count } restore
   *[other] { $count } restores
}
count-more-names = { $count ->
    [one] { $count } more name
   *[other] { $count } more names
}
count-matches = { $count } match

# Which row of how many is selected.
count-place = { $at } of { $all }
