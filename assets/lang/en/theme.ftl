# Theme files.
theme-rich-missing = `{ $role }` has no `rich`: the colour for terminals that have many
theme-bad-colour = this is no colour: write "#rrggbb", "default" or a name of the palette
theme-bad-colour-near = this is no colour: write "#rrggbb", "default" or a name of the palette; did you mean `{ $near }`?
theme-bad-few = where there are 16 colours, write one of { $names }
theme-bad-few-near = where there are 16 colours, write a name of the palette; did you mean `{ $near }`?

# The choice of a theme.
theme-unknown = { $by }: there is no theme `{ $name }`; there are { $names }, and files by their path
theme-unknown-near = { $by }: there is no theme `{ $name }`; did you mean `{ $near }`?
theme-no-file = { $by }: the theme file { $file } does not exist; mend the path, or name a theme
