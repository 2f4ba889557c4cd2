# The words of the filter itself (device:, age:>90d, yes, never, ...) are the same in every language.

# What stands for something else in a form.
filter-some-word = { $before }낱말
filter-some-name = { $before }이름

# The help beside the filter line, and what each form asks: at most 29 columns.
filter-help = 다음 조건을 모두 만족하는 미러:
filter-form-contains = 디바이스나 미러 이름에 포함
filter-form-device = 이름 전체, *와 ?는 아무 글자
filter-form-mirror = 위와 같음, 이름 있는 미러만
filter-form-age = 마지막 보고, 단위 s min h d w
filter-form-yes-or-no = yes나 no, marked:도 같음
filter-form-version = > < >= <= = 숫자, 또는 none
filter-form-size = 위와 같음, 바이트나 k, M
filter-form-not = 위의 어느 것이든 반대 조건

# What is wrong with a filter.
filter-problem = { $at }번째 글자 “{ $word }”: { $what }
filter-see-above = ⚠ 위 참조: { $at }번째 글자
filter-not-understood = 필터를 이해할 수 없습니다. { $problem }
filter-quote-open = 따옴표(")가 닫히지 않았습니다
filter-quote-empty = 따옴표 안이 비어 있습니다
filter-not-what = 반대로 할 조건이 없습니다. 예: -mirror:keep*
filter-no-value = { $field }: 뒤에 값이 필요합니다. 예: { $example }
filter-no-name = 쉼표 옆에 이름이 없습니다. 예: { $example }
filter-yes-or-no = { $field }: 값은 yes나 no입니다. 예: { $field }:yes
filter-did-you-mean = 그런 항목은 없습니다. { $field }: 아닙니까?
filter-no-field = 그런 항목은 없습니다. 쓸 수 있는 항목: { $fields }. 콜론이 든 이름은 따옴표로 묶습니다
filter-age-relation = age는 시간 앞에 >나 <가 필요합니다. 예: age:>90d, age:<2h
filter-age-number = age는 숫자가 필요합니다. 예: age:>90d, age:<2h
filter-age-unit = age의 단위는 s, min, h, d, w입니다. 예: age:>90d, age:<2h
filter-size-number = size는 숫자가 필요합니다. 예: size:>4k
filter-size-unit = size의 단위는 바이트나 k, M입니다. 예: size:>4k
filter-version = version은 숫자나 none입니다. 예: version:>10

# The filter of the devices pane.
filter-fuzzy-too-long = 유사 검색어는 { $most }자까지입니다
filter-description = desc:글자는 그 글자가 든 설명을 찾습니다
filter-property = prop:키, prop:키=값(같음), prop:키:값(포함), 쉼표로 세 개까지
filter-property-character = 여기에 쓸 수 있는 특수 문자는 : = , - _ 뿐입니다
filter-property-most = 한 번에 속성 세 개까지 검색합니다
filter-property-key = 조건에 키가 필요합니다. prop:키=값
filter-property-value = : 이나 = 뒤에 값을 쓰거나 기호를 빼야 합니다
