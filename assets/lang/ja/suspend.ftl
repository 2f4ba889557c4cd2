# 再開してくれるシェルがない場所での Ctrl-Z
suspend-nobody = 停止していません。fg で mirrordeck を再開できるシェルがありません
