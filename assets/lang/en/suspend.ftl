# Ctrl-Z where no shell could let the program go on.
suspend-nobody = not stopped: no shell is here that could continue mirrordeck with fg
