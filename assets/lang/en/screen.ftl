# A terminal that is too small: a line each.
screen-more-room = mirrordeck needs more room:
screen-at-least = at least { $columns } x { $rows },
screen-this-is = this is { $columns } x { $rows }.
screen-enlarge = Enlarge the window; { KEY("devices/quit", "q") } quits.
