# Saving the document of a mirror.
export-title = Save the document as it was received
export-nothing = there is no document to save here; { KEY("detail/read-again", "r") } reads again
