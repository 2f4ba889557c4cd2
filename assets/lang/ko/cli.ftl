# Headings of the help, and what clap adds itself.
cli-usage = 사용법:
cli-options = 옵션
cli-commands = 명령
cli-arguments = 인수
cli-values = 가능한 값:
cli-with-default = { $help } [기본값: { $default }]
cli-with-values = { $help } [가능한 값: { $values }]
cli-help = 도움말을 출력합니다
cli-help-short = 도움말을 출력합니다(자세한 내용은 '--help')
cli-help-long = 도움말을 출력합니다(요약은 '-h')
cli-help-command = 이 도움말이나 하위 명령의 도움말을 출력합니다
cli-version = 버전을 출력합니다

# What stands for options and values in the usage, and behind the names of options.
cli-for-any-options = 옵션
cli-for-command = 명령
cli-for-name = 이름
cli-for-file = 파일
cli-for-name-or-file = 이름|파일
cli-for-language = 언어
cli-for-level = 수준
cli-for-address = 주소
cli-for-number = 수
cli-for-milliseconds = 밀리초
cli-for-shell = 셸

# The dashboard.
cli-about = NCP Cloud IoT Core의 가상 디바이스 미러를 다루는 터미널 대시보드
cli-demo = 예제 디바이스가 든 내장 서비스를 엽니다. 계정, 네트워크, 설정이 필요 없습니다
cli-api-url = 서비스의 기본 URL. http://는 루프백 주소에만 쓸 수 있습니다 [환경 변수: MIRRORDECK_API_URL] [기본값: { $url }]
cli-profile = ~/.ncloud/configure에서 키가 든 절 [환경 변수: NCLOUD_PROFILE] [기본값: DEFAULT]
cli-read-only = 아무것도 삭제하지 않습니다. 읽기 요청만 보냅니다 [환경 변수: MIRRORDECK_READ_ONLY=1]
cli-config = 설정 파일 [환경 변수: MIRRORDECK_CONFIG] [기본값: 플랫폼의 설정 폴더에 있는 config.toml]
cli-lang = 언어: { $languages } [환경 변수: MIRRORDECK_LANG] [기본값: LC_ALL, LC_MESSAGES, LANG 순으로 찾은 언어, 없으면 en]
cli-theme = 테마: { $themes } 또는 직접 만든 파일 [환경 변수: MIRRORDECK_THEME] [기본값: auto, 터미널 배경을 따름]
cli-ascii = 테두리와 기호를 ASCII 문자로만 그립니다 [환경 변수: MIRRORDECK_ASCII=1]
cli-no-mouse = 마우스를 터미널에 맡깁니다. Shift(macOS에서는 Option) 없이 글자를 선택할 수 있습니다 [환경 변수: MIRRORDECK_NO_MOUSE=1]
cli-log-level = 로그 파일에 남길 내용 [환경 변수: MIRRORDECK_LOG] [기본값: info]
cli-log-off = 없음
cli-log-error = 실패한 것
cli-log-warn = 이상한 점까지
cli-log-info = 요청 하나하나까지
cli-log-debug = 중간 단계까지
cli-log-trace = 이 프로그램의 모든 것
cli-after-precedence = 옵션은 환경 변수보다, 환경 변수는 설정 파일보다 우선합니다. 빈 환경 변수는 없는 것으로 봅니다.
cli-after-credentials = 인증 정보: NCLOUD_ACCESS_KEY_ID(또는 NCLOUD_ACCESS_KEY)와 NCLOUD_SECRET_ACCESS_KEY(또는 NCLOUD_SECRET_KEY)를 쓰고, 없으면 ~/.ncloud/configure의 DEFAULT 프로필을 씁니다. --profile이나 NCLOUD_PROFILE로 고른 프로필은 그 파일의 키만 씁니다.
cli-after-copies = 삭제한 미러의 사본과 모든 삭제·복원의 기록은 플랫폼의 데이터 폴더에 남습니다. u는 마지막 사본을 복원하고, t는 사본 목록을, T는 여러 미러에 대한 실행 목록을 보여 줍니다.
cli-after-status = 종료 상태: 정상 종료는 0, 먼저 바로잡을 것이 있으면 2, 실행 중 실패는 1입니다.

