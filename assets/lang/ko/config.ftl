# Lists of names.
config-list-and = { $first }, { $last }
config-list-or = { $first } 또는 { $last }

# The account, in the header.
config-environment = 환경 변수
config-profile = 프로필 { $profile }
config-embedded = 내장 서비스

# Credentials.
config-no-credentials = 인증 정보가 없습니다. NCLOUD_ACCESS_KEY_ID와 NCLOUD_SECRET_ACCESS_KEY를 설정하거나, { $file } 파일의 [DEFAULT] 아래에 ncloud_access_key_id와 ncloud_secret_access_key를 적으십시오. 계정 없이 써 보려면: mirrordeck --demo
config-no-credentials-others = 인증 정보가 없습니다. NCLOUD_ACCESS_KEY_ID와 NCLOUD_SECRET_ACCESS_KEY를 설정하거나, { $file } 파일의 [DEFAULT] 아래에 ncloud_access_key_id와 ncloud_secret_access_key를 적으십시오(이 파일에는 { $profiles } 프로필이 있으니 --profile로 고를 수 있습니다). 계정 없이 써 보려면: mirrordeck --demo
config-in-environment = 환경 변수
config-in-profile = { $file } 파일의 `{ $profile }` 프로필
config-access-key = 액세스 키
config-secret-key = 시크릿 키
config-half-a-pair = { $place }에 키가 한쪽만 있습니다. { $present }는 있으나 { $missing }가 없으니 { $names }를 설정하십시오
config-unusable-key = { $place }의 { $name } 값에 공백, 제어 문자 또는 ASCII가 아닌 문자가 있습니다. 키에는 그런 문자가 없으니 키를 다시 복사하십시오(주석은 별도의 줄에 적어야 합니다)
config-two-spellings = { $place }의 { $first } 값과 { $second } 값이 다릅니다. { $first } 값을 사용하니 둘 중 하나를 지우십시오
config-unknown-profile = { $asked_by }: { $file } 파일에 `{ $profile }` 프로필이 없습니다. 있는 프로필: { $profiles }
config-unknown-profile-near = { $asked_by }: { $file } 파일에 `{ $profile }` 프로필이 없습니다. `{ $near }` 아닙니까? 있는 프로필: { $profiles }
config-no-profiles = { $asked_by }: { $file } 파일에 `{ $profile }` 프로필이 없습니다. 프로필이 하나도 없으니 [이름]과 두 키를 추가하십시오
config-profile-without-keys = { $asked_by }: { $file } 파일의 `{ $profile }` 프로필에 키가 없습니다. ncloud_access_key_id와 ncloud_secret_access_key를 추가하십시오(DEFAULT의 키를 물려받지 않습니다)
config-no-configure-file = { $asked_by }: `{ $profile }` 프로필의 키를 읽을 { $file } 파일이 없습니다. 파일을 만들거나, { $asked_by } 지정을 빼고 환경 변수를 사용하십시오
config-bad-configure-file = { $file }:{ $line }: { $cause }. [프로필] 또는 이름 = 값으로 적으십시오
config-stranger = { $place }: { $file } 파일에 `{ $profile }` 프로필이 없습니다. 있는 프로필: { $profiles }
config-stranger-near = { $place }: { $file } 파일에 `{ $profile }` 프로필이 없습니다. `{ $near }` 아닙니까?

# Files, variables and addresses.
config-unreadable = { $file } 파일을 읽을 수 없습니다: { $cause }. 파일이나 권한을 바로잡거나 파일을 치우십시오
config-configure-unreadable = { $file } 파일을 읽을 수 없습니다: { $cause }. 읽을 수 있는 UTF-8 텍스트로 저장하십시오
config-not-utf8 = UTF-8 텍스트가 아닙니다
config-no-file = { $asked_by }: { $file } 파일이 없습니다. 경로를 바로잡거나 { $asked_by } 지정을 빼십시오
config-left-out = 설정 파일을 쓰지 않습니다: { $problems }
config-bad-variable = { $name }: `{ $value }` 값을 알 수 없습니다. { $allowed } 중에서 설정하거나 변수를 지우십시오
config-bad-url = { $asked_by }: { $cause }
config-url-malformed = `{ $url }`은(는) URL이 아닙니다({ $cause }). { $example }처럼 적으십시오
config-url-not-encrypted = `{ $url }`은(는) https://로 시작해야 합니다. http://는 루프백 주소에만 쓸 수 있습니다
config-url-superfluous = `{ $url }`에는 스킴, 호스트, 경로만 있어야 합니다. { $part } 부분을 빼십시오
config-url-user = 사용자 이름과 비밀번호
config-url-query = 쿼리
config-url-fragment = 프래그먼트
config-url-hidden = (숨김)

# Entries of the configuration file.
config-no-toml = TOML이 아닙니다: { $cause }
config-no-toml-quotes = TOML이 아닙니다: { $cause }. 다른 문자가 든 이름은 [profiles."공장 1"]처럼 따옴표로 감싸십시오
config-keys-elsewhere = `{ $entry }` 항목은 여기에 둘 수 없습니다. 키는 환경 변수나 ~/.ncloud/configure에 두십시오
config-unknown-entry = 모르는 항목 `{ $entry }`. 있는 항목: { $names }
config-unknown-entry-near = 모르는 항목 `{ $entry }`. `{ $near }` 아닙니까?
config-both-colours = `color`와 `colour`는 같은 항목입니다. 하나만 남기십시오
config-wrong-type = `{ $entry }`: { $wanted }이어야 하는데 { $kind } 형식의 값입니다
config-type-string = 텍스트
config-type-integer = 정수
config-type-float = 소수
config-type-boolean = 참·거짓
config-type-datetime = 날짜·시각
config-type-array = 목록
config-type-table = 표
config-out-of-range = `{ $entry }`: { $wanted }이어야 하는데 { $found }입니다
config-wanted-table = 대괄호 머리글로 시작하는 표
config-wanted-truth = true 또는 false 값
config-wanted-number = { $least }부터 { $most }까지의 정수 값
config-wanted-text = 따옴표로 감싼 텍스트 값
config-no-choice = `{ $entry }` 값으로 `{ $value }`을(를) 쓸 수 없습니다. 가능한 값: { $names }
config-no-choice-near = `{ $entry }` 값으로 `{ $value }`을(를) 쓸 수 없습니다. `{ $near }` 아닙니까?
config-wrong-url = `{ $entry }` 값이 잘못되었습니다: { $cause }
config-blank-label = `{ $entry }` 값이 비어 있습니다. 이름을 적거나 항목을 빼십시오
config-long-label = `{ $entry }` 값이 { $length }자입니다. 최대 { $longest }자까지 표시할 수 있습니다
