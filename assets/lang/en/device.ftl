# The pane and its rows.
device-title = Devices
device-row-failed = ⚠ could not be read; { KEY("devices/read-again", "r") } reads again
device-row-unnamed = ⚠ a row without a usable name
device-double = listed twice; { KEY("devices/read-again", "r") } reads again

# What the query looked through, each in a long and a short form.
device-no-answer = ⚠ no answer
device-asking = asking…
device-fuzzy-loaded = fuzzy in { $count } loaded only
device-fuzzy-loaded-short = in { $count } loaded
device-from-service = { $count } from the service
device-loaded-and = { $count } loaded, { $words }
device-loaded-hits = { $loaded } loaded, +{ $hits } from the service
device-loaded-hits-short = { $loaded } loaded, +{ $hits }

# In place of rows.
device-failed = Could not read the devices
device-search-failed = Could not search the devices
device-reading = … reading the devices
device-unnamed = { $count ->
    [one] ⚠ 1 row came without a usable name
   *[other] ⚠ { $count } rows came without a usable name
}
device-asking-for = Asking the service for “{ $text }”.
device-no-fuzzy = No device that is loaded matches “{ $text }”.
device-none-loaded = No device that is loaded contains “{ $text }”.
device-no-match = No device matches “{ $text }”.
device-hint-name = Letter case counts; ~text is fuzzy. Or: desc:text, prop:key=value.
device-hint-case = Letter case counts.