# The simulator.
cli-simulate = Ctrl-C를 누를 때까지 내장 서비스를 루프백 HTTP로 제공합니다
cli-listen = 연결을 받을 루프백 주소와 포트. 포트 0은 빈 포트를 고릅니다
cli-devices = 디바이스 수. 예제부터 채우고 나머지는 만들어 냅니다. 생략하면 예제만 씁니다
cli-latency = 응답하기 전에 기다릴 밀리초
cli-max-page-size = 요청한 수와 관계없이 한 페이지에 담을 최대 디바이스 수
cli-after-simulate-lines = 처음 출력하는 줄은 기본 URL과 서비스가 받는 키입니다.
cli-after-simulate-faults = 실행 중에 한 작업의 다음 요청들에 대한 장애를 예약합니다.
cli-after-simulate-kinds =
    작업: list, search, device, mirrors, view, update, delete. 생략하면 모든 작업입니다.
    장애: { $kinds }. status가 있는 것은 "code"와 "message"도, { $busy }는 "2" 같은 "retry_after"도 가질 수 있습니다.
cli-after-simulate-throttle = 다음 속도를 넘으면 per_second를 0으로 되돌릴 때까지 모든 작업에 429로 응답합니다.
cli-after-simulate-retry = "retry_after"는 생략할 수 있습니다.

# What it writes first; scripts read the lines in between.
cli-serving = Ctrl-C를 누를 때까지 { $url } 주소에서 디바이스 { $devices }대를 제공합니다.
cli-serving-faults = 장애 예약: { $command }

# What is wrong with a value.
cli-blank-profile = 비어 있습니다. 프로필 이름을 적거나 옵션을 빼십시오
cli-blank-theme = 비어 있습니다. 테마 이름을 쓰거나 옵션을 빼십시오
cli-languages = { $languages } 중에서 적으십시오
cli-not-loopback = 루프백 주소가 아닙니다. 127.0.0.1:포트로 적으십시오
cli-no-address = 127.0.0.1:8787처럼 적으십시오

# What is written for shells and man.
cli-completions = 셸의 자동 완성 스크립트를 표준 출력에 씁니다
cli-shell = 셸
cli-man = 매뉴얼 페이지를 표준 출력에 씁니다
cli-man-name = 이름
cli-man-synopsis = 개요
cli-man-description = 설명
cli-man-notes = 참고

# A wrong command line.
cli-see-help = 자세한 내용은 '--help'로 볼 수 있습니다.
cli-did-you-mean = 혹시 { $names } 아닙니까?
cli-unknown-argument = 여기서 '{ $argument }' 인수는 쓸 수 없습니다. 빼고 다시 실행하십시오.
cli-unknown-command = '{ $command }' 명령은 없습니다.
cli-missing-argument = 필요한 인수가 빠졌습니다. 추가할 인수: { $arguments }
cli-missing-value = '{ $argument }' 옵션에는 값이 필요합니다. 옵션 뒤에 값을 적으십시오.
cli-missing-value-of = '{ $argument }' 자리에 값이 필요합니다. 가능한 값: { $names }
cli-wrong-value = '{ $argument }' 값으로 '{ $value }' 텍스트를 쓸 수 없습니다.
cli-wrong-value-of = '{ $argument }' 값으로 '{ $value }' 텍스트를 쓸 수 없습니다. 가능한 값: { $names }
cli-wrong-value-because = '{ $argument }' 값 '{ $value }': { $cause }
cli-value-too-many = '{ $argument }' 옵션은 값을 받지 않습니다. '{ $value }' 부분을 빼십시오.
cli-number = { $least }부터 { $most }까지의 정수를 적으십시오
cli-conflict = '{ $argument }' 옵션은 { $others } 옵션과 함께 쓸 수 없습니다. 둘 중 하나를 빼십시오.
cli-command-alone = '{ $command }' 명령은 { $arguments } 옵션과 함께 쓸 수 없습니다. 옵션을 빼십시오.
cli-argument-twice = '{ $argument }' 옵션이 두 번 이상 있습니다. 하나만 남기십시오.
cli-not-utf8 = UTF-8 텍스트가 아닌 인수가 있습니다. 다시 입력하십시오.
