# Theme files and the choice of a theme.

theme-rich-missing = `{ $role }` has no `rich`: the colour for terminals that have many
theme-bad-colour = this is no colour: write "#rrggbb", "default" or a name of the palette{ $near }
theme-bad-few = where there are 16 colours, write a name of the palette{ $near }
theme-unknown = { $by }: there is no theme `{ $name }`; { $hint }
theme-no-file = { $by }: the theme file { $file } does not exist; mend the path, or name a theme
theme-did-you-mean = did you mean `{ $name }`?
theme-there-are = there are { $names }, and files by their path
