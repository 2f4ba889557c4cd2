# 다시 이어 줄 셸이 없는 곳에서의 Ctrl-Z
suspend-nobody = 중지하지 않았습니다. fg로 mirrordeck을 이어 줄 셸이 없습니다
