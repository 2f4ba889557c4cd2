# The list of all actions that work in a place.
palette-title = Actions: { $place }
palette-count = { $found } of { $all }
palette-nothing = no action has these words
