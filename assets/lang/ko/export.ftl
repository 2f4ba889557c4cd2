# Saving the document of a mirror.
export-title = 수신한 문서를 그대로 저장
export-nothing = 저장할 문서가 없습니다. { KEY("detail/read-again", "r") } 키로 다시 읽습니다
