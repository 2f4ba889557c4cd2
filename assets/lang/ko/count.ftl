# Numbers of things.
count-mirrors = 미러 { $count }개
