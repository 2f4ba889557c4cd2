# Numbers of things.
count-mirrors = ミラー{ $count }件
count-devices = デバイス{ $count }台
count-deletions = 削除{ $count }件
count-restores = 復元{ $count }件
count-more-names = 他の名前{ $count }件
count-matches = { $count }件一致

# Which row of how many is selected.
count-place = { $at }/{ $all }
