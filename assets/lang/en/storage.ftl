# Files that the user names.
storage-crashed = a task of mirrordeck ended early; its log has the details

# Copies and journal: what happened.
storage-cannot-write = cannot write { $path }: { $cause }
storage-cannot-read = cannot read { $path }: { $cause }
storage-damaged = { $path } is damaged: { $damage }
storage-foreign = { $path } is no copy that this version of mirrordeck can read
storage-not-found = there is no copy { $id } in the trash
storage-already-there = { $path } is there already and is not overwritten
storage-too-large = cannot write { $path }: { $bytes } is more than the { $limit } that it may hold
storage-no-folder = there is no folder for copies of mirrors: set HOME to yours
storage-no-mirror = the copy of { $target } is no mirror: { $error }

# What the system had against it, in front of its own words.
storage-disk-full = the disk is full: { $cause }
storage-read-only = the file system is read-only: { $cause }
storage-not-allowed = this user may not: { $cause }

# In what way a copy is damaged.
storage-damage-cut-short = its end is missing
storage-damage-too-long = it goes on behind its end
storage-damage-altered = its bytes are not the ones that were written
storage-damage-misnamed = it holds the copy of another deletion than its name says

# What to do.
storage-advice-full = Make room on that disk, then try again.
storage-advice-read-only = Make that file system writable, or have the data folder on another one.
storage-advice-not-writable = Make that folder yours and writable for you.
storage-advice-not-readable = Make it yours and readable for you.
storage-advice-check = Check that disk and that path.
storage-advice-damaged = It cannot be brought back whole; look for the file in a backup of this computer.
storage-advice-foreign = A newer mirrordeck may read it; otherwise move it elsewhere.
storage-advice-not-found = It was dropped meanwhile, by its age or by another mirrordeck; read the list again.
storage-advice-already-there = Try again: the next deletion has another name.
storage-advice-too-large = Use the console for this mirror.
