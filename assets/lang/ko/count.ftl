# Numbers of things.
count-mirrors = 미러 { $count }개
count-devices = 디바이스 { $count }대
count-deletions = 삭제 { $count }건
count-restores = 복원 { $count }건
count-more-names = 다른 이름 { $count }개
count-matches = { $count }개 일치

# Which row of how many is selected.
count-place = { $at }/{ $all }
