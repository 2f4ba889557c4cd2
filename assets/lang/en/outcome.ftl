# The words of outcomes. Logs, journal and files have the English ones whatever the language.
outcome-deleted = deleted
outcome-version-conflict = version conflict
outcome-already-gone = already gone
outcome-refused = refused
outcome-unknown = outcome unknown
outcome-not-deleted = not deleted
outcome-restored = restored
outcome-not-restored = not restored
