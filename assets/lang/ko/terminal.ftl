# Where the terminal is in the way.
terminal-input = 표준 입력
terminal-output = 표준 출력
terminal-none = { $stream }이 터미널이 아닙니다. 파이프나 리디렉션 없이 터미널 창에서 mirrordeck을 시작하십시오(스크립트에서 쓸 서비스가 필요하면: mirrordeck simulate)
terminal-refused = 터미널을 준비할 수 없습니다: { $cause }. 다른 터미널 프로그램을 써 보십시오
terminal-not-written = 터미널에 쓸 수 없습니다: { $cause }
terminal-not-read = 터미널에서 읽을 수 없습니다: { $cause }

# Where the program cannot go on.
terminal-worker-gone = 백그라운드 작업이 끝났습니다. 원인은 로그에 있습니다
terminal-no-set-up = 프로그램을 준비할 수 없습니다: { $cause }
terminal-no-log-home = 로그를 남기지 않습니다: 이 계정에는 홈 폴더가 없습니다
terminal-no-log = 로그를 남기지 않습니다: { $folder }: { $cause }

# The simulator.
terminal-not-loopback = { $address }은(는) 루프백 주소가 아닙니다. 시뮬레이터는 이 컴퓨터에서만 쓸 수 있으니 --listen 127.0.0.1:8787처럼 지정하십시오
terminal-empty-pages = 디바이스가 0개인 페이지에는 아무것도 없습니다. --max-page-size에 1 이상을 지정하십시오
terminal-cannot-listen = { $address }에서 연결을 받을 수 없습니다: { $cause }. 다른 포트를 고르거나, 빈 포트를 쓰려면 0을 지정하십시오
terminal-no-signals = Ctrl-C를 기다릴 수 없습니다: { $cause }
terminal-no-output = 주소를 출력할 수 없습니다: { $cause }
terminal-cannot-serve = 더는 연결을 받을 수 없습니다: { $cause }
terminal-output-lost = 표준 출력에 쓸 수 없습니다: { $cause }
