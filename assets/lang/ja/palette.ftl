# The list of all actions that work in a place.
palette-title = 操作一覧: { $place }
palette-count = { $all }件中{ $found }件
palette-nothing = この語を含む操作はありません
