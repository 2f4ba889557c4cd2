# 테마 파일.
theme-rich-missing = `{ $role }`에 `rich`(색이 많은 터미널에서 쓰는 색)가 없습니다
theme-bad-colour = 색이 아닙니다. "#rrggbb", "default" 또는 팔레트의 색 이름을 쓰십시오
theme-bad-colour-near = 색이 아닙니다. "#rrggbb", "default" 또는 팔레트의 색 이름을 쓰십시오. `{ $near }` 아닙니까?
theme-bad-few = 16색 터미널용 색은 다음 중에서 쓰십시오: { $names }
theme-bad-few-near = 16색 터미널용 색은 팔레트의 색 이름으로 쓰십시오. `{ $near }` 아닙니까?

# 테마 선택.
theme-unknown = { $by }: `{ $name }` 테마가 없습니다. { $names } 중에서 고르거나 파일 경로를 쓰십시오
theme-unknown-near = { $by }: `{ $name }` 테마가 없습니다. `{ $near }` 아닙니까?
theme-no-file = { $by }: 테마 파일이 없습니다: { $file }. 경로를 고치거나 테마 이름을 쓰십시오
