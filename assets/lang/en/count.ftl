# Numbers of things.
count-mirrors = { $count ->
    [one] { $count } mirror
   *[other] { $count } mirrors
}
