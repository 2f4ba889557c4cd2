# What is said of a click on a button that changes something.
mouse-delete = a click does not delete: Enter on Delete does, Esc keeps the mirror
mouse-restore = a click does not restore: Enter on the button does, Esc changes nothing
mouse-leave = a click does not leave: Enter on Leave does, Esc stays
mouse-palette = a click does not run this action: { KEY("palette/accept", "Enter") } does, { KEY("palette/cancel", "Esc") } closes
