# The screen where there are no credentials.
welcome-no-credentials = 인증 정보가 아직 없어 표시할 계정이 없습니다. 인증 정보는 두 가지 방법으로 지정할 수 있습니다.
welcome-by-environment = 1. 시작하기 전에 환경 변수로 지정:
welcome-by-file = 2. { $file } 파일에 작성:
welcome-other-profiles = 파일에 있는 프로필: { $profiles }. --profile NAME으로 선택합니다.
welcome-keys-title = 두 키를 발급받는 곳
welcome-keys-made = 콘솔에서 발급합니다. 전용 서브 계정을 권장합니다: Services > Management & Governance > Sub Account > Sub Accounts에서 해당 계정의 Access Key. API 접근과 NCP_CLOUD_IOT_CORE_MANAGER 정책이 필요합니다. 메인 계정의 키도 사용할 수 있습니다.
welcome-demo = 또는 d 키: 계정과 네트워크 없이 예제 디바이스로 데모를 엽니다.

# Its keys.
welcome-key-demo = 데모 열기
welcome-key-leave = 종료
welcome-key-scroll = 스크롤
welcome-q-itself = 종료는 영문 q 키입니다. 한/영 키로 전환하거나 Esc를 누르십시오

# An account without devices.
welcome-no-devices = 이 계정에는 가상 디바이스가 없습니다.
welcome-device-is = 가상 디바이스는 실제 디바이스에 대응하며 그 미러를 담습니다.
welcome-device-made = 콘솔에서 만듭니다: Services > Internet of Things > Cloud IoT Core > Virtual Devices.
welcome-read-again = { KEY("devices/read-again", "r") } 다시 읽기

# What a mirror is.
welcome-mirror-title = 미러란?
welcome-mirror-is = 서비스가 가상 디바이스마다 보관하는 JSON 문서입니다. desired는 디바이스에 요청한 상태, reported는 디바이스가 보고한 상태입니다.
welcome-mirror-kinds = 디바이스에는 이름 없는 기본 미러 하나와 이름 있는 미러 여러 개가 있을 수 있습니다.

# How a mirror is made.
welcome-mirror-how = 만드는 방법: 첫 업데이트가 미러를 만듭니다
welcome-mirror-console = - 콘솔: Virtual Devices > 수정 > 미러 설정
welcome-mirror-api = - API: POST { $path }, 본문 { $body }
welcome-mirror-device = - 디바이스(MQTT): { $topic } 토픽에 발행

# A device without mirrors.
welcome-no-mirrors = 아직 미러가 없습니다
welcome-no-mirrors-how = 첫 업데이트가 미러를 만듭니다(상세 참고). { KEY("devices/read-again", "r") } 다시 읽기
welcome-no-names = 이름 있는 미러 없음
