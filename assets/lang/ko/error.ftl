# What happened instead of an answer.
error-not-sent = 아무것도 보내지 않았습니다: { $cause }
error-no-answer = 응답이 오지 않았습니다: { $cause }
error-refused = 거부되었습니다: { $refusal }
error-unreadable = 상태 { $status } 응답을 읽을 수 없습니다: { $cause }
error-in-doubt = 오류 { $refusal }
error-leads-elsewhere = { $words } ({ $place } 주소로 이동하라는 응답)
error-in-full = { $error }. { $advice }

# What was in the way.
error-cause-read-only = mirrordeck이 읽기 전용으로 시작되었습니다
error-cause-given-up = 기다리는 동안 포기했습니다
error-cause-crashed = mirrordeck의 내부 작업이 중간에 끝났습니다
error-cause-no-lock = 첫 번째 절반을 쓴 뒤의 버전을 알 수 없어 버전을 잠글 수 없습니다
error-cause-name-too-long = 이름이 요청 줄에 담을 수 있는 길이보다 깁니다
error-cause-name-in-path = 이름이 `{ $device }`인 디바이스는 경로에 쓸 수 없습니다
error-cause-path-changed = 경로가 { $path }(으)로 바뀌어 전송됩니다
error-cause-header = { $header } 헤더에 헤더에 쓸 수 없는 문자가 있습니다
error-cause-timed-out = { $limit } 안에 응답이 모두 오지 않았습니다
error-cause-milliseconds = { $number }밀리초

# What was wrong with an answer.
error-cause-too-long = { $limit } MiB보다 깁니다
error-cause-empty = 비어 있습니다
error-cause-no-mirror = 미러가 들어 있지 않습니다
error-cause-no-device = 디바이스가 들어 있지 않습니다
error-cause-no-devices = 디바이스 목록이 들어 있지 않습니다
error-cause-no-mirrors = 미러 목록이 들어 있지 않습니다
error-cause-no-receipt = 삭제 확인 응답이 아닙니다
error-cause-reserved-key = { $key }(으)로 시작하는 키가 있습니다
error-cause-too-many-parts = 항목이 너무 많아 메모리를 { $limit } MiB 넘게 차지합니다
error-cause-too-deep = { $levels }단계보다 깊게 중첩되어 있습니다
error-cause-not-json = JSON이 아닙니다: { $cause }

# What to do.
error-advice-read-only = 변경하려면 --read-only, MIRRORDECK_READ_ONLY, read_only를 빼고 시작하십시오.
error-advice-unreachable = 네트워크, 프록시, 주소(--api-url)를 확인하십시오.
error-advice-name = 이 이름은 HTTP 주소로 쓸 수 없으니 콘솔을 사용하십시오.
error-advice-invalid = 주소(--api-url)와 액세스 키를 확인하십시오.
error-advice-given-up = 서비스가 덜 바쁠 때 다시 시도하십시오.
error-advice-timed-out = 서비스가 느리거나 회선이 끊겼습니다. { KEY("devices/read-again", "r") }로 다시 읽습니다.
error-advice-broken = 연결이 끊겼습니다. { KEY("devices/read-again", "r") }로 다시 읽습니다.
error-advice-crashed = mirrordeck의 결함입니다. 자세한 내용은 로그에 있습니다.
error-advice-unreadable = 주소(--api-url)와 프록시를 확인하고, 문제가 없으면 이 항목은 콘솔을 사용하십시오.
error-advice-permission = 키는 유효하지만 권한이 없습니다. NCP_CLOUD_IOT_CORE_MANAGER나 미러 조회·변경 동작이 든 정책을 추가해 달라고 하십시오.
error-advice-bad-request = 게이트웨이가 요청을 읽지 못했습니다. 이름에 특이한 문자가 있으면 콘솔을 사용하십시오.
error-advice-no-address = 게이트웨이가 모르는 주소입니다. --api-url을 확인하십시오. 권한이 없을 때도 이렇게 보일 수 있습니다.
error-advice-not-its-word = 이 404는 서비스가 보낸 것이 아닙니다. --api-url과 프록시를 확인하십시오.
error-advice-gone = 이제 없습니다. { KEY("devices/read-again", "r") }로 목록을 다시 읽습니다.
error-advice-quota = 계정의 할당량을 모두 썼습니다. 기다리거나 콘솔에서 늘리십시오.
error-advice-quota-wait = 계정의 할당량을 모두 썼습니다. { $seconds }초 기다리거나 콘솔에서 늘리십시오.
error-advice-rate = 요청이 너무 많습니다. 잠시 뒤에 다시 시도하십시오.
error-advice-rate-wait = 요청이 너무 많습니다. { $seconds }초 뒤에 다시 시도하십시오.
error-advice-too-large = 요청이 게이트웨이가 받는 크기보다 큽니다. 이 항목은 콘솔을 사용하십시오.
error-advice-changed = 그사이 바뀌었습니다. r로 다시 읽으십시오.
error-advice-redirect = 서명된 헤더로는 리디렉션을 따라가지 않습니다. --api-url을 확인하십시오.
error-advice-fault = 서비스 쪽 장애입니다. 나중에 { KEY("devices/read-again", "r") }로 다시 읽으십시오.
error-advice-undocumented = 서비스 자체 코드는 문서화되어 있지 않아 위의 문구가 전부입니다.
error-advice-clock-ahead = 이 컴퓨터의 시계가 { $seconds }초 빠릅니다. 시각을 맞추십시오.
error-advice-clock-behind = 이 컴퓨터의 시계가 { $seconds }초 느립니다. 시각을 맞추십시오.
error-advice-clock-and-keys = { $clock } 서비스의 시각을 써도 거부되었으니 액세스 키와 시크릿 키도 확인하십시오.
error-advice-encoded = 이름에 인코딩해야 하는 문자가 있습니다. 게이트웨이가 다르게 서명할 수 있으므로 키가 틀린 것이 아닐 수 있습니다.
error-advice-keys = 액세스 키, 시크릿 키, 이 컴퓨터의 시계를 확인하십시오.

# Client tokens.
error-token-empty = 클라이언트 토큰은 비어 있을 수 없습니다
error-token-too-long = 클라이언트 토큰이 { $bytes }바이트입니다. 서비스는 최대 { $limit }바이트를 받습니다
error-no-time-to-connect = 연결 제한 시간은 0보다 길어야 합니다
error-no-time-for-request = 요청 제한 시간은 0보다 길어야 합니다
