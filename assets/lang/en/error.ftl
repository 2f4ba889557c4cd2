# What happened instead of an answer.
error-not-sent = nothing was sent: { $cause }
error-no-answer = no answer came: { $cause }
error-refused = refused: { $refusal }
error-unreadable = the answer with status { $status } could not be read: { $cause }
error-in-doubt = error { $refusal }
error-leads-elsewhere = { $words } (it leads to { $place })
error-in-full = { $error }. { $advice }

# What was in the way.
error-cause-read-only = mirrordeck was started read-only
error-cause-given-up = it was given up while it waited
error-cause-crashed = a task of mirrordeck ended early
error-cause-no-lock = the version after the first half is not known, so there is no lock
error-cause-name-too-long = the name is longer than a request line can be
error-cause-name-in-path = a device named `{ $device }` cannot stand in a path
error-cause-path-changed = the path would be sent as { $path }
error-cause-header = the header { $header } has characters that no header may have
error-cause-timed-out = no complete answer within { $limit }
error-cause-milliseconds = { $number } ms

# What was wrong with an answer.
error-cause-too-long = it is longer than { $limit } MiB
error-cause-empty = it is empty
error-cause-no-mirror = it has no mirror
error-cause-no-device = it has no device
error-cause-no-devices = it has no list of devices
error-cause-no-mirrors = it has no list of mirrors
error-cause-no-receipt = it is no receipt
error-cause-reserved-key = it has a key that begins with { $key }
error-cause-too-many-parts = it has so many parts that they would take more than { $limit } MiB of memory
error-cause-too-deep = it is nested deeper than { $levels } levels
error-cause-not-json = it is not JSON: { $cause }

# What to do.
error-advice-read-only = Leave --read-only, MIRRORDECK_READ_ONLY and read_only out to change something.
error-advice-unreachable = Check the network, the proxy and the address (--api-url).
error-advice-name = This name cannot be addressed over HTTP; use the console for it.
error-advice-invalid = Check the address (--api-url) and the access key.
error-advice-given-up = Try again when the service has less to do.
error-advice-timed-out = The service is slow or the line is down; { KEY("devices/read-again", "r") } reads again.
error-advice-broken = The connection broke; { KEY("devices/read-again", "r") } reads again.
error-advice-crashed = This is a fault in mirrordeck; its log has the details.
error-advice-unreadable = Check the address (--api-url) and the proxy; if they are right, use the console for this one.
error-advice-permission = The key is valid but lacks the right: have NCP_CLOUD_IOT_CORE_MANAGER added, or a policy with the mirror's view and change actions.
error-advice-bad-request = The gateway could not read the request; if the name has unusual characters, use the console for it.
error-advice-no-address = The gateway knows no such address: check --api-url; a missing right can look so too.
error-advice-not-its-word = This 404 is not the service's own word: check --api-url and the proxy.
error-advice-gone = It is not there any more; { KEY("devices/read-again", "r") } reads the list again.
error-advice-quota = The quota of the account is used up; wait, or have it raised in the console.
error-advice-quota-wait = The quota of the account is used up; wait { $seconds } s, or have it raised in the console.
error-advice-rate = Too many requests; wait a moment, then try again.
error-advice-rate-wait = Too many requests; wait { $seconds } s, then try again.
error-advice-too-large = The request is larger than the gateway takes; use the console for this one.
error-advice-changed = It changed meanwhile; read it again with r.
error-advice-redirect = A redirect is never followed with signed headers: check --api-url.
error-advice-fault = The service has a fault of its own; { KEY("devices/read-again", "r") } reads again later.
error-advice-undocumented = The service's own codes are not documented; its words are all there is.
error-advice-clock-ahead = This computer's clock is { $seconds } s ahead: set it right.
error-advice-clock-behind = This computer's clock is { $seconds } s behind: set it right.
error-advice-clock-and-keys = { $clock } The service's own time was refused as well, so check the access key and the secret key too.
error-advice-encoded = The name has characters that must be encoded; the gateway may sign them differently, so the key need not be wrong.
error-advice-keys = Check the access key, the secret key and this computer's clock.

# Client tokens.
error-token-empty = a client token cannot be empty
error-token-too-long = the client token has { $bytes } bytes, the service takes at most { $limit }
error-no-time-to-connect = the connect time limit must be longer than nothing
error-no-time-for-request = the request time limit must be longer than nothing
