# 테마 파일과 테마 선택.

theme-rich-missing = `{ $role }`에 `rich`가 없습니다: 색이 많은 터미널에서 쓰는 색입니다
theme-bad-colour = 색이 아닙니다: "#rrggbb", "default" 또는 팔레트의 색 이름을 쓰세요{ $near }
theme-bad-few = 16색에는 팔레트의 색 이름을 쓰세요{ $near }
theme-unknown = { $by }: `{ $name }` 테마가 없습니다; { $hint }
theme-no-file = { $by }: 테마 파일 { $file }이(가) 없습니다; 경로를 고치거나 테마 이름을 쓰세요
theme-did-you-mean = `{ $name }` 아닌가요?
theme-there-are = { $names } 중에서 고르거나 파일 경로를 쓰세요
