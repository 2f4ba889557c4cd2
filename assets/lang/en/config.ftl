# Lists of names.
config-list-and = { $first } and { $last }
config-list-or = { $first } or { $last }

# The account, in the header.
config-environment = environment
config-profile = profile { $profile }
config-embedded = embedded service

# Credentials.
config-no-credentials = no credentials: set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY, or write ncloud_access_key_id and ncloud_secret_access_key under [DEFAULT] into { $file }; or try the program without an account: mirrordeck --demo
config-no-credentials-others = no credentials: set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY, or write ncloud_access_key_id and ncloud_secret_access_key under [DEFAULT] into { $file } (it has { $profiles }: choose with --profile); or try the program without an account: mirrordeck --demo
config-in-environment = in the environment
config-in-profile = in profile `{ $profile }` of { $file }
config-access-key = access key
config-secret-key = secret key
config-half-a-pair = half a pair { $place }: { $present } is set, but the { $missing } is missing; set { $names }
config-unusable-key = the value of { $name } { $place } holds a blank, a control character or one outside ASCII, which no key does; copy the key again (a comment needs a line of its own)
config-two-spellings = { $first } and { $second } { $place } differ: { $first } is used; take one of them out
config-unknown-profile = { $asked_by }: there is no profile `{ $profile }` in { $file }; it has { $profiles }
config-unknown-profile-near = { $asked_by }: there is no profile `{ $profile }` in { $file }; did you mean `{ $near }`? It has { $profiles }
config-no-profiles = { $asked_by }: there is no profile `{ $profile }` in { $file }; it has no profile at all: add [NAME] and its two keys
config-profile-without-keys = { $asked_by }: profile `{ $profile }` of { $file } has no keys; add ncloud_access_key_id and ncloud_secret_access_key to it (it does not inherit those of DEFAULT)
config-no-configure-file = { $asked_by }: profile `{ $profile }` takes its keys from { $file }, which does not exist; write it, or leave { $asked_by } out to use the environment
config-bad-configure-file = { $file }:{ $line }: { $cause }; write [PROFILE] or NAME = VALUE
config-stranger = { $place }: there is no profile `{ $profile }` in { $file }; it has { $profiles }
config-stranger-near = { $place }: there is no profile `{ $profile }` in { $file }; did you mean `{ $near }`?

# Files, variables and addresses.
config-unreadable = { $file } cannot be read: { $cause }; mend the file or its permissions, or take it away
config-configure-unreadable = { $file } cannot be read: { $cause }; save it as UTF-8 text that you may read
config-not-utf8 = it is not UTF-8 text
config-no-file = { $asked_by }: { $file } does not exist; mend the path, or leave { $asked_by } out
config-left-out = the configuration is left out: { $problems }
config-bad-variable = { $name }: `{ $value }` is not known; set it to { $allowed }, or unset it
config-bad-url = { $asked_by }: { $cause }
config-url-malformed = `{ $url }` is not a URL ({ $cause }); write it like { $example }
config-url-not-encrypted = `{ $url }` must begin with https://; http:// is accepted for loopback addresses only
config-url-superfluous = `{ $url }` must be a scheme, a host and a path only: take out the { $part }
config-url-user = user name and password
config-url-query = query
config-url-fragment = fragment
config-url-hidden = (hidden)

# Entries of the configuration file.
config-no-toml = this is no TOML: { $cause }
config-no-toml-quotes = this is no TOML: { $cause }; a name with other characters needs quotes, like [profiles."공장 1"]
config-keys-elsewhere = `{ $entry }` does not belong here: keys are for the environment or ~/.ncloud/configure
config-unknown-entry = unknown entry `{ $entry }`; there are { $names }
config-unknown-entry-near = unknown entry `{ $entry }`; did you mean `{ $near }`?
config-both-colours = `color` and `colour` are the same entry; keep one of them
config-wrong-type = `{ $entry }` must be { $wanted }, not a value of type { $kind }
config-type-string = string
config-type-integer = integer
config-type-float = float
config-type-boolean = boolean
config-type-datetime = datetime
config-type-array = array
config-type-table = table
config-out-of-range = `{ $entry }` must be { $wanted }, not { $found }
config-wanted-table = a table: write a header in square brackets
config-wanted-truth = true or false
config-wanted-number = a whole number from { $least } to { $most }
config-wanted-text = a text in quotes
config-no-choice = `{ $entry }` cannot be `{ $value }`; there are { $names }
config-no-choice-near = `{ $entry }` cannot be `{ $value }`; did you mean `{ $near }`?
config-wrong-url = `{ $entry }` is wrong: { $cause }
config-blank-label = `{ $entry }` is blank; write a name, or take the entry out
config-long-label = `{ $entry }` has { $length } characters, and at most { $longest } can be shown
