# Where the terminal is in the way.
terminal-input = standard input
terminal-output = standard output
terminal-none = { $stream } is not a terminal; start mirrordeck in a terminal window, without a pipe or a redirection (for a service to script against: mirrordeck simulate)
terminal-refused = the terminal could not be prepared: { $cause }; try another terminal program
terminal-not-written = the terminal cannot be written to: { $cause }
terminal-not-read = the terminal cannot be read from: { $cause }

# Where the program cannot go on.
terminal-worker-gone = the background task ended; the log has the cause
terminal-no-set-up = the program could not set itself up: { $cause }
terminal-no-log-home = nothing is logged: this account has no home folder
terminal-no-log = nothing is logged: { $folder }: { $cause }

# The simulator.
terminal-not-loopback = { $address } is not a loopback address: the simulator serves this computer only, use for example --listen 127.0.0.1:8787
terminal-empty-pages = a page of 0 devices lists nothing: give --max-page-size 1 or more
terminal-cannot-listen = cannot listen on { $address }: { $cause }; choose another port, or 0 for a free one
terminal-no-signals = cannot wait for Ctrl-C: { $cause }
terminal-no-output = cannot print the address: { $cause }
terminal-cannot-serve = cannot take connections any more: { $cause }
terminal-output-lost = standard output cannot be written to: { $cause }
