# Numbers of things.
count-mirrors = ミラー{ $count }件
