# What earlier runs of the program left.
action-open-unknown = what earlier runs left open is not known: { $problem }
action-trash-over = the trash is { $over } over its limit: what is left in it is younger than 7 days or still needed; raise trash_mib, or take copies away yourself
action-cause-ended = mirrordeck was ended meanwhile
action-cause-unclear = none that was clear

# Runs over many mirrors.
action-written-back = a device has written it back
action-unreachable = the service cannot be reached: { $why }
