# The question before quitting in the middle of a run.
quit-title = Leave in the middle of a run?
quit-run = Run of { $what }: { $ended } ended, { $sent } on the wire, { $queued } queued.
quit-leave-means = Leave: nothing new is begun, and what is on the wire is waited for. What is queued stays so: { KEY("devices/tasks", "T") } goes on with it after the next start.
quit-run-over = The run has ended meanwhile.
quit-action = { $target } is waited for too.
quit-stay = Stay
quit-leave = Leave
quit-goes-on = the run goes on as it was

# While the end waits for answers.
quit-waits = { $what }: waiting for its answer, at most { $seconds } s; { KEY("devices/quit", "q") } again leaves now, and the next start finds out
quit-deletion-open = the deletion of { $target } is not done
quit-restore-open = the restore of { $target } is not done
quit-run-open = the run of { $what } has { $count } on the wire and begins no more

# Said when the screen is gone.
quit-unknown-preparing = { $word } { $target }: mirrordeck ended before it was seen to send anything; should something have been sent, the next start tells what came of it
quit-unknown-sent = { $word } { $target }: mirrordeck ended before a clear answer came; the copy is kept, and the next start looks at the mirror and tells
quit-run-stopped = run stopped: { $parts }
quit-just-begun = what it has just begun may be on the wire, and the next start finds out
quit-on-the-wire = { $count } on the wire: { $word }, the next start finds out
quit-not-begun = { $count } not begun; { KEY("devices/tasks", "T") } goes on with it after the next start
