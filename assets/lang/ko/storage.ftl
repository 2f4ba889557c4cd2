# Files that the user names.
storage-crashed = mirrordeck의 내부 작업이 중간에 끝났습니다. 자세한 내용은 로그에 있습니다

# Copies and journal: what happened.
storage-cannot-write = { $path } 파일을 쓸 수 없습니다: { $cause }
storage-cannot-read = { $path } 파일을 읽을 수 없습니다: { $cause }
storage-damaged = { $path } 파일이 손상되었습니다: { $damage }
storage-foreign = { $path } 파일은 이 버전의 mirrordeck이 읽을 수 있는 사본이 아닙니다
storage-not-found = 휴지통에 { $id } 사본이 없습니다
storage-already-there = { $path } 파일이 이미 있어 덮어쓰지 않습니다
storage-too-large = { $path } 파일을 쓸 수 없습니다: { $bytes }는 허용된 { $limit }보다 큽니다
storage-no-folder = 미러 사본을 둘 폴더가 없습니다. HOME을 자신의 홈 폴더로 설정하십시오
storage-no-mirror = { $target } 사본은 미러가 아닙니다: { $error }

# What the system had against it, in front of its own words.
storage-disk-full = 디스크가 가득 찼습니다: { $cause }
storage-read-only = 파일 시스템이 읽기 전용입니다: { $cause }
storage-not-allowed = 이 사용자에게 권한이 없습니다: { $cause }

# In what way a copy is damaged.
storage-damage-cut-short = 끝부분이 없습니다
storage-damage-too-long = 끝 뒤에 내용이 더 있습니다
storage-damage-altered = 기록된 바이트와 다릅니다
storage-damage-misnamed = 이름과 다른 삭제의 사본이 들어 있습니다

# What to do.
storage-advice-full = 그 디스크에 공간을 만든 뒤 다시 시도하십시오.
storage-advice-read-only = 그 파일 시스템을 쓸 수 있게 하거나 데이터 폴더를 다른 곳에 두십시오.
storage-advice-not-writable = 그 폴더의 소유자를 자신으로 바꾸고 쓰기를 허용하십시오.
storage-advice-not-readable = 소유자를 자신으로 바꾸고 읽기를 허용하십시오.
storage-advice-check = 그 디스크와 경로를 확인하십시오.
storage-advice-damaged = 온전히 복원할 수 없습니다. 이 컴퓨터의 백업에서 그 파일을 찾으십시오.
storage-advice-foreign = 더 새로운 mirrordeck라면 읽을 수 있을지 모릅니다. 아니면 다른 곳으로 옮기십시오.
storage-advice-not-found = 오래되었거나 다른 mirrordeck이 정리해 그사이 없어졌습니다. 목록을 다시 읽으십시오.
storage-advice-already-there = 다시 시도하십시오. 다음 삭제는 다른 이름을 씁니다.
storage-advice-too-large = 이 미러는 콘솔을 사용하십시오.
