# The list of all actions that work in a place.
palette-title = 동작 목록: { $place }
palette-count = { $all }개 중 { $found }개
palette-nothing = 이 말이 들어간 동작이 없습니다
