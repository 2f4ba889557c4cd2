# What earlier runs of the program left.
action-open-unknown = what earlier runs left open is not known: { $problem }
action-trash-over = the trash is { $over } over its limit: what is left in it is younger than 7 days or still needed; raise trash_mib, or take copies away yourself
action-cause-ended = mirrordeck was ended meanwhile
action-cause-unclear = none that was clear

# Runs over many mirrors.
action-written-back = a device has written it back
action-unreachable = the service cannot be reached: { $why }

# Why nothing was sent, or what became of copy and journal.
action-journal-unwritten = the journal could not be written, so nothing was sent: { $problem }
action-copy-unwritten = the copy could not be written, so nothing was sent: { $problem }
action-overwritten-uncopied = what would be overwritten could not be copied, so nothing was sent: { $problem }
action-copy-unreadable = its copy cannot be read any more: { $problem }
action-copy-gone = its copy cannot be read any more
action-no-end = the journal lacks its end: { $problem }
action-absent-before-copy = it was read once more before the copy, and it is not there; nothing was sent
action-unread-before-copy = it could not be read once more for the copy: { $error }. { $advice } Nothing was sent
action-conflict = locked on v{ $locked }, it is { $at }; nothing was sent
action-device-gone = its device is gone; nothing was sent
action-stands-meanwhile = a mirror stands there { $at } meanwhile; nothing was sent
action-stands-unread = whether a mirror stands there could not be read: { $error }. { $advice } Nothing was sent
action-ended-gone = mirrordeck was ended before anything was sent, and it is not there
action-ended-stands = mirrordeck was ended before anything was sent; it stands { $at }
action-ended-unseen = mirrordeck was ended before anything was sent; the look failed: { $error }

# Items of runs.
action-plan-no-item = the plan has no such item
action-plan-no-copy = the plan names no copy for it
action-plan-conflict = the plan names v{ $version }, it is { $at }; nothing was sent
action-no-version = it has no version, so there is no lock; nothing was sent
action-absent-afresh = it was read afresh, and it is not there; nothing was sent
action-unread-afresh = it could not be read afresh: { $error }. { $advice } Nothing was sent
action-copy-of-other = its copy is that of { $target }
action-copy-unread = its copy cannot be read: { $problem }
