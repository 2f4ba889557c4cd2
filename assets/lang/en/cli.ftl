# Headings of the help, and what clap adds itself.
cli-usage = Usage:
cli-options = Options
cli-commands = Commands
cli-arguments = Arguments
cli-values = Possible values:
cli-with-default = { $help } [default: { $default }]
cli-with-values = { $help } [possible values: { $values }]
cli-help = Print help
cli-help-short = Print help (see more with '--help')
cli-help-long = Print help (see a summary with '-h')
cli-help-command = Print this message or the help of the given subcommand(s)
cli-version = Print version

# What stands for options and values in the usage, and behind the names of options.
cli-for-any-options = OPTIONS
cli-for-command = COMMAND
cli-for-name = NAME
cli-for-file = FILE
cli-for-name-or-file = NAME|FILE
cli-for-language = LANGUAGE
cli-for-level = LEVEL
cli-for-address = ADDRESS
cli-for-number = N
cli-for-milliseconds = MS
cli-for-shell = SHELL

# The dashboard.
cli-about = A terminal dashboard for the virtual device mirrors of NCP Cloud IoT Core
cli-demo = Open the embedded service with a sample fleet: no account, no network, no set-up
cli-api-url = Base URL of the service; http:// for loopback addresses only [env: MIRRORDECK_API_URL] [default: { $url }]
cli-profile = Section of ~/.ncloud/configure that holds the keys [env: NCLOUD_PROFILE] [default: DEFAULT]
cli-read-only = Never delete anything: only reads leave the program [env: MIRRORDECK_READ_ONLY=1]
cli-config = Configuration file [env: MIRRORDECK_CONFIG] [default: config.toml in the platform's configuration folder]
cli-lang = Language: { $languages } [env: MIRRORDECK_LANG] [default: that of LC_ALL, LC_MESSAGES or LANG, else en]
cli-theme = Theme: { $themes }, or a file of your own [env: MIRRORDECK_THEME] [default: auto, which follows the terminal's background]
cli-ascii = Draw frames and signs with ASCII characters only [env: MIRRORDECK_ASCII=1]
cli-no-mouse = Leave the mouse to the terminal, so that it selects text without Shift (Option on macOS) held [env: MIRRORDECK_NO_MOUSE=1]
cli-log-level = What goes into the log file [env: MIRRORDECK_LOG] [default: info]
cli-log-off = Nothing
cli-log-error = What failed
cli-log-warn = What was odd, too
cli-log-info = Each request, too
cli-log-debug = Steps in between, too
cli-log-trace = Everything of this program
cli-after-precedence = An option beats its environment variable, which beats the configuration file. A blank variable counts as unset.
cli-after-credentials = Credentials: NCLOUD_ACCESS_KEY_ID (or NCLOUD_ACCESS_KEY) with NCLOUD_SECRET_ACCESS_KEY (or NCLOUD_SECRET_KEY), else the profile DEFAULT of ~/.ncloud/configure. A profile that --profile or NCLOUD_PROFILE names takes its keys from the file only.
cli-after-copies = Copies of deleted mirrors, and a journal of every deletion and restore, are kept in the platform's data folder: u brings the last one back, t lists them, T lists the runs over many mirrors.
cli-after-status = Exit status: 0 after a normal quit, 2 for what must be mended first, 1 for a failure at run time.

# The simulator.
cli-simulate = Serve the embedded service over HTTP on loopback until Ctrl-C
cli-listen = Loopback address and port to listen on; port 0 picks a free one
cli-devices = Number of devices, the sample's first, then generated ones; left out, the sample
cli-latency = Milliseconds before each reply
cli-max-page-size = Most devices on one page, however many are asked for
cli-after-simulate-lines = The first lines of output are the base URL and the keys that the service accepts.
cli-after-simulate-faults = Faults are planned while it runs, for the next requests of one operation:
cli-after-simulate-kinds =
    Operations: list, search, device, mirrors, view, update, delete; left out, any of them.
    Faults: { $kinds }; those with a status may also have "code" and "message", and { $busy } a "retry_after" such as "2".
cli-after-simulate-throttle = A rate above which every operation is answered with 429, until per_second is 0:
cli-after-simulate-retry = "retry_after" may be left out.

# What it writes first; scripts read the lines in between.
cli-serving = Serving { $devices } devices at { $url } until Ctrl-C.
cli-serving-faults = Faults: { $command }

# What is wrong with a value.
cli-blank-profile = it is blank; name a profile, or leave the option out
cli-blank-theme = it is blank; name a theme, or leave the option out
cli-languages = write { $languages }
cli-not-loopback = it is not a loopback address; write 127.0.0.1:PORT
cli-no-address = write it like 127.0.0.1:8787

# What is written for shells and man.
cli-completions = Write the completions for a shell to standard output
cli-shell = The shell
cli-man = Write the manual page to standard output
cli-man-name = NAME
cli-man-synopsis = SYNOPSIS
cli-man-description = DESCRIPTION
cli-man-notes = NOTES

# A wrong command line. In English clap says it itself; these are for the other languages.
cli-see-help = For more information, try '--help'.
cli-did-you-mean = Did you mean { $names }?
cli-unknown-argument = There is no '{ $argument }' here: leave it out.
cli-unknown-command = There is no command '{ $command }'.
cli-missing-argument = Something is missing: add { $arguments }.
cli-missing-value = '{ $argument }' needs a value: write it behind the option.
cli-missing-value-of = '{ $argument }' needs a value, one of { $names }.
cli-wrong-value = '{ $argument }' cannot be '{ $value }'.
cli-wrong-value-of = '{ $argument }' cannot be '{ $value }', but { $names }.
cli-wrong-value-because = '{ $argument }' cannot be '{ $value }': { $cause }
cli-value-too-many = '{ $argument }' takes no value: leave out '{ $value }'.
cli-number = write a whole number from { $least } to { $most }
cli-conflict = '{ $argument }' does not go with { $others }: leave one out.
cli-command-alone = The command '{ $command }' does not go with { $arguments }: leave it out.
cli-argument-twice = '{ $argument }' is given more than once: leave one.
cli-not-utf8 = An argument is no UTF-8 text: write it anew.
