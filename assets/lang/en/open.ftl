# What earlier runs left open.
open-finding-out = still finding out what earlier runs left open: try again in a moment
open-waiting = { $count ->
    [one] 1 outcome of earlier runs not known: { KEY("devices/trash", "t") } lists them, { KEY("trash/read-again", "r") } there looks again
   *[other] { $count } outcomes of earlier runs not known: { KEY("devices/trash", "t") } lists them, { KEY("trash/read-again", "r") } there looks again
}
open-more = { $last }; and { $count } more of earlier runs: { KEY("devices/tasks", "T") } and { KEY("devices/trash", "t") } have them
open-beside = { $said }; { $words }
open-beside-earlier = { $said }; of earlier runs: { $words }
open-deletion = { $word } { $target } (deletion of { $began }): { $reason }
open-restore = { $word } { $target } (restore of { $began }): { $reason }

# Another look, or none.
open-looking = looking again at { $target }
open-strange-account = { $target } belongs to another account ({ $source }, key { $key }): start mirrordeck with it to look again
open-closed = taken off the list; the copy stays in the trash
open-stays = it stays on the list: { $problem }
